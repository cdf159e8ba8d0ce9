import type { Database } from '../../src/database/database.js';
import * as fc from '../support/properties.js';
import { aMilestoneRow, anIndicatorRow, anOutcomeRow, aProjectRow } from '../support/rows/project-rows.js';
import {
  aCallRow,
  aFocusAreaRow,
  aKeyRow,
  aMembershipRow,
  anApplicationRow,
  anIdeaRow,
  aPartnerRow,
} from '../support/rows/rows.js';
import { freshDatabase } from '../support/service/service.js';
import type { Tables } from '../support/service/stored-rows.js';
import { insertRows } from '../support/rows/tables.js';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => ({ database, drop } = await freshDatabase()));
afterAll(async () => {
  await database.close();
  await drop();
});

const owner = aPartnerRow();
const other = aPartnerRow();
const idea = anIdeaRow(owner);
const call = aCallRow();
const project = aProjectRow(idea);
const base: Partial<Tables> = {
  partner: [owner, other],
  idea: [idea],
  funding_call: [call],
  project: [project],
  indicator: [anIndicatorRow(project)],
};
beforeAll(() => insertRows(database, base));

/** What the database calls the rule that refuses the rows; null when it takes them. */
async function refusal(rows: Partial<Tables>): Promise<string | null> {
  try {
    await insertRows(database, rows);
    return null;
  } catch (error) {
    const { constraint, message } = error as { constraint?: string; message: string };
    return constraint ?? /constraint "(\w+)"$/.exec(message)?.[1] ?? message;
  }
}

const money = (name: string, amount: string | null, currency: string | null) => ({
  [`${name}_amount`]: amount,
  [`${name}_currency`]: currency,
});
const granted = { status: 'GRANTED' as const, ...money('granted', '1.00', 'SEK') };
const anIdea = (changes: Parameters<typeof anIdeaRow>[1]) => ({ idea: [anIdeaRow(owner, changes)] });
const aCall = (changes: Parameters<typeof aCallRow>[0]) => ({ funding_call: [aCallRow(changes)] });
const anApplication = (changes: Parameters<typeof anApplicationRow>[2]) => ({
  application: [anApplicationRow(idea, call, changes)],
});
const aMembership = (changes: Parameters<typeof aMembershipRow>[2]) => ({
  membership: [aMembershipRow(idea, other, changes)],
});

