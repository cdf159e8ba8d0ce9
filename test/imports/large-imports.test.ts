import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { KEYS, type Service, startService } from '../support/service/service.js';

let service: Service;
afterEach(() => service.stop());

const table = (header: string, count: number, row: (nth: number) => string) =>
  [header, ...Array.from({ length: count }, (_, nth) => row(nth))].join('\n');

const IDEAS = (count: number) => table('Titel;Sammanfattning;Ägare', count, nth => `Stor ${nth};Text;techtank`);

const TABLES = [
  ['importIdeas', 'ImportTableInput', '1\u00a0000', IDEAS(1_001)],
  ['importPartners', 'ImportTableInput', '5\u00a0000', table('Namn;Sektor', 5_001, nth => `Stor ${nth};kommun`)],
  [
    'importFundingCalls',
    'ImportFundingCallsInput',
    '3\u00a0000',
    table('Beteckning;Finansiär;Titel;Sista ansökningsdag', 3_001, nth => `STOR-${nth};V;U ${nth};2031-03-15 14:00`),
  ],
] as const;

const importing = (mutation: string, input: string) => `mutation ($input: ${input}!) {
  answer: ${mutation}(input: $input) { dryRun created userErrors { path message } } }`;

async function count(entity: 'idea' | 'activity', em = service.database.orm.em.fork()): Promise<number> {
  const [row] = await (em as SqlEntityManager).execute<{ count: string }[]>(`select count(*) as count from ${entity}`);
  return Number(row!.count);
}

it('is refused before anything begins where it has more rows than a request can take, and the way is told', async () => {
  service = await startService();
  const before = await count('activity');
  for (const [mutation, input, most, content] of TABLES)
    for (const dryRun of [true, false]) {
      const given = { format: 'CSV', content, dryRun };
      const { data } = await service.as(KEYS.admin).ask<any>(importing(mutation, input), { input: given });
      const { created, userErrors } = data.answer;
      expect([created, userErrors[0].path]).toEqual([0, ['content']]);
      expect(userErrors[0].message).toContain(`Högst ${most} rader`);
      expect(userErrors[0].message).toContain('kommandoraden');
    }
  expect(await count('activity')).toBe(before);
}, 60_000);

it('is undone where the time of its request is over, and the answer says that nothing was changed', async () => {
  service = await startService({ REQUEST_TIMEOUT_MS: '300' });
  const [ideas, activity] = [await count('idea'), await count('activity')];
  const input = { format: 'CSV', content: IDEAS(1_000), dryRun: false };
  const { errors } = await service.as(KEYS.admin).ask<any>(importing('importIdeas', 'ImportTableInput'), { input });
  expect(errors?.[0]?.extensions.code).toBe('TIMEOUT');
  expect(errors?.[0]?.message).toContain('it changed nothing');
  // The next import waits until the one that was given up has ended.
  const next = await service.database.orm.em.fork().transactional(async em => {
    await (em as SqlEntityManager).execute(`select pg_advisory_xact_lock(hashtextextended('import of ideas', 0))`);
    return [await count('idea', em), await count('activity', em)];
  });
  expect(next).toEqual([ideas, activity]);
}, 60_000);

const needsServer = process.env['TEST_DATABASE_URL'] ? it : it.skip;

needsServer(
  'lets others know that they have waited for something large, and may try again',
  async () => {
    service = await startService({ STATEMENT_TIMEOUT_MS: '400' });
    const { partners } = await service
      .as(KEYS.admin)
      .run<any, object>('{ partners(first: 1) { nodes { id version } } }', {});
    const [{ id, version }] = partners.nodes;
    const update = `mutation ($input: UpdatePartnerInput!) { updatePartner(input: $input) { userErrors { message } } }`;
    const told = await service.database.orm.em.fork().transactional(async em => {
      await (em as SqlEntityManager).execute('set local idle_in_transaction_session_timeout = 0');
      await (em as SqlEntityManager).execute('select id from partner order by id for share');
      await (em as SqlEntityManager).execute(`select pg_advisory_xact_lock(hashtextextended('import of ideas', 0))`);
      const input = { id, expectedVersion: version, website: 'https://ny.example' };
      return Promise.all([
        service.as(KEYS.admin).ask<any>(update, { input }),
        service.as(KEYS.admin).ask<any>(importing('importIdeas', 'ImportTableInput'), {
          input: { format: 'CSV', content: IDEAS(1), dryRun: false },
        }),
      ]);
    });
    for (const { errors } of told) {
      expect(errors?.[0]?.extensions.code).toBe('TIMEOUT');
      expect(errors?.[0]?.message).toContain('Something large is under way');
    }
  },
  60_000,
);
