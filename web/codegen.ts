import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types the web's own operations against what consumers are promised, and what the service gives beyond that. */
const config: CodegenConfig = {
  schema: ['schema/contract.graphql', 'schema/schema.graphql'],
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
