// npm run dev: the service and the front end from their sources, each anew when a source has changed.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import ts from 'typescript';
import { createServer } from 'vite';

const { PORT = '4000', WEB_PORT = '5173' } = process.env;
/** Beside what `npm run build` makes, which would otherwise be made anew after every such session. */
const OUT = 'dist-dev';

let service;
let wanted = Promise.resolve();

/** One after the other: the embedded database belongs to one process at a time. */
function restart() {
  wanted = wanted.then(async () => {
    await stop();
    service = spawn(process.execPath, [`${OUT}/main.js`], {
      stdio: ['inherit', 'pipe', 'inherit'],
      env: { ...process.env, PORT },
    });
    service.stdout.pipe(process.stdout, { end: false });
    service.stdout.once('data', () => setImmediate(announce));
  });
}

/** What the service says of its front end is about the one that was built. */
function announce() {
  console.log(`\nFrom the sources: ${pages.resolvedUrls.local[0]} with the service at ${process.env.SERVICE_URL}.\n`);
}

async function stop() {
  if (!service || service.exitCode !== null || service.signalCode) return;
  const ended = new Promise(resolve => service.once('exit', resolve));
  service.kill('SIGTERM');
  await ended;
}

/** Tells what the compiler finds; a service whose sources have errors stays as it was. */
function compileAndWatch() {
  const options = { outDir: OUT, tsBuildInfoFile: `${OUT}/.tsbuildinfo` };
  const host = {
    getCanonicalFileName: name => name,
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getNewLine: () => '\n',
  };
  const tell = found => process.stderr.write(ts.formatDiagnosticsWithColorAndContext([found], host));
  const compiled = (_status, _newLine, _options, errors) => errors === 0 && restart();
  const create = ts.createEmitAndSemanticDiagnosticsBuilderProgram;
  ts.createWatchProgram(ts.createWatchCompilerHost('tsconfig.build.json', options, ts.sys, create, tell, compiled));
}

process.env.SERVICE_URL = `http://127.0.0.1:${PORT}`;
const pages = await createServer({
  root: 'web',
  configFile: 'web/vite.config.ts',
  server: { host: '127.0.0.1', port: Number(WEB_PORT) },
});
await pages.listen();
compileAndWatch();
watch('migrations', restart);
// Typed documents of the front end; vite sees by itself what has become of them.
watch('web/src/operations', { recursive: true }, () =>
  spawn('npm', ['run', '-s', 'documents'], { stdio: 'inherit', shell: true }),
);

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    await Promise.all([pages.close(), stop()]);
    process.exit();
  });
