import tseslint from 'typescript-eslint';
import { rooms } from './lint/rooms.js';

const executors = {
  group: ['graphql'],
  importNames: ['execute', 'executeSync', 'graphql', 'graphqlSync', 'subscribe', 'createSourceEventStream'],
  message: 'What somebody asks has been weighed first: hand it to the executor of http/.',
};
const request = {
  group: ['**/config.js', '@apollo/*', 'fastify'],
  allowTypeImports: true,
  message: 'A noun knows nothing of requests; what it needs is passed in.',
};
const properties = {
  group: ['fast-check'],
  message: 'All draw by test/support/properties.ts, which knows the seed.',
};
const imports = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

/** An object answers to `constructor` and `toString` too: what somebody may have sent is looked up in a Map. */
const lookUps = {
  meta: { type: 'problem', schema: [], messages: { map: 'Look it up in a Map: an object has functions of its own.' } },
  create: context => ({
    'MemberExpression[computed=true] > Identifier.object[name=/^[A-Z][A-Z_]+$/]'(object) {
      const { getTypeAtLocation } = context.sourceCode.parserServices;
      if (getTypeAtLocation(object).getStringIndexType()) context.report({ node: object.parent, messageId: 'map' });
    },
  }),
};

export default tseslint.config(
  {
    ignores: [
      '.stryker/',
      'dist/',
      'dist-web/',
      'node_modules/',
      'coverage/',
      '.data/',
      'test/support/generated/',
      'web/src/gql/',
      '**/*.mjs',
      '**/*.js',
      '!eslint.config.js',
      '!lint/*.js',
    ],
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'web/src/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Answers of the reading side and of HTTP are JSON; their types are those of the schema, checked by the executor.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-function-type': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 280, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }],
      ...imports(properties),
    },
  },
  { files: ['test/support/properties.ts'], rules: imports() },
  {
    files: ['src/**/*.ts'],
    plugins: { own: { rules: { 'look-ups': lookUps, rooms } } },
    rules: {
      'own/look-ups': 'error',
      'own/rooms': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'max-lines': ['error', 200],
      ...imports(executors, request),
    },
  },
  // Columns, relations and the whole of a path, on which all else rests.
  { files: ['src/ideas/idea.ts', 'src/applications/application.ts'], rules: { 'max-lines': ['error', 300] } },
  // Two lines a door.
  { files: ['src/schema.ts'], rules: { 'max-lines': ['error', 300] } },
  { files: ['src/{http,commands}/**/*.ts', 'src/*.ts'], rules: imports(executors) },
  // Subscriptions as they were weighed, and documents of our own.
  { files: ['src/http/graphql/live/live.ts', 'src/http/graphql/own-query.ts'], rules: imports() },
);
