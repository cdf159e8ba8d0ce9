import { spawn } from 'node:child_process';

/** A copy of the service as a process of its own, as it was built, so that it can be killed. */
export async function startProcess(
  databaseUrl: string,
  settings: NodeJS.ProcessEnv = {},
): Promise<{ url: string; kill(): void }> {
  const main = new URL('../../dist/main.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', SEED: 'none', LOG_LEVEL: 'silent', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', chunk => {
      text += String(chunk);
      const address = /API\s+(http\S+)\/graphql/.exec(text)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', code => reject(new Error(`the service ended with ${code}`)));
  });
  return { url, kill: () => void child.kill('SIGKILL') };
}
