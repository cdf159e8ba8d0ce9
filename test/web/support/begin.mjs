// One browser and one service for all stories: the service as it was built, on a database of its own.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { chromium } from 'playwright-core';
import { PREFIX, TEMPLATE } from '../../support/names.mjs';
import { startProcess } from '../../support/service/process.ts';

const { BASE_URL, TEST_DATABASE_URL, CHROMIUM = '/usr/bin/chromium' } = process.env;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
const SETTINGS = {
  // No story should fail because another asked much; the limits have tests of their own.
  RATE_PER_KEY: '0',
  RATE_PER_ADDRESS: '0',
  // Stories receive what webhooks send on this machine.
  WEBHOOK_ALLOW_PRIVATE: 'true',
};

export default async function begin() {
  const browser = await chromium.launchServer({ executablePath: CHROMIUM, args: FLAGS });
  process.env.BROWSER = browser.wsEndpoint();
  const service = BASE_URL ? undefined : await startService();
  process.env.BASE_URL ??= service.url;
  globalThis.endOfStories = async () => {
    await browser.close();
    await service?.stop();
  };
}

async function startService() {
  const { drop, ...place } = TEST_DATABASE_URL ? await onServer() : embedded();
  const { url, signal, exit } = await startProcess({ ...SETTINGS, ...place });
  const stop = async () => {
    signal('SIGTERM');
    await exit;
    drop();
  };
  return { url, stop };
}

/** A copy of the prepared database on the server; preparing the next run drops it. */
async function onServer() {
  const name = `${PREFIX}_browser`;
  const client = new pg.Client(TEST_DATABASE_URL);
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name} template ${TEMPLATE}`);
  await client.end();
  const url = new URL(TEST_DATABASE_URL);
  url.pathname = `/${name}`;
  return { DATABASE_URL: url.href, drop: () => undefined };
}

function embedded() {
  const folder = mkdtempSync(join(tmpdir(), 'kickstart-s3-'));
  const prepared = fileURLToPath(new URL('../../../node_modules/.cache/kickstart-s3/template.tar', import.meta.url));
  mkdirSync(join(folder, 'pg'));
  execFileSync('tar', ['-xf', prepared, '-C', join(folder, 'pg')], { stdio: ['ignore', 'ignore', 'pipe'] });
  return { DATA_DIR: folder, drop: () => rmSync(folder, { recursive: true, force: true }) };
}
