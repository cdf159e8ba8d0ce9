import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { KEYS, type Service, startService } from '../support/service/service.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const ROWS = 40;
const table = (header: string, row: (nth: number) => string) =>
  [header, ...Array.from({ length: ROWS }, (_, nth) => row(nth))].join('\n');

const TABLES = [
  {
    mutation: 'importIdeas',
    input: 'ImportTableInput',
    content: table('Titel;Sammanfattning;Ägare', nth => `Samtidig idé ${nth};Text ${nth};techtank`),
  },
  {
    mutation: 'importPartners',
    input: 'ImportTableInput',
    content: table('Namn;Sektor', nth => `Samtidig partner ${nth};kommun`),
  },
  {
    mutation: 'importFundingCalls',
    input: 'ImportFundingCallsInput',
    content: table(
      'Beteckning;Finansiär;Titel;Sista ansökningsdag',
      nth => `SAMTIDIG-${nth};Vinnova;Utlysning ${nth};2031-03-15 14:00`,
    ),
  },
];

describe('The same table that four import at the same time', () => {
  it.each(TABLES)('is imported once by $mutation, and says nothing new to the others', async each => {
    const source = `mutation ($input: ${each.input}!) { answer: ${each.mutation}(input: $input) {
      created updated unchanged rejected { row } userErrors { message } } }`;
    const input = { format: 'CSV', content: each.content, dryRun: false };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => service.as(KEYS.admin).run<any, object>(source, { input })),
    );
    const told = answers.map(({ answer }) => answer).sort((one, other) => other.created - one.created);
    const nothing = { updated: 0, rejected: [], userErrors: [] };
    expect(told).toEqual([
      { created: ROWS, unchanged: 0, ...nothing },
      ...Array.from({ length: 3 }, () => ({ created: 0, unchanged: ROWS, ...nothing })),
    ]);
  });
});

/** What somebody has given a name and not yet committed, and a table that says the same. */
const BESIDE = [
  {
    made: 'a partner',
    make: `update partner set slug = 'bredvid', name = 'Bredvid' where slug = 'techtank'`,
    mutation: 'importPartners',
    input: 'ImportTableInput',
    content: 'Kortnamn;Namn;Sektor\nbredvid;Bredvid;kommun\nannan-bredvid;En annan;kommun',
  },
  {
    made: 'a call',
    make: `update funding_call set identifier = 'BREDVID-1' where identifier = (select min(identifier) from funding_call)`,
    mutation: 'importFundingCalls',
    input: 'ImportFundingCallsInput',
    content:
      'Beteckning;Finansiär;Titel;Sista ansökningsdag\nBREDVID-1;F;Bredvid;2035-01-01 10:00\nBREDVID-2;F;Annan;löpande',
  },
];

const WAITING = `select count(*)::int as count from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and state = 'active'`;

async function untilSomebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const [{ count }] = (await service.database.query(WAITING)) as [{ count: number }];
    if (count > 0) return;
    await setTimeout(20);
  }
}

// An embedded database has one change under way at a time.
const whereSeveral = process.env.TEST_DATABASE_URL ? describe : describe.skip;

whereSeveral('What somebody makes while a table that says the same is imported', () => {
  it.each(BESIDE)('is $made that the import knows, and the rest is imported', async each => {
    const client = new pg.Client(service.databaseUrl!);
    await client.connect();
    await client.query('begin');
    await client.query(each.make);
    const source = `mutation ($input: ${each.input}!) { answer: ${each.mutation}(input: $input) {
      created rejected { row errors { message } } userErrors { code message } } }`;
    const input = { format: 'CSV', content: each.content, dryRun: false };
    const importing = service.as(KEYS.admin).run<any, object>(source, { input });
    await untilSomebodyWaits();
    await client.query('commit');
    await client.end();
    expect((await importing).answer).toEqual({ created: 1, rejected: [], userErrors: [] });
  });
});