describe('the database refuses', () => {
  it.each<[string, string, Partial<Tables>]>([
    ['a TRL below 1', 'idea_trl_1_to_9', anIdea({ technology_readiness_level: 0 })],
    ['a TRL above 9', 'idea_trl_1_to_9', anIdea({ technology_readiness_level: 10 })],
    ['an idea without a title', 'idea_title_present', anIdea({ title_sv: ' ' })],
    ['a completed idea that is no project', 'idea_completed_from_project', anIdea({ state: 'COMPLETED' })],
    ['a stage off the path', 'idea_stage_check', anIdea({ stage: 'DREAM' as never })],
    [
      'an unknown objective',
      'idea_environmental_objectives_check',
      anIdea({ environmental_objectives: ['X' as never] }),
    ],
    ['a code that is taken', 'idea_code_unique', anIdea({ code: idea.code })],
    ['a number that is taken', 'idea_number_per_programme', anIdea({ number: idea.number })],
    ['an owner that does not exist', 'idea_owner_id_foreign', anIdea({ owner_id: 'partner_nobody' })],
    ['a negative commitment', 'membership_commitment_not_negative', aMembership(money('commitment', '-0.01', 'SEK'))],
    ['a commitment without a currency', 'membership_commitment_whole', aMembership(money('commitment', '1.00', null))],
    ['leaving before joining', 'membership_dates_in_order', aMembership({ left_at: '2025-01-01T00:00:00Z' })],
    ['a negative request', 'application_requested', anApplication(money('requested', '-1.00', 'SEK'))],
    ['a currency without an amount', 'application_requested', anApplication(money('requested', null, 'SEK'))],
    ['negative co-financing', 'application_co_financing', anApplication(money('co_financing', '-1.00', 'SEK'))],
    ['a negative grant', 'application_granted', anApplication({ ...granted, ...money('granted', '-1.00', 'SEK') })],
    ['granted without an amount', 'application_granted_amount', anApplication({ status: 'GRANTED' })],
    ['an amount without a grant', 'application_granted_amount', anApplication({ ...granted, status: 'REJECTED' })],
    [
      'a decision before the submission',
      'application_dates_in_order',
      anApplication({ status: 'REJECTED', submitted_at: '2026-02-02T00:00:00Z', decided_at: '2026-02-01T00:00:00Z' }),
    ],
    ['an identifier that is taken', 'funding_call_identifier_unique', aCall({ identifier: call.identifier })],
    ['a TRL range that ends before it begins', 'funding_call_trl_range', aCall({ trl_min: 6, trl_max: 3 })],
    ['a funding rate of nothing', 'funding_call_rate_percent', aCall({ funding_rate: 0 })],
    ['a funding rate above all', 'funding_call_rate_percent', aCall({ funding_rate: 100.5 })],
    ['a minimum of no partners', 'funding_call_minimums', aCall({ min_partners: 0 })],
    ['a negative budget', 'funding_call_budget', aCall(money('budget', '-1.00', 'SEK'))],
    [
      'a smallest grant above the largest',
      'funding_call_grant_range',
      aCall({ ...money('grant_min', '2.00', 'SEK'), ...money('grant_max', '1.00', 'SEK') }),
    ],
    [
      'closing before opening',
      'funding_call_dates_in_order',
      aCall({ opens_at: '2026-03-01T00:00:00Z', deadlines: ['2026-02-01T00:00:00Z'] }),
    ],
    ['a deadline without a label', 'funding_call_deadline_labels', aCall({ deadline_labels: [''] })],
    ['a second plan of one idea', 'project_idea_id_unique', { project: [aProjectRow(idea)] }],
    [
      'a project that ends before it starts',
      'project_dates_in_order',
      { project: [aProjectRow(idea, { ends_on: '2026-12-31' })] },
    ],
    ['a negative project', 'project_budget_not_negative', { project: [aProjectRow(idea, { budget_amount: '-1.00' })] }],
    [
      'an outcome delivered on no day',
      'outcome_delivered_on',
      { outcome: [anOutcomeRow(project, { status: 'DELIVERED' })] },
    ],
    ['an indicator twice in one project', 'indicator_code_per_project', { indicator: [anIndicatorRow(project)] }],
    [
      'a milestone of no project',
      'milestone_project_id_foreign',
      { milestone: [aMilestoneRow({ id: 'project_nowhere' })] },
    ],
    ['a slug that is taken', 'partner_slug_unique', { partner: [aPartnerRow({ slug: owner.slug })] }],
    ['a focus area that is there', 'focus_area_code_unique', { focus_area: [aFocusAreaRow('tech')] }],
    ['a partner key without a partner', 'api_key_partner_of_partner', { api_key: [aKeyRow('x', { role: 'PARTNER' })] }],
    [
      'grants for others than integrators',
      'api_key_grants_of_integrator',
      { api_key: [aKeyRow('y', { role: 'ADMIN', grants: ['ALL_IDEAS'] })] },
    ],
  ])('%s', async (_, constraint, rows) => {
    expect(await refusal(rows)).toBe(constraint);
  });

  it('a second coordinator, until the first has left', async () => {
    const led = anIdeaRow(owner);
    const head = aMembershipRow(led, owner, { role: 'COORDINATOR', left_at: '2026-02-01T00:00:00Z' });
    expect(await refusal({ idea: [led], membership: [head] })).toBeNull();
    expect(await refusal({ membership: [aMembershipRow(led, owner, { role: 'COORDINATOR' })] })).toBeNull();
    expect(await refusal({ membership: [aMembershipRow(led, other, { role: 'COORDINATOR' })] })).toBe(
      'membership_one_current_coordinator',
    );
  });

  it('a second current membership of one partner, until the first has ended', async () => {
    const joined = anIdeaRow(owner);
    const past = aMembershipRow(joined, other, { left_at: '2026-02-01T00:00:00Z' });
    expect(await refusal({ idea: [joined], membership: [past, aMembershipRow(joined, other)] })).toBeNull();
    expect(await refusal({ membership: [aMembershipRow(joined, other)] })).toBe('membership_one_current_per_partner');
  });

  it('a second live application of an idea to one call, until the first is rejected or withdrawn', async () => {
    const applying = anIdeaRow(owner);
    const fruitless = (['REJECTED', 'WITHDRAWN'] as const).map(status => anApplicationRow(applying, call, { status }));
    const alive = anApplicationRow(applying, call);
    expect(await refusal({ idea: [applying], application: [...fruitless, alive] })).toBeNull();
    expect(await refusal({ application: [anApplicationRow(applying, call, { status: 'SUBMITTED' })] })).toBe(
      'application_one_alive_per_call',
    );
  });
});

