import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { Visit, type Looks } from './support/visit.js';

const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));

interface Shot extends Looks {
  name: string;
  path: string;
  /** What to do before the picture is taken. */
  first?: (page: Page) => Promise<void>;
}

/** The consortium that lacks something: its gate has most to explain. */
const WITH_GATE = '/?area=smart-industri';
const advanceFirst = async (page: Page) => {
  await page.locator('#consortium .menu button').first().click();
  await page.getByRole('menuitem').first().click();
  await page.getByRole('dialog').waitFor();
};

const CSV = `identifier,title,programme,funder,deadline
NY-2027-1,Havsvind och hamnar,Provprogrammet,Exempelfonden,2027-09-16T15:00:00Z
FEL-1,En rad utan datum,Provprogrammet,Exempelfonden,i morgon
`;
const tryImport = async (page: Page) => {
  await page.getByLabel('Format').selectOption('CSV');
  await page.getByLabel('Innehåll').fill(CSV);
  await page.getByRole('button', { name: 'Prova' }).click();
  await page.getByRole('region', { name: 'Så skulle det bli' }).waitFor();
};
const openFirstCall = async (page: Page) => {
  await page.locator('.call-row h2 a').first().click();
  await page.locator('.match').first().waitFor();
};

const SHOTS: Shot[] = [
  { name: 'board', path: '/?view=full', as: 'admin' },
  { name: 'board-dark', path: '/?view=full', as: 'admin', theme: 'dark', language: 'en' },
  { name: 'board-phone', path: '/', width: 390 },
  { name: 'gate', path: WITH_GATE, as: 'admin', language: 'en', first: advanceFirst },
  { name: 'idea', path: '/ideas/KS3-23', as: 'admin', language: 'en' },
  { name: 'idea-phone', path: '/ideas/KS3-23', as: 'partner', theme: 'dark', width: 390 },
  { name: 'pipeline', path: '/pipeline', as: 'admin', language: 'en' },
  { name: 'pipeline-dark', path: '/pipeline', as: 'admin', theme: 'dark' },
  { name: 'calls', path: '/calls', as: 'admin', language: 'en' },
  { name: 'call', path: '/calls', as: 'admin', theme: 'dark', first: openFirstCall },
  { name: 'import', path: '/calls/import', as: 'admin', first: tryImport },
  { name: 'partner', path: '/partners/techtank', as: 'partner' },
];

describe('the pictures in the documentation', () => {
  let visit: Visit;
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    visit = await Visit.begin();
  });
  afterEach(() => visit.leave());
  afterAll(() => visit.end());

  it.each(SHOTS)('$name is taken', async ({ name, path, first, ...looks }) => {
    const page = await visit.open(path, looks);
    await page.waitForLoadState('networkidle');
    await page.locator('.loading').first().waitFor({ state: 'detached' });
    await first?.(page);
    await page.screenshot({ path: `${FOLDER}${name}.png` });
  });
});
