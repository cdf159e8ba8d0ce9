import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

/** V8 holds a text in which one character lies beyond Latin-1 at two bytes a character. */
const ascii = {
  name: 'ascii',
  renderChunk: code => code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
};

const made = module => fileURLToPath(new URL(`dist/${module}`, import.meta.url));

/** Programs that begin by looking at the Node they are on: what else they consist of fails on an older one as it is read. */
const PROGRAMS = ['main', 'commands/create-key', 'commands/import', 'commands/mail-preview', 'commands/verify-audit'];
const fitNodeFirst = {
  name: 'fit-node-first',
  resolveId: id => (PROGRAMS.includes(id) ? `\0${id}` : null),
  load: id =>
    id.startsWith('\0') && PROGRAMS.includes(id.slice(1))
      ? `import { endUnlessFit } from ${JSON.stringify(made('node-version.js'))};
endUnlessFit();
await import(${JSON.stringify(made(`${id.slice(1)}.js`))});`
      : null,
};

/**
 * The programs as they are run, each with its libraries in a few files: they start in half the time and hold less memory
 * than from some 1,500 modules. Not minified, so that an error's stack can be read. The folder is as deep as the modules
 * that look for files beside `dist/`.
 */
await build({
  input: {
    ...Object.fromEntries(PROGRAMS.map(program => [program.split('/').at(-1), program])),
    initialise: 'dist/database/initialise.js',
  },
  platform: 'node',
  // They look for files beside themselves, are seldom wanted, or not there.
  external: [/^@electric-sql\/pglite/, /^@opentelemetry\//, 'class-validator'],
  plugins: [fitNodeFirst, ascii],
  // Apollo looks for node's hashes by a way that a bundle has not, and would fall back to slow ones.
  resolve: { alias: { '@apollo/utils.createhash': 'node:crypto' } },
  output: { dir: 'dist/bin', cleanDir: true, keepNames: true },
});
