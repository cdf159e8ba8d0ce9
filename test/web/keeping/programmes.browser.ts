import { KEYS, type Service, startService } from '../../support/service/service.js';
import { axeViolations, LOOKS, Visit } from '../support/visit.js';

// A service of its own: with two programmes open, every new idea must say which.
let service: Service;
let visit: Visit;
beforeAll(async () => {
  service = await startService();
  visit = await Visit.begin({ url: service.url, keys: KEYS });
});
afterEach(() => visit.leave());
afterAll(async () => {
  await visit.end();
  await service.stop();
});

const PROGRAMME = `query ($code: String!) { programme(code: $code) { open requiredProjects version
  gatePolicy { summaryMinLength minPartners requiredSectors projectMinYears } } }`;
const told = async (code: string) => (await visit.ask<any>(PROGRAMME, { code })).programme;

describe('a programme', () => {
  it('is added with requirements of its own, and closed and opened again', async () => {
    const page = await visit.open('/programmes', { as: 'admin' });
    await page.getByRole('button', { name: 'Nytt program' }).click();
    await page.getByLabel('Kod').fill('ks4');
    await page.getByLabel('Namn på svenska').fill('Kickstart fyra');
    await page.getByLabel('Sammanfattning, minst antal tecken').fill('40');
    await page.getByLabel('Projektets längd, minst antal år').fill('2.5');
    const group = page.getByRole('group', { name: 'Minst en av dessa sektorer (2)' });
    for (const name of ['Små och medelstora företag', 'Stora företag'])
      await group.getByLabel(name, { exact: true }).uncheck();
    await page.getByLabel('Tar emot nya idéer').uncheck();
    await page.getByRole('dialog').getByRole('button', { name: 'Lägg till' }).click();
    await page.getByText('Koden ska bestå av högst 12 stora bokstäver').waitFor();
    await page.getByLabel('Kod').fill('KS4');
    await page.getByRole('dialog').getByRole('button', { name: 'Lägg till' }).click();
    const row = page.locator('.area').filter({ hasText: 'KS4' });
    await row.getByText('Ett projekt på 2,5–10 år').waitFor();
    expect(await told('KS4')).toMatchObject({
      open: false,
      gatePolicy: { summaryMinLength: 40, minPartners: 3, requiredSectors: [['ACADEMIA']], projectMinYears: 2.5 },
    });
    await row.getByRole('button', { name: 'Öppna för nya idéer: Kickstart fyra' }).click();
    await page.getByRole('status').getByText('Kickstart fyra är öppet för nya idéer.').waitFor();
    await row.getByRole('button', { name: 'Stäng för nya idéer: Kickstart fyra' }).click();
    await row.getByText('Stängt').waitFor();
    expect((await told('KS4')).open).toBe(false);
  });

  it('is edited, which its ideas feel at once, and the edit is undone', async () => {
    const page = await visit.open('/programmes', { as: 'admin' });
    await page.getByRole('button', { name: /^Ändra Kickstart S3/ }).click();
    await page.getByLabel('Partner, minst').fill('5');
    await page.getByRole('textbox', { name: 'Skäl' }).fill('Fler ska vara med.');
    await page.getByRole('button', { name: 'Spara' }).click();
    const row = page.locator('.area').filter({ hasText: 'KS3' });
    await row.getByText('Minst 5 partner från minst 3 sektorer').waitFor();
    expect((await told('KS3')).gatePolicy.minPartners).toBe(5);
    await page.getByRole('button', { name: 'Ångra' }).click();
    await row.getByText('Minst 3 partner från minst 3 sektorer').waitFor();
  });

  it('is read by anyone, who is offered no change', async () => {
    const page = await visit.open('/programmes', { language: 'en' });
    await page.getByRole('heading', { name: 'Pre-study S3 Blekinge' }).waitFor();
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
  });

  it('is told on the page of its idea', async () => {
    const page = await visit.open('/ideas/KS3-1', { as: 'admin' });
    await page.locator('.facts').getByText('Kickstart S3 Blekinge – delprojekt 3').waitFor();
  });
});

describe('a new idea', () => {
  it('asks for its programme where several are open, and is told what that one requires', async () => {
    const page = await visit.open('/ideas/new', { as: 'partner' });
    await page.getByText('Det behövs minst 80 tecken').waitFor();
    expect(await page.getByLabel('Program', { exact: true }).count()).toBe(0);
    await service.database.query("update programme set open = true where code_prefix = 'FS1'");
    await page.reload();
    await page.getByRole('textbox', { name: 'Titel', exact: true }).fill('Två program');
    await page.getByLabel('Sammanfattning: vad går idén ut på?').fill('En idé i ett av två öppna program.');
    await page.getByLabel('Utmaning: varför behövs den?').fill('Att välja.');
    await page.getByRole('button', { name: 'Skapa idén' }).click();
    await page.getByText('Välj program.').waitFor();
    await page.getByRole('combobox', { name: 'Program' }).selectOption({ label: 'Förstudie S3 Blekinge (FS1)' });
    await page.getByText('Det behövs minst 20 tecken').waitFor();
    await page.getByRole('button', { name: 'Skapa idén' }).click();
    await page.waitForURL(/\/ideas\/FS1-\d+$/);
    await page.locator('.facts').getByText('Förstudie S3 Blekinge').waitFor();
    await service.database.query("update programme set open = false where code_prefix = 'FS1'");
  });
});

describe('the page and its dialogs', () => {
  it.each(LOOKS)('have nothing for axe to complain of, in $theme and $language', async looks => {
    const page = await visit.open('/programmes', { as: 'admin', width: 390, ...looks });
    await page.locator('.area').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    for (const button of ['main > .deeds button', '.area button']) {
      await page.locator(button).first().click();
      await page.getByRole('dialog').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
});
