import type { Page } from 'playwright-core';
import { makeIdea, partnerId } from '../support/make.js';
import { change } from '../support/make-application.js';
import { makeProject } from '../support/make-project.js';
import { Visit } from '../support/visit.js';

let visit: Visit;
beforeAll(async () => {
  visit = await Visit.begin();
});
afterEach(() => visit.leave());
afterAll(() => visit.end());

/** The newest event that the history tells of in these words. */
const event = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Historik' }).getByRole('listitem').filter({ hasText: words }).first();
/** What an event says, with plain spaces. */
const told = async (page: Page, words: string) => (await event(page, words).innerText()).replaceAll(/\s+/g, ' ');

const COMPLETE =
  'Byar och företag delar på sol, batterier och styrning, så att elen räcker också när nätet är fullt och priset är högt.';

describe("an idea's history", () => {
  it('says which fields were changed, from what to what, and folds what is long', async () => {
    const idea = await makeIdea(visit);
    await change(visit, 'updateIdea', { id: idea.id, technologyReadinessLevel: 3 }, 'idea { id }');
    const renamed = { title: { sv: 'Elen räcker till alla' }, focusAreas: ['tech'], summary: { sv: COMPLETE } };
    await change(visit, 'updateIdea', { id: idea.id, ...renamed, technologyReadinessLevel: 4 }, 'idea { id }');
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    const newest = event(page, 'Elen räcker till alla');
    await newest.getByText('Fokusområden: Digitalisering → Tech').waitFor();
    expect(await told(page, 'Elen räcker till alla')).toContain(`Titel: ${idea.title} → Elen räcker till alla`);
    expect(await told(page, 'Elen räcker till alla')).toContain('Teknisk mognad (TRL): 3 → 4');
    expect(await newest.getByText(COMPLETE).isVisible()).toBe(false);
    await newest.getByText('Sammanfattning', { exact: true }).click();
    await newest.getByText(COMPLETE).waitFor();
    const first = page.getByRole('region', { name: 'Historik' }).getByText('Teknisk mognad (TRL): 3', { exact: true });
    expect(await first.count()).toBe(1);
  });

  it('says which letter was signed by whom, and what was promised', async () => {
    const idea = await makeIdea(visit);
    const input = { ideaId: idea.id, partnerId: await partnerId(visit, 'bth'), role: 'BENEFICIARY' };
    const { membership } = await change<{ membership: { id: string } }>(
      visit,
      'addMember',
      { ...input, letterOfIntent: 'REQUESTED' },
      'membership { id }',
    );
    const signed = { letterOfIntent: 'SIGNED', commitment: { amount: '2000000', currency: 'SEK' } };
    await change(visit, 'updateMember', { id: membership.id, ...signed }, 'membership { id }');
    const page = await visit.open(`/ideas/${idea.code}`, { as: 'partner' });
    await event(page, 'En partners medverkan ändrades: Blekinge Tekniska Högskola').waitFor();
    expect(await told(page, 'medverkan ändrades')).toContain(
      'Avsiktsförklaring: Efterfrågad → Undertecknad · Åtagande: 2 000 000 kr',
    );
    expect(await told(page, 'kom med i konsortiet')).toContain('Roll: Stödmottagare · Avsiktsförklaring: Efterfrågad');
  });

  it('says what the funder decided, what was measured, and what was waived and why', async () => {
    const project = await makeProject(visit);
    const measured = { indicatorId: project.indicators[0], on: '2026-03-31', value: '12.5' };
    await change(visit, 'recordMeasurement', measured, 'project { id }');
    const page = await visit.open(`/ideas/${project.code}`, { as: 'admin' });
    await event(page, 'En indikator mättes: Företag som samverkar (företag)').waitFor();
    expect(await told(page, 'En indikator mättes')).toContain('Dag: 31 mars 2026 · Värde: 12,5');
    expect(await told(page, 'En ansökan fick beslut')).toContain('Status: Under bedömning → Beviljad');
    expect(await told(page, 'En ansökan fick beslut')).toContain('Beviljat belopp: 5 000 000 kr');

    const early = await makeIdea(visit, { without: 'OBJECTIVE' });
    const waiver = { waive: ['ENVIRONMENTAL_OBJECTIVE_CHOSEN'], reason: 'Miljömålet väljs i nästa steg.' };
    await change(visit, 'advanceIdea', { id: early.id, ...waiver }, 'idea { id }');
    await page.goto(`${visit.service.url}/ideas/${early.code}`);
    const step = event(page, 'Gick vidare till Konsortium');
    await step.getByText('Undantag medgavs för: miljömål').waitFor();
    await step.getByText('Miljömålet väljs i nästa steg.').waitFor();
  });
});
