import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types the front end's own operations against the schema that the service prints. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['web/src/operations/**/*.graphql'],
  generates: {
    'web/src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        scalars: {
          DateTime: 'string',
          Date: 'string',
          Decimal: 'string',
          URL: 'string',
          Currency: 'string',
          Duration: 'string',
          JSON: 'unknown',
        },
      },
    },
  },
};

// graphql-codegen reads its configuration from the default export.
export default config;
