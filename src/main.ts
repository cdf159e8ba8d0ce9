import 'reflect-metadata';
import { createApi } from './api.js';
import { readConfig, type Config } from './config.js';
import { openReady } from './open.js';
import { DEMO_KEYS, refuseDemoKeys } from './seed/demo-keys.js';
import { endOnce } from './ending.js';
import { createServer } from './http/server.js';
import { ConfigError } from './shared/program/config-error.js';
import { VERSION } from './shared/program/version.js';

try {
  await start(readConfig());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(2);
}

async function start(config: Config): Promise<void> {
  const { database, release } = await openReady(config);
  if (config.production) await refuseDemoKeys(database);
  const server = await createServer({ api: createApi(database, config.webhooks, config.mail), database, config });
  const { host, port } = config.http;
  const address = await server.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    release();
    throw new ConfigError(cannotListen(error, config.http));
  });
  const close = endOnce(config.closingMs, async () => {
    await server.close();
    await database.close();
    release();
  });
  // Not `once`: closing, the embedded PostgreSQL signals its own process, which must not end it half way.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, close);
  announce(address, config);
}

/** What is wrong with where the service shall listen, by the name of the setting to change. */
function cannotListen({ code, message }: NodeJS.ErrnoException, { host, port }: Config['http']): string {
  if (code === 'EADDRINUSE')
    return `PORT: another program listens on ${host}, port ${port}. Stop it, or choose another PORT.`;
  if (code === 'EACCES') return `PORT: this user may not listen on port ${port}. Choose one above 1023.`;
  return `HOST: "${host}" is no address of this machine (${code ?? message}). 127.0.0.1 serves this machine, 0.0.0.0 all others too.`;
}

/** In one piece, so that whoever reads it as it comes has all of it or nothing. */
function announce(address: string, { seed: seeded, databaseUrl, dataDir }: Config): void {
  const lines = [
    '',
    `Kickstart S3 ${VERSION} runs on Node ${process.versions.node} and ${databaseUrl ? 'PostgreSQL' : `the embedded database in ${dataDir}`}.`,
    `  Front end ${address}/`,
    `  Explorer  ${address}/explorer`,
    `  API       ${address}/graphql`,
    `  Agents    ${address}/mcp`,
  ];
  if (seeded === 'demo') {
    lines.push('', 'WARNING: demo data with keys that everyone knows. Not for production.');
    lines.push(...DEMO_KEYS.map(({ secret, about }) => `  ${secret.padEnd(21)} ${about}`));
  }
  console.log(lines.join('\n'));
}
