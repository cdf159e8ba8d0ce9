import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { makeIdea, retitle, unique } from '../support/make.js';
import { Receiver } from '../support/receiver.js';
import { axeViolations, LOOKS, Visit } from '../support/visit.js';

let visit: Visit;
let receiver: Receiver;
beforeAll(async () => {
  visit = await Visit.begin();
});
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(async () => {
  await visit.leave();
  await receiver.stop();
});
afterAll(() => visit.end());

interface MadeWebhook {
  page: Page;
  secret: string;
}

/** Makes a webhook to the receiver, as a new integrator does on a phone; the page is then that of its deliveries. */
async function makeWebhook(kinds: readonly string[], as: 'admin' | 'partner' = 'partner'): Promise<MadeWebhook> {
  const page = await visit.open('/webhooks', { as, width: 390 });
  await page.getByRole('button', { name: 'Ny webhook' }).click();
  await page.getByLabel('Adress').fill(receiver.url);
  if (kinds.length > 0) await page.getByLabel('Vad som skickas').selectOption({ label: 'Det jag väljer' });
  for (const kind of kinds) await page.getByLabel(kind, { exact: true }).check();
  await page.getByRole('button', { name: 'Skapa webhooken' }).click();
  const secret = await page.getByLabel('Signeringshemlighet', { exact: true }).inputValue();
  const aside = "document.querySelector('dialog').scrollWidth - document.querySelector('dialog').clientWidth";
  expect(await page.evaluate(aside)).toBe(0);
  await page.getByRole('button', { name: 'Jag har sparat den' }).click();
  await page.getByRole('heading', { level: 1, name: receiver.url }).waitFor();
  return { page, secret };
}

/** What the receiver has got of an idea. */
function receivedOf({ code }: { code: string }) {
  return receiver.received.filter(({ body }) => JSON.parse(body).data.idea?.code === code);
}

/** The signature of what was received, made as the Standard Webhooks specification says. */
function signatureBy(secret: string, { headers, body }: Receiver['received'][number]): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

const delivery = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

describe('a new webhook', () => {
  it('says how to make something arrive, and shows it as it does, signed by the secret that was shown', async () => {
    const idea = await makeIdea(visit);
    const { page, secret } = await makeWebhook([]);
    await page.getByText('Inget har skickats än').waitFor();
    await page.getByText('till exempel titeln på en av era idéer').waitFor();

    const title = unique('Nytt namn');
    await retitle(visit, idea, title);
    await delivery(page, title).getByText('Framme').waitFor();
    expect(await delivery(page, title).locator('.changed').innerText()).toBe(`Titel: ${idea.title} → ${title}`);
    // The partner's other ideas are changed meanwhile, by other stories.
    const sent = receiver.received.find(({ body }) => JSON.parse(body).data.idea?.code === idea.code)!;
    expect(JSON.parse(sent.body)).toMatchObject({ type: 'IDEA_UPDATED', data: { idea: { code: idea.code } } });
    expect(sent.headers['webhook-signature']).toBe(signatureBy(secret, sent));
  });

  it('is sent what was chosen and nothing else', async () => {
    const idea = await makeIdea(visit);
    const { page } = await makeWebhook(['Idén pausades']);
    await retitle(visit, idea, unique('Annat namn'));
    await visit.ask(
      'mutation ($id: ID!) { pauseIdea(input: { id: $id, reason: "Väntar" }) { userErrors { message } } }',
      { id: idea.id },
    );
    await page.getByRole('listitem').filter({ hasText: 'Idén pausades' }).getByText('Framme').first().waitFor();
    expect(new Set(receiver.received.map(({ body }) => JSON.parse(body).type))).toEqual(new Set(['IDEA_PAUSED']));
  });

  it('is not made with a name in its address, nor with nothing chosen, which would mean everything', async () => {
    const page = await visit.open('/webhooks', { as: 'partner' });
    await page.getByRole('button', { name: 'Ny webhook' }).click();
    await page.getByLabel('Adress').fill('https://user:password@example.org/hook');
    await page.getByRole('button', { name: 'Skapa webhooken' }).click();
    await page.getByText('Adress får inte innehålla användarnamn').waitFor();
    await page.getByLabel('Adress').fill(receiver.url);
    await page.getByLabel('Vad som skickas').selectOption({ label: 'Det jag väljer' });
    await page.getByRole('button', { name: 'Skapa webhooken' }).click();
    await page.getByRole('alert').getByText('Välj minst en händelse').waitFor();
    expect(await page.getByText('En webhook skapades').count()).toBe(0);
  });
});

