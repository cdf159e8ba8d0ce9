import tseslint from 'typescript-eslint';

const doors = { group: ['**/*.resolver.js'], message: 'Only schema.ts imports doors.' };
const request = {
  group: ['**/context.js', '**/config.js', '@apollo/*', 'fastify', '**/http/*'],
  allowTypeImports: true,
  message: 'A noun knows nothing of requests; what it needs is passed in.',
};
const executors = {
  group: ['graphql'],
  importNames: ['execute', 'executeSync', 'graphql', 'graphqlSync', 'subscribe', 'createSourceEventStream'],
  message: 'What somebody asks has been weighed first: hand it to the executor of http/.',
};
const rooms = { group: ['../*', '!../shared/*'], message: 'shared/ imports no room.' };
const ownRooms = {
  group: ['../*', '!../shared'],
  message: 'tables/ imports shared/ alone: what it reads is for others to say.',
};
const imports = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

const ROOMS =
  'access,activity,applications,consortia,focus-areas,funding-calls,ideas,matching,partners,pipeline,projects,webhooks,reading';

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
    rules: { 'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { own: { rules: { 'look-ups': lookUps } } },
    rules: { 'own/look-ups': 'error' },
  },
  { files: ['src/**/*.ts'], ignores: ['src/schema.ts'], rules: imports(doors, executors) },
  // Subscriptions as they were weighed, and documents of our own.
  { files: ['src/http/live/live.ts', 'src/http/export/own-query.ts'], rules: imports(doors) },
  { files: [`src/{${ROOMS}}/**/*.ts`], ignores: ['src/**/*.resolver.ts'], rules: imports(doors, request, executors) },
  { files: ['src/shared/**/*.ts'], rules: imports(doors, request, executors, rooms) },
  { files: ['src/tables/**/*.ts'], rules: imports(doors, request, executors, ownRooms) },
);
