import { axeViolations, LOOKS, until, Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => (visit = await Visit.begin()));
afterEach(async () => {
  expect(visit.complaints).toEqual([]);
  await visit.leave();
});
afterAll(() => visit.end());

interface Item {
  message: string;
  kind: string;
  idea: { code: string } | null;
}
const told = (as: 'admin' | 'partner') =>
  visit.ask<{ viewer: { agendaCount: number; agenda: Item[] } }>(
    '{ viewer { agendaCount agenda(first: 100) { message kind idea { code } } } }',
    {},
    as,
  );

const BOARD = { level: 1, name: 'Idéernas väg' } as const;
const AGENDA = { level: 1, name: 'Att göra' } as const;

describe('what there is to do', () => {
  it.each(['partner', 'admin'] as const)('is the first page that a %s opens, as the service tells it', async as => {
    const page = await visit.open('/', { as });
    await page.getByRole('heading', AGENDA).waitFor();
    expect(new URL(page.url()).pathname).toBe('/agenda');
    await page.locator('.task').first().waitFor();
    const { viewer } = await told(as);
    expect(await page.locator('.task').count()).toBe(Math.min(100, viewer.agendaCount));
    for (const { message } of viewer.agenda.slice(0, 5))
      expect(await page.getByText(message).count()).toBeGreaterThan(0);
    await page.getByRole('heading', { level: 2, name: /^Försenat/ }).waitFor();
  });

  it.each([undefined, 'integrator'] as const)('leaves the board to whoever has nothing to do (%s)', async as => {
    const page = await visit.open('/', as ? { as } : {});
    await page.getByRole('heading', BOARD).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await page.getByRole('link', { name: 'Att göra', exact: true }).count()).toBe(0);
  });

  it('leads to where a thing is done, and back, with the keyboard alone', async () => {
    const page = await visit.open('/agenda', { as: 'partner' });
    await page
      .getByRole('link', { name: /^Skriv lägesrapport/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/ideas\//);
    await page.keyboard.press('Escape');
    await page.goBack();
    await page.getByRole('heading', AGENDA).waitFor();
  });

  it('lets one go to the board and stay there, and is a page of the menu and of the palette', async () => {
    const page = await visit.open('/', { as: 'partner' });
    await page.getByRole('heading', AGENDA).waitFor();
    await page.getByRole('link', { name: 'Tavla', exact: true }).click();
    await page.getByRole('heading', BOARD).waitFor();
    await page.reload();
    await page.getByRole('heading', BOARD).waitFor();
    await page.getByRole('link', { name: 'Att göra', exact: true }).click();
    await page.getByRole('heading', AGENDA).waitFor();
    await page.getByRole('link', { name: 'Tavla', exact: true }).click();
    await page.getByRole('heading', BOARD).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('att gö');
    await page.getByRole('option', { name: 'Att göra' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', AGENDA).waitFor();
  });

  it('is gone from the page once it is done, wherever that was', async () => {
    const { viewer } = await told('partner');
    const due = viewer.agenda.find(({ kind }) => kind === 'STATUS_UPDATE_DUE')!;
    const page = await visit.open('/agenda', { as: 'partner' });
    await page.getByText(due.message).first().waitFor();
    await page.locator('.connection[data-state="LIVE"]').waitFor();
    const { idea } = await visit.ask<{ idea: { id: string } }>('query ($code: String) { idea(code: $code) { id } }', {
      code: due.idea!.code,
    });
    await visit.ask(
      'mutation ($input: PostStatusUpdateInput!) { postStatusUpdate(input: $input) { userErrors { message } } }',
      { input: { ideaId: idea.id, health: 'ON_TRACK', summary: { sv: 'Det går som det ska.' } } },
    );
    await until(page, `!document.body.innerText.includes(${JSON.stringify(due.message)})`);
  });

  it('asks who is signed out to sign in', async () => {
    const page = await visit.open('/agenda');
    await page.getByText('Logga in för att se vad som väntar på dig.').waitFor();
    await page.getByRole('link', { name: 'Till tavlan', exact: true }).click();
    await page.getByRole('heading', BOARD).waitFor();
  });

  it.each(LOOKS)(
    'has nothing for axe to complain of, on a desktop and a phone, in $theme and $language',
    async looks => {
      for (const width of [1280, 390]) {
        const page = await visit.open('/agenda', { as: 'admin', ...looks, width });
        await page.locator('.task').first().waitFor();
        expect(await axeViolations(page)).toEqual([]);
        expect(await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
      }
    },
  );
});