describe.each(['activity', 'stage_transition'])('the rows of %s', table => {
  it.each([
    ['changed', `update ${table} set id = id`],
    ['deleted', `delete from ${table}`],
    ['truncated', `truncate ${table} cascade`],
    ['changed where there are none', `update ${table} set id = 'x' where false`],
  ])('are never %s', async (_, statement) => {
    const contents = `select md5(string_agg(t::text, ',' order by id)) as digest, count(*)::int as rows from ${table} t`;
    const [before] = await database.query<{ rows: number }>(contents);
    await expect(database.query(statement)).rejects.toThrow(`rows of ${table} are never changed or deleted`);
    expect(await database.query(contents)).toEqual([before]);
    expect(before!.rows).toBeGreaterThan(0);
  });
});

describe('the activity', () => {
  it('is numbered from one without a gap, each row chained to the one before', async () => {
    const [chain] = await database.query(`
      select count(*)::int as rows, max(sequence) as last, bool_and(hash = activity_digest(previous, a)) as unbroken
      from (select a, a.sequence, a.hash, lag(a.hash, 1, sha256('Kickstart S3')) over (order by a.sequence) as previous
        from activity a) chained`);
    expect(chain).toMatchObject({ unbroken: true });
    expect((chain as { rows: number }).rows).toBe((chain as { last: number }).last);
  });
});

describe('Swedish order', () => {
  it('puts å, ä and ö after z, small or capital, and keeps a and o apart from them', async () => {
    const letters = ['Österlen', 'zebra', 'ål', 'Äpple', 'apa', 'ost', 'Ål', 'öl', 'ärta', 'Zon', 'å'];
    const rows = await database.query<{ letter: string }>(
      'select letter from unnest($1::text[]) letter order by letter collate swedish',
      [letters],
    );
    expect(rows.map(({ letter }) => letter)).toEqual([...letters].sort(new Intl.Collator('sv').compare));
    expect(rows.map(({ letter }) => letter)).toEqual([
      'apa',
      'ost',
      'zebra',
      'Zon',
      'å',
      'ål',
      'Ål',
      'Äpple',
      'ärta',
      'öl',
      'Österlen',
    ]);
  });

  it('puts the letters of neighbours where Swedish dictionaries do, alone and within words', async () => {
    const letters = [...'aåäæbcdðđeęfghiklmnñoöøőœôprstþuüűvwxyzßÅÄÆÖØÜÞ'];
    const words = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 }).map(each => each.join(''));
    const some = [...new Set([...letters, ...fc.sample(words, 400)])];
    const rows = await database.query<{ word: string }>(
      'select word from unnest($1::text[]) word order by word collate swedish',
      [some],
    );
    expect(rows.map(({ word }) => word)).toEqual(some.sort(new Intl.Collator('sv').compare));
  });
});