describe('a delivery', () => {
  it('that is not accepted says what was answered and when it is tried again', async () => {
    receiver.status = 500;
    const idea = await makeIdea(visit);
    const { page } = await makeWebhook(['Idén ändrades']);
    const title = unique('Namn');
    await retitle(visit, idea, title);
    await delivery(page, title).getByText('Försöks igen').waitFor();
    await delivery(page, title)
      .getByText(/Svarade 500\. .+ försök, senast .+ Nästa försök/)
      .waitFor();
    await page.getByText('Tas inte emot').waitFor();

    receiver.status = 204;
    await delivery(page, title).getByText('Framme').waitFor({ timeout: 30_000 });
    await page.getByText('Fungerar', { exact: true }).waitFor();
  });

  it('is sent again under the same id', async () => {
    const idea = await makeIdea(visit);
    const { page } = await makeWebhook(['Idén ändrades']);
    const title = unique('Namn');
    await retitle(visit, idea, title);
    await delivery(page, title).getByRole('button', { name: 'Skicka igen' }).click();
    await page.getByRole('status').getByText('Leveransen skickas igen.').waitFor();
    await delivery(page, title).getByText('2 försök').waitFor();
    const ids = receivedOf(idea).map(({ headers }) => headers['webhook-id']);
    expect(ids.length).toBe(2);
    expect(ids[1]).toBe(ids[0]);
  });

  it('brings a disabled webhook to life again', async () => {
    receiver.status = 410;
    const idea = await makeIdea(visit);
    const { page } = await makeWebhook(['Idén ändrades']);
    const title = unique('Namn');
    await retitle(visit, idea, title);
    await page.getByText('Mottagaren svarade 410 Gone').waitFor();
    await page.getByText('Avstängd').waitFor();
    receiver.status = 204;
    await delivery(page, title).getByRole('button', { name: 'Skicka igen' }).click();
    await delivery(page, title).getByText('Framme').waitFor();
    await page.getByText('Fungerar', { exact: true }).waitFor();
  });
});

it('the deliveries stand in pages, the newest first, and only those are followed', async () => {
  const idea = await makeIdea(visit);
  const { page } = await makeWebhook(['Idén ändrades']);
  const titles = Array.from({ length: 22 }, (_, place) => unique(`Namn ${place}`));
  for (const title of titles) await retitle(visit, idea, title);
  while (receivedOf(idea).length < titles.length) await page.waitForTimeout(100);
  await page.getByRole('button', { name: 'Äldre' }).click({ timeout: 30_000 });
  await page.getByText('Äldre leveranser').waitFor();
  expect(await page.getByRole('button', { name: 'Skicka igen' }).count()).toBe(2);
  await page.getByRole('button', { name: 'Till de nyaste' }).click();
  await page.getByText('Listan följer med av sig själv').waitFor();
});

it('a webhook is limited to an idea, tried, and switched off and on, on its page', async () => {
  const [idea, other] = [await makeIdea(visit), await makeIdea(visit)];
  const { page } = await makeWebhook(['Idén ändrades']);
  await page.getByRole('button', { name: 'Ändra …' }).click();
  await page.getByLabel('Bara om idéerna').fill(idea.code);
  await page.getByRole('button', { name: 'Spara' }).click();
  await page.getByText(`Bara om ${idea.code}`).waitFor();
  const [title, unseen] = [unique('Namn'), unique('Namn')];
  await retitle(visit, other, unseen);
  await retitle(visit, idea, title);
  await delivery(page, title).getByText('Framme').waitFor();
  await page.getByRole('button', { name: 'Skicka ett prov' }).click();
  await page.getByText('Den senaste händelsen skickas som prov').waitFor();
  await page.getByRole('button', { name: 'Stäng av' }).click();
  await page.getByText('har stängt av den').waitFor();
  await page.getByRole('button', { name: 'Sätt på' }).click();
  await page.getByRole('button', { name: 'Stäng av' }).waitFor();
  expect(receiver.received.every(({ body }) => body.includes(idea.id) && !body.includes(unseen))).toBe(true);
  expect(receiver.received.length).toBeGreaterThan(1);
});

it('a webhook is deleted once that is confirmed, and gets nothing more', async () => {
  const idea = await makeIdea(visit);
  const { page } = await makeWebhook(['Idén ändrades']);
  await page.getByRole('button', { name: 'Ta bort …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ta bort webhooken' }).click();
  await page.getByRole('heading', { level: 1, name: 'Webhookar' }).waitFor();
  expect(await page.getByRole('link', { name: receiver.url }).count()).toBe(0);
  await retitle(visit, idea, unique('Namn'));
  const other = await Receiver.start();
  const first = receiver;
  receiver = other;
  await visit.leave();
  const { page: later } = await makeWebhook(['Idén ändrades']);
  const title = unique('Namn');
  await retitle(visit, idea, title);
  await delivery(later, title).getByText('Framme').waitFor();
  expect(first.received).toEqual([]);
  await first.stop();
});

it('nobody is told of webhooks without signing in', async () => {
  const page = await visit.open('/webhooks');
  await page.getByText('Sidan visas för den som är inloggad').waitFor();
  expect(await page.getByRole('button', { name: 'Ny webhook' }).count()).toBe(0);
});

describe('the pages and their dialogs', () => {
  it.each(LOOKS)('have nothing for axe to complain of, in $theme and $language', async looks => {
    const idea = await makeIdea(visit);
    const { page: made } = await makeWebhook(['Idén ändrades']);
    const title = unique('Namn');
    await retitle(visit, idea, title);
    await delivery(made, title).getByText('Framme').waitFor();
    const path = new URL(made.url()).pathname;
    await visit.leave();
    const page = await visit.open(path, { as: 'partner', width: 390, ...looks });
    await page.getByRole('link', { name: title }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('.webhook-head .deeds button').last().click();
    await page.getByRole('dialog').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.webhook-head a').first().click();
    await page.getByRole('link', { name: receiver.url }).waitFor();
    await page.locator('.deeds .main-deed').click();
    await page.locator('select[name=what]').selectOption('SOME');
    await page.locator('.choices').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});
