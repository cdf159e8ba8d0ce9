import { insertManyIdeas } from '../support/make/many-ideas.js';
import { Recorder } from '../support/service/recorder.js';
import { KEYS, type Service, startService } from '../support/service/service.js';

/** One step of a plan, as PostgreSQL tells it. */
interface Step {
  'Node Type': string;
  'Relation Name'?: string;
  Alias?: string;
  'Index Name'?: string;
  'Sort Key'?: string[];
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Filter?: string;
  'Index Cond'?: string;
  Plans?: Step[];
}

const IDEAS = 10_000;

// The embedded database plans alike, but takes far longer to fill.
const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

onServer(`among ${IDEAS} ideas`, () => {
  const recorder = new Recorder();
  let service: Service;
  beforeAll(async () => {
    service = await startService({}, recorder.around);
    await insertManyIdeas(service.database, IDEAS);
  }, 180_000);
  afterAll(() => service.stop());

  /** Every step of the plan by which the server answers a query of one root field, or reads what it needs besides. */
  async function stepsOf(document: string, key: string | null = KEYS.admin, part = ''): Promise<Step[]> {
    const { reads } = await recorder.during(() => service.as(key).run(document));
    const { text, values } = reads.find(read => read.text.includes(part))!;
    const [row] = await service.database.query<{ 'QUERY PLAN': { Plan: Step }[] }>(
      `explain (analyze, format json) ${text}`,
      values,
    );
    return flat(row!['QUERY PLAN'][0]!.Plan);
  }

  const flat = (step: Step): Step[] => [step, ...(step.Plans ?? []).flatMap(flat)];
  const indexesOf = (steps: Step[]) => new Set(steps.flatMap(step => step['Index Name'] ?? []));
  const readThrough = (steps: Step[]) =>
    steps.filter(step => step['Node Type'] === 'Seq Scan').map(step => step['Relation Name']);
  /** Whole sorts; what an index has sorted by the key needs only its equals sorted by id. */
  const sorts = (steps: Step[]) => steps.filter(step => step['Node Type'] === 'Sort');
  /** How often a table is gone to. */
  const looks = (steps: Step[], table: string) =>
    steps.filter(step => step['Relation Name'] === table).reduce((sum, step) => sum + step['Actual Loops'], 0);
  /** How many rows of ideas the most eager scan has looked at. */
  const looked = (steps: Step[]) =>
    Math.max(
      ...steps
        .filter(step => step['Relation Name'] === 'idea')
        .map(step => step['Actual Loops'] * (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0))),
    );

  it.each(Object.entries({ ...KEYS, anonymous: null }))('an idea is found by its code for %s', async (_, key) => {
    const steps = await stepsOf('{ idea(code: "MANY-77") { title owner { name } applications { status } } }', key);
    expect(indexesOf(steps)).toContain('idea_code_unique');
    expect(readThrough(steps)).not.toContain('idea');
  });

  const BOARD = 'orderBy: { field: UPDATED_AT, direction: DESC }) { pageInfo { endCursor } nodes { id title } }';

  it.each([
    ['of a stage', '{ stages: [CONSORTIUM] }'],
    ['of two stages', '{ stages: [CONSORTIUM, PROJECT] }'],
    ['of all', '{}'],
  ])('the board %s comes out of an index in its order, whoever asks', async (_, filter) => {
    for (const key of [...Object.values(KEYS), null]) {
      const steps = await stepsOf(`{ ideas(first: 50, filter: ${filter}, ${BOARD} }`, key);
      expect([...indexesOf(steps)].filter(name => /^idea_(stage_)?updated_at$/.test(name))).toHaveLength(1);
      expect(sorts(steps)).toEqual([]);
      expect(looked(steps)).toBeLessThan(IDEAS / 10);
    }
  });

  it('the page after a cursor begins where the page before it ended', async () => {
    const ask = (after: string) => `{ ideas(first: 50, after: "${after}", filter: { stages: [CONSORTIUM] }, ${BOARD} }`;
    let after = '';
    for (let page = 0; page < 20; page += 1) {
      const document = page === 0 ? ask('').replace('after: "", ', '') : ask(after);
      after = (await service.as(KEYS.admin).run<any, object>(document)).ideas.pageInfo.endCursor as string;
    }
    expect(looked(await stepsOf(ask(after)))).toBeLessThan(IDEAS / 10);
  });

  it.each([
    ['TITLE', 'idea_title'],
    ['UPDATED_AT', 'idea_updated_at'],
    ['CODE', 'idea_number'],
  ])('the order by %s is that of the index %s', async (field, index) => {
    const steps = await stepsOf(`{ ideas(first: 20, orderBy: { field: ${field}, direction: ASC }) { nodes { id } } }`);
    expect(indexesOf(steps)).toContain(index);
    expect(looked(steps)).toBeLessThan(IDEAS / 10);
  });

  it.each(['vindkraft', 'vindkarft', 'KS3-12', '"en sammanfattning" -vind'])(
    'a search for %s goes through the index of all words',
    async text => {
      const steps = await stepsOf(`{ ideas(filter: { text: ${JSON.stringify(text)} }) { totalCount nodes { id } } }`);
      expect(indexesOf(steps)).toContain('search_document_words');
      expect(readThrough(steps)).not.toContain('search_document');
      // What the words ask for is made once, and not for each text that is looked at.
      for (const { Filter = '', 'Index Cond': condition = '' } of steps)
        expect(`${Filter} ${condition}`).not.toContain('search_query');
    },
  );

  it('what is like a word is looked up among the known words by indexes', async () => {
    const { database } = service;
    await database.query(`insert into search_word select word, search_slips(word, '') || search_slips(word, '_')
      from (select left(translate(md5(n::text), '0123456789', 'ghijklmnop'), 8) as word from generate_series(1, 2000) n) words`);
    await database.query('vacuum (analyze) search_word');
    const [read] = await database.query<{ known: string[]; scans: string }>(`select known, (
        select seq_scan from pg_stat_xact_user_tables where relname = 'search_word' and known is not null) as scans
      from search_alike('vindkarft', 500) known`);
    expect(read).toEqual({ known: ['vindkraft'], scans: '0' });
  });

  it.each([
    ['of a partner', '{ partner(slug: "techtank") { ideas { totalCount nodes { id } } } }'],
    ['that are mine', '{ ideas(filter: { mine: true }) { totalCount nodes { id } } }'],
  ])('the ideas %s are reached through owners and members', async (_, document) => {
    const steps = await stepsOf(document, KEYS.partner);
    expect([...indexesOf(steps)]).toEqual(expect.arrayContaining(['idea_owner_id', 'membership_partner_id']));
    expect(readThrough(steps)).not.toContain('idea');
  });

  it.each([
    [
      'an idea',
      '{ applications(filter: { ideas: ["idea_many7"] }) { totalCount nodes { id } } }',
      'application_idea_id',
    ],
    ['my ideas', '{ applications(filter: { mine: true }) { totalCount nodes { id } } }', 'idea_owner_id'],
  ])('the applications of %s are reached from there', async (_, document, index) => {
    const steps = await stepsOf(document, KEYS.partner);
    expect([...indexesOf(steps)]).toContain(index);
    expect(looked(steps)).toBeLessThan(IDEAS);
  });

  it.each(Object.entries({ admin: KEYS.admin, integrator: KEYS.integrator, anonymous: null }))(
    'the ideas that calls are held against come out of an index, those that changed last, for %s',
    async (_, key) => {
      const document = '{ fundingCalls(first: 20) { nodes { ideaMatches(first: 3) { score } } } }';
      const steps = await stepsOf(document, key, 'limit 1000) as idea');
      expect([...indexesOf(steps)]).toContain('idea_updated_at');
      expect(readThrough(steps)).not.toContain('idea');
      expect(readThrough(steps)).not.toContain('partner');
      expect(looked(steps)).toBeLessThan(IDEAS / 2);
    },
  );

  it('a report about the past reads through the log, and looks up no application or project in it', async () => {
    const { database } = service;
    await database.query(`insert into stage_transition (id, idea_id, "to", to_state, at, by_name, by_role, waived)
      select 'transition_' || id, id, stage, state, created_at, 'Test', 'ADMIN', '{}' from idea where code like 'MANY-%'`);
    await database.query('vacuum (analyze) stage_transition');
    const document = `{ pipeline(asOf: "${new Date().toISOString()}") { funding { currency } matrix { count } goal { projects closest { code } } } }`;
    for (const key of [KEYS.admin, KEYS.partner]) {
      const steps = await stepsOf(document, key);
      expect(readThrough(steps)).toContain('application');
      // What is nearest to the goal is five ideas, looked up.
      expect(looks(steps, 'activity')).toBeLessThan(100);
      expect(looks(steps, 'application')).toBeLessThan(100);
    }
  });

  it('the newest activity is read from the end of its sequence', async () => {
    const steps = await stepsOf('{ activity(first: 20) { nodes { kind } } }');
    expect(indexesOf(steps)).toContain('activity_sequence_unique');
    expect(sorts(steps)).toEqual([]);
  });
});
