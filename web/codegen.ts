import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types the web's own operations against the schema the service emits. */
const config: CodegenConfig = {
  schema: process.env.WEB_SCHEMA ?? 'schema/schema.graphql',
  documents: ['web/src/operations/*.graphql'],
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
          JSON: 'unknown',
        },
      },
    },
  },
};

// graphql-codegen reads its configuration from the default export.
export default config;
