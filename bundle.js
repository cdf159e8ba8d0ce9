import { build } from 'rolldown';

/** V8 holds a text in which one character lies beyond Latin-1 at two bytes a character. */
const ascii = {
  name: 'ascii',
  renderChunk: code => code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
};

/**
 * The programs as they are run, each with its libraries in a few files: they start in half the time and hold less memory
 * than from some 1,500 modules. Not minified, so that an error's stack can be read. The folder is as deep as the modules
 * that look for files beside `dist/`.
 */
await build({
  input: [
    'dist/main.js',
    'dist/commands/create-key.js',
    'dist/commands/import.js',
    'dist/commands/mail-preview.js',
    'dist/commands/verify-audit.js',
    'dist/database/initialise.js',
  ],
  platform: 'node',
  // They look for files beside themselves, are seldom wanted, or not there.
  external: [/^@electric-sql\/pglite/, /^@opentelemetry\//, 'class-validator'],
  plugins: [ascii],
  // Apollo looks for node's hashes by a way that a bundle has not, and would fall back to slow ones.
  resolve: { alias: { '@apollo/utils.createhash': 'node:crypto' } },
  output: { dir: 'dist/bin', cleanDir: true, keepNames: true },
});
