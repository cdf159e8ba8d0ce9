import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { eventually } from '../support/service/listener.js';
import { Manual } from '../support/service/manual.js';
import { type Service, startService } from '../support/service/service.js';
import { anIdea, makeWebhook, webhookOf } from '../support/make/webhooks.js';

const GUIDE = new Manual('docs/webhooks.md');
// Inside the checkout, so that the example finds the library it imports.
const FOLDER = new URL('../../node_modules/.cache/kickstart-s3/examples/', import.meta.url);

let service: Service;
let example: ChildProcess;
beforeAll(async () => {
  service = await startService({ WEBHOOK_ALLOW_PRIVATE: 'true' });
  mkdirSync(FOLDER, { recursive: true });
});
afterEach(() => void example.kill());
afterAll(() => service.stop());

/** The program that the guide shows in a language, as a file. */
function programIn(language: 'ts' | 'python'): string {
  const { text } = GUIDE.blocks.find(block => block.language === language)!;
  const file = new URL(language === 'ts' ? 'receiver.mjs' : 'receiver.py', FOLDER);
  writeFileSync(file, language === 'ts' ? stripTypeScriptTypes(text) : text);
  return fileURLToPath(file);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

async function isUp(url: string): Promise<boolean> {
  return fetch(url, { method: 'POST', body: '{}', headers: FORGED }).then(
    ({ status }) => status === 400,
    () => false,
  );
}

const FORGED = { 'webhook-id': 'delivery_1', 'webhook-timestamp': '1', 'webhook-signature': 'v1,bm8=' };

const LANGUAGES = [
  ['ts', process.execPath],
  ['python', 'python3'],
] as const;

it.each(LANGUAGES)(
  'the receiver of the guide in %s takes what we send, and nothing forged',
  async (language, command) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/hook`;
    const { id, secret } = await makeWebhook(service, url);
    let output = '';
    example = spawn(command, [programIn(language)], {
      env: { ...process.env, NODE_OPTIONS: '', WEBHOOK_SECRET: secret, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    example.once('error', error => (output = `The examples need ${command}: ${error.message}`));
    example.stdout!.on('data', chunk => (output += String(chunk)));
    await eventually(
      () => isUp(url),
      () => `the example does not run. ${output}`,
    );
    await (await anIdea(service)).retitle('Vågkraft för hamnar');
    await eventually(
      async () => (await webhookOf(service, id)).deliveries[0]?.status === 'DELIVERED',
      () => 'nothing was accepted',
    );
    expect(output.trim()).toBe('IDEA_UPDATED Vågkraft för hamnar');
  },
);
