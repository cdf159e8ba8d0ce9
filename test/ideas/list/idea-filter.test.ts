import { Make } from '../../support/make/make.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const LIST = 'query ($filter: IdeaFilter) { ideas(first: 100, filter: $filter) { totalCount nodes { code } } }';
const found = async (filter: object, key: string | null = KEYS.admin): Promise<string[]> =>
  (await service.as(key).run<any, object>(LIST, { filter })).ideas.nodes.map(({ code }: any) => code);
const refusal = async (filter: object) =>
  (await service.as(KEYS.admin).ask(LIST, { filter })).errors!.map(({ message }) => message).join();

describe('a filter of ideas', () => {
  it('holds others: all of them, one of them, or none', async () => {
    const concepts = await found({ stages: ['CONCEPT'] });
    const paused = await found({ states: ['PAUSED'] });
    const both = concepts.filter(code => paused.includes(code));
    expect(both.length).toBeGreaterThan(0);
    expect(await found({ and: [{ stages: ['CONCEPT'] }, { states: ['PAUSED'] }] })).toEqual(both);
    const either = await found({ or: [{ stages: ['CONCEPT'] }, { states: ['PAUSED'] }] });
    expect(new Set(either)).toEqual(new Set([...concepts, ...paused]));
    const neither = await found({ not: { or: [{ stages: ['CONCEPT'] }, { states: ['PAUSED'] }] } });
    expect(neither.filter(code => either.includes(code))).toEqual([]);
    expect(neither.length + either.length).toBe((await found({})).length);
    expect(await found({ not: { not: { stages: ['CONCEPT'] } } })).toEqual(concepts);
    expect(await found({ or: [] })).toEqual([]);
    expect(await found({ not: { stages: [] } })).toHaveLength((await found({})).length);
  });

  it('goes through the document and through variables alike, and knows its parts apart', async () => {
    const { a, b } = await service.as(KEYS.admin).run<any, object>(
      `query ($one: IdeaFilter!) { a: ideas(first: 100, filter: { or: [$one, { stages: [PROJECT] }] }) { totalCount }
        b: ideas(first: 100, filter: { or: [{ text: "vind" }, { stages: [PROJECT] }] }) { totalCount } }`,
      { one: { text: 'vind' } },
    );
    expect(a).toEqual(b);
    const texts = await Promise.all(['vind', 'hamn'].map(text => found({ or: [{ text }, { stages: ['PROJECT'] }] })));
    expect(texts[0]).not.toEqual(texts[1]);
    expect(await found({ or: [{ text: ' ' }] })).toHaveLength((await found({})).length);
  });

  it.each([
    ['six deep', { not: { not: { not: { not: { not: { not: {} } } } } } }, /at most 5 deep, and this goes 6/],
    ['of fifty-one', { and: Array.from({ length: 51 }, () => ({})) }, /at most 50 others, and this holds 51/],
    ['with a length of time in words', { updatedWithin: '14 dagar' }, /Duration must be of ISO 8601/],
    ['with a length of time that is none', { createdWithin: 'P' }, /Duration must be of ISO 8601/],
    ['with more than a century', { quietLongerThan: 'P101Y' }, /100 years at most/],
    ['with broken numbers', { deadlineWithin: 'P0.5D' }, /in whole numbers/],
  ])('is refused: one %s', async (_which, filter, message) => {
    expect(await refusal(filter)).toMatch(message);
  });

  it('asks for time by lengths of it', async () => {
    const { id, code } = await make.idea();
    const moments = (sql: string) => service.database.query(`update idea set ${sql} where id = $1`, [id]);
    await moments(
      "updated_at = now() - interval '20 days', created_at = now() - interval '3 months', entered_stage_at = now() - interval '40 days'",
    );
    const holds = async (filter: object) => (await found(filter)).includes(code);
    expect(await holds({ quietLongerThan: 'P19D' })).toBe(true);
    expect(await holds({ quietLongerThan: 'P21D' })).toBe(false);
    expect(await holds({ updatedWithin: 'P3W' })).toBe(true);
    expect(await holds({ updatedWithin: 'P2W' })).toBe(false);
    expect(await holds({ createdWithin: 'P4M' })).toBe(true);
    expect(await holds({ createdWithin: 'P2M' })).toBe(false);
    expect(await holds({ inStageLongerThan: 'P1M' })).toBe(true);
    expect(await holds({ inStageLongerThan: 'PT1000H' })).toBe(false);
  });

  it('asks for a deadline within a time, and for none', async () => {
    const { code } = await make.idea({ stage: 'CONSORTIUM' });
    const { code: without } = await make.idea();
    const soon = await found({ deadlineWithin: 'P90D' });
    expect([soon.includes(code), soon.includes(without)]).toEqual([true, false]);
    const not = await found({ not: { deadlineWithin: 'P90D' } });
    expect([not.includes(code), not.includes(without)]).toEqual([false, true]);
    expect(await found({ deadlineWithin: 'P1D' })).not.toContain(code);
  });

  it('asks for owners, apart from those that take part', async () => {
    const owner = await make.partner();
    const { code, partners } = await make.idea({ stage: 'CONSORTIUM', owner });
    expect(await found({ owners: [owner.id] })).toEqual([code]);
    expect(await found({ owners: [partners[0]!.id] })).toEqual([]);
    expect(await found({ partners: [partners[0]!.id] })).toEqual([code]);
  });

  it('asks for a range of maturity, both ends included and each of them optional', async () => {
    const { id, code } = await make.idea();
    await service.database.query('update idea set technology_readiness_level = 4 where id = $1', [id]);
    const holds = async (range: object) => (await found({ technologyReadinessLevel: range })).includes(code);
    expect(await Promise.all([{ from: 4, to: 4 }, { from: 4 }, { to: 4 }, {}].map(holds))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(await Promise.all([{ from: 5 }, { to: 3 }, { from: 5, to: 3 }].map(holds))).toEqual([false, false, false]);
  });
});

describe('what is missing', () => {
  it('is found by administrators and by those inside, and tells others nothing, not even under not', async () => {
    const { code, partners } = await make.idea({
      stage: 'CONSORTIUM',
      except: 'LETTERS_OF_INTENT',
      visibility: 'PUBLIC',
    });
    const signed = await make.idea({ stage: 'CONSORTIUM', visibility: 'PUBLIC' });
    const inside = await make.key('PARTNER', partners[1]);
    const missing = { stages: ['CONSORTIUM'], missing: ['LETTERS_OF_INTENT'] };
    const met = { stages: ['CONSORTIUM'], not: { missing: ['LETTERS_OF_INTENT'] } };
    expect(
      [await found(missing), await found(met)].map(all => [code, signed.code].map(one => all.includes(one))),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(await found(missing, inside)).toContain(code);
    for (const filter of [missing, met, { or: [missing, met] }, { not: { and: [missing, met] } }]) {
      const all = await found({ and: [{ stages: ['CONSORTIUM'] }, filter] }, null);
      expect([all.includes(code), all.includes(signed.code)]).toEqual([false, false]);
    }
  });

  it('costs its price, and so do filters in filters', async () => {
    const cost = async (filter: object) =>
      (
        (await service
          .as(KEYS.admin)
          .ask<any>(
            'query ($filter: IdeaFilter) { ideas(first: 0, filter: $filter) { totalCount } }',
            { filter },
            { 'x-cost': '1' },
          )) as any
      ).extensions.cost.requested as number;
    const plain = await cost({ stages: ['CONCEPT'] });
    expect(await cost({ missing: ['DESCRIBED', 'CALL_TARGETED'] })).toBe(plain + 40);
    expect(await cost({ not: { missing: ['DESCRIBED'] }, and: [{}, {}] })).toBe(plain + 35);
  });
});

describe('the promise of a pipeline', () => {
  it('is that of the programmes that the filter leaves room for, however it says so', async () => {
    await service.database.query(
      "update programme set required_projects = case code_prefix when 'FS1' then 10 else 1 end",
    );
    const required = async (filter: object) =>
      (
        await service
          .as(KEYS.admin)
          .run<any, object>('query ($filter: IdeaFilter) { pipeline(filter: $filter) { goal { required } } }', {
            filter,
          })
      ).pipeline.goal.required;
    const fs1 = { programmes: ['FS1'] };
    expect(await required({ not: fs1 })).toBe(1);
    expect(await required({ not: { ...fs1, stages: ['CONCEPT'] } })).toBe(11);
    expect(await required({ or: [fs1, { stages: ['CONCEPT'] }] })).toBe(11);
    expect(await required({ or: [fs1, { and: [fs1] }] })).toBe(10);
    expect(await required({ and: [fs1, { not: fs1 }] })).toBe(0);
    expect(await required({ not: { not: fs1 } })).toBe(10);
    expect(await required({ not: { or: [fs1, { text: ' ' }] } })).toBe(0);
  });
});
