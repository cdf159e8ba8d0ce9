import { Make } from '../support/make/make.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const PAYLOAD = `{ userErrors { code path message } programme { id code name(locale: EN) description open startsOn endsOn
  requiredProjects version gatePolicy { summaryMinLength minPartners minSectors requiredSectors projectMinYears projectMaxYears } } }`;

async function keep(deed: 'create' | 'update', input: object) {
  const [field, type] = [`${deed}Programme`, `${deed === 'create' ? 'Create' : 'Update'}ProgrammeInput`];
  const document = `mutation ($input: ${type}!) { done: ${field}(input: $input) ${PAYLOAD} }`;
  return (await service.as(KEYS.admin).run<any, object>(document, { input })).done;
}

/** The code and path of every fault, once it is sure that nothing was changed. */
async function refusalOf(deed: 'create' | 'update', input: object): Promise<string[]> {
  const before = await stored(service.database);
  const { programme, userErrors } = await keep(deed, input);
  expect(programme).toBeNull();
  expect(await stored(service.database)).toEqual(before);
  return userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path].join(' '));
}

async function createIdea(changes: object = {}, key: string = KEYS.partner) {
  const document = `mutation ($input: CreateIdeaInput!) { createIdea(input: $input) { userErrors { code path message }
    idea { id code programme { code } } } }`;
  const input = { title: { sv: 'Vätgas i hamnen' }, summary: { sv: 'Prov' }, ...changes };
  return (await service.as(key).run<any, object>(document, { input })).createIdea;
}

const KS3_POLICY = {
  summaryMinLength: 80,
  minPartners: 3,
  minSectors: 3,
  requiredSectors: [['ACADEMIA'], ['BUSINESS_SME', 'BUSINESS_LARGE']],
  projectMinYears: 5,
  projectMaxYears: 10,
};
const NAME = { sv: 'Nytt program', en: 'New programme' };
let made = 0;
/** A code that nothing has yet. */
const newCode = () => `PROV${(made += 1)}`;

describe('a programme', () => {
  it('that says no more than its name has the usual gates, promises one project and takes ideas', async () => {
    const code = newCode();
    const { programme } = await keep('create', { code, name: NAME, open: false });
    expect(programme).toEqual({
      id: expect.stringMatching(/^programme_/),
      code,
      name: 'New programme',
      description: null,
      open: false,
      startsOn: null,
      endsOn: null,
      requiredProjects: 1,
      version: 1,
      gatePolicy: KS3_POLICY,
    });
    const { node } = await service
      .as()
      .run<any, object>('query ($id: ID!) { node(id: $id) { ... on Programme { code } } }', {
        id: programme.id,
      });
    expect(node).toEqual({ code });
  });

  it.each([
    ['whose code has small letters', { code: 'Ks4' }, 'INVALID code'],
    ['whose code has other signs', { code: 'KS-4' }, 'INVALID code'],
    ['whose code is too long', { code: 'K'.repeat(13) }, 'INVALID code'],
    ['whose code is taken', { code: 'KS3' }, 'ALREADY_EXISTS code'],
    ['without a name', { name: { sv: ' ' } }, 'REQUIRED name sv'],
    ['that ends before it starts', { startsOn: '2027-02-01', endsOn: '2027-01-31' }, 'INVALID endsOn'],
    ['that promises less than nothing', { requiredProjects: -1 }, 'INVALID requiredProjects'],
    ['without partners', { gatePolicy: { minPartners: 0 } }, 'INVALID gatePolicy minPartners'],
    ['of more sectors than there are', { gatePolicy: { minSectors: 7 } }, 'INVALID gatePolicy minSectors'],
    ['of a negative length', { gatePolicy: { summaryMinLength: -1 } }, 'INVALID gatePolicy summaryMinLength'],
    [
      'with an empty group',
      { gatePolicy: { requiredSectors: [['PUBLIC'], []] } },
      'INVALID gatePolicy requiredSectors',
    ],
    ['of thirds of years', { gatePolicy: { projectMinYears: 2.3 } }, 'INVALID gatePolicy projectMinYears'],
    ['of too many years', { gatePolicy: { projectMaxYears: 51 } }, 'INVALID gatePolicy projectMaxYears'],
    ['whose longest is the shortest', { gatePolicy: { projectMaxYears: 4 } }, 'INVALID gatePolicy projectMaxYears'],
    ['with a number that is null', { gatePolicy: { minPartners: null } }, 'REQUIRED gatePolicy minPartners'],
  ])('is refused: one %s', async (_which, input, refusal) => {
    expect(await refusalOf('create', { code: newCode(), name: NAME, open: false, ...input })).toEqual([refusal]);
  });

  it('keeps what a change says nothing of, in its gates too, and is emptied by null', async () => {
    const code = newCode();
    await keep('create', { code, name: NAME, open: false, description: { sv: 'Vad det är' }, startsOn: '2027-01-01' });
    const { programme } = await keep('update', { code, requiredProjects: 3, gatePolicy: { minPartners: 5 } });
    expect(programme).toMatchObject({
      name: 'New programme',
      description: 'Vad det är',
      requiredProjects: 3,
      version: 2,
    });
    expect(programme.gatePolicy).toEqual({ ...KS3_POLICY, minPartners: 5 });
    expect((await keep('update', { code, description: null, startsOn: null })).programme).toMatchObject({
      description: null,
      startsOn: null,
      gatePolicy: { minPartners: 5 },
    });
  });

  it.each([
    ['of a programme that is not there', { code: 'XX1', open: true }, 'NOT_FOUND code'],
    ['that builds on an old version', { expectedVersion: 99, open: true }, 'CONFLICT expectedVersion'],
    ['that takes the name away', { name: null }, 'REQUIRED name'],
    ['that ends it before it starts', { startsOn: '2027-01-01', endsOn: '2026-01-01' }, 'INVALID endsOn'],
    [
      'that makes the longest project shorter than the shortest',
      { gatePolicy: { projectMinYears: 11 } },
      'INVALID gatePolicy projectMaxYears',
    ],
  ])('is not changed by a change %s', async (_which, input, refusal) => {
    expect(await refusalOf('update', { code: 'KS3', ...input })).toEqual([refusal]);
  });

  it('tells the log what it changed, before and after, to all who have signed in', async () => {
    const code = newCode();
    await keep('create', { code, name: NAME, open: false });
    await keep('update', { code, gatePolicy: { minSectors: 2, requiredSectors: [] }, reason: 'Färre i länet.' });
    await keep('update', { code, gatePolicy: { minSectors: 2 } });
    const { activity } = await service.as(KEYS.partner).run<any, object>(
      `{ activity(first: 2, kinds: [PROGRAMME_CREATED, PROGRAMME_UPDATED]) { nodes { kind reason
        subject { ... on Programme { code } } changes { field before after } } } }`,
    );
    expect(activity.nodes.map(({ kind, subject }: any) => [kind, subject.code])).toEqual([
      ['PROGRAMME_UPDATED', code],
      ['PROGRAMME_CREATED', code],
    ]);
    expect(activity.nodes[0]).toMatchObject({
      reason: 'Färre i länet.',
      changes: [
        {
          field: 'gatePolicy',
          before: { minSectors: 3, requiredSectors: KS3_POLICY.requiredSectors },
          after: { minSectors: 2, requiredSectors: [] },
        },
      ],
    });
  });

  it('takes numbers for its ideas without a change that others could miss', async () => {
    const version = async () => (await keep('update', { code: 'KS3' })).programme.version as number;
    const before = await version();
    await createIdea();
    expect(await version()).toBe(before);
  });
});

describe('a new idea', () => {
  afterEach(() => service.database.query("update programme set open = code_prefix = 'KS3'"));

  it('belongs to the only open programme', async () => {
    const { idea } = await createIdea();
    expect(idea).toMatchObject({ code: expect.stringMatching(/^KS3-/), programme: { code: 'KS3' } });
  });

  it('asks which, where several are open, and counts within each', async () => {
    const code = newCode();
    await keep('create', { code, name: NAME });
    const before = await stored(service.database);
    const { idea, userErrors } = await createIdea();
    expect(idea).toBeNull();
    expect(userErrors).toEqual([
      {
        code: 'REQUIRED',
        path: ['programme'],
        message: `Ange vilket program idén ska höra till: ${code} eller KS3.`,
      },
    ]);
    expect(await stored(service.database)).toEqual(before);
    const codes = [];
    for (const programme of [code, 'KS3', code]) codes.push((await createIdea({ programme })).idea.code);
    expect(codes).toEqual([`${code}-1`, expect.stringMatching(/^KS3-\d+$/), `${code}-2`]);
  });

  it.each([
    [
      'one that is not there',
      { programme: 'XX1' },
      'NOT_FOUND',
      'Det finns inget program med koden ”XX1”. Ange vilket program idén ska höra till: KS3.',
    ],
    ['a closed one', { programme: 'FS1' }, 'NOT_ELIGIBLE', 'Programmet FS1 är stängt och tar inte emot nya idéer.'],
  ])('is not taken by %s', async (_which, input, code, message) => {
    const before = await stored(service.database);
    expect(await createIdea(input)).toEqual({ idea: null, userErrors: [{ code, path: ['programme'], message }] });
    expect(await stored(service.database)).toEqual(before);
  });

  it('has nowhere to go while none is open', async () => {
    await keep('update', { code: 'KS3', open: false });
    const { userErrors } = await createIdea();
    expect(userErrors).toEqual([
      { code: 'REQUIRED', path: ['programme'], message: 'Inget program tar emot nya idéer just nu.' },
    ]);
  });
});

describe("an idea's gate", () => {
  const READINESS = `query ($id: ID!, $locale: Locale!) { idea(id: $id) { stage consortium { missingSectors }
    readiness { ready requirements { code met message(locale: $locale) required } } } }`;
  const readiness = async (id: string, locale = 'SV') =>
    (await service.as(KEYS.admin).run<any, object>(READINESS, { id, locale })).idea;
  const requirement = async (id: string, code: string, locale?: string) =>
    (await readiness(id, locale)).readiness.requirements.find((each: any) => each.code === code);
  const advance = async (id: string) =>
    (
      await service
        .as(KEYS.admin)
        .run<any, object>('mutation ($id: ID!) { advanceIdea(input: { id: $id }) { idea { stage } unmet { code } } }', {
          id,
        })
    ).advanceIdea;

  it('asks what its own programme asks, in both languages, as it is at the moment of the step', async () => {
    const { id } = await make.idea({ stage: 'CONSORTIUM' });
    expect((await readiness(id)).readiness.ready).toBe(true);
    await keep('update', { code: 'KS3', gatePolicy: { minPartners: 4, minSectors: 4 } });
    expect(await requirement(id, 'ENOUGH_PARTNERS')).toMatchObject({
      required: '4',
      message: 'Konsortiet har 3 partner (associerade räknas inte); 1 partner saknas.',
    });
    expect(await requirement(id, 'SECTORS_REPRESENTED', 'EN')).toMatchObject({ message: 'Missing: 1 more sector.' });
    expect((await readiness(id)).consortium.missingSectors).toContain('CIVIL_SOCIETY');
    expect(await advance(id)).toEqual({
      idea: { stage: 'CONSORTIUM' },
      unmet: [{ code: 'ENOUGH_PARTNERS' }, { code: 'SECTORS_REPRESENTED' }],
    });
    await keep('update', { code: 'KS3', gatePolicy: { minPartners: 3, minSectors: 3 } });
    expect(await advance(id)).toEqual({ idea: { stage: 'FUNDING_APPLICATION' }, unmet: [] });
  });

  it('that was passed stays passed, whatever the programme asks afterwards', async () => {
    const { id } = await make.idea({ stage: 'FUNDING_APPLICATION' });
    const path = () => service.database.query('select * from stage_transition where idea_id = $1 order by id', [id]);
    const before = await path();
    await keep('update', { code: 'KS3', gatePolicy: { minPartners: 9 } });
    expect([await path(), (await readiness(id)).stage]).toEqual([before, 'FUNDING_APPLICATION']);
    await keep('update', { code: 'KS3', gatePolicy: { minPartners: 3 } });
  });

  it('goes by the rules of a closed programme as long as the idea lives', async () => {
    const { id } = await make.idea({ stage: 'CONSORTIUM', except: 'ENOUGH_PARTNERS' });
    await service.database.query(
      "update idea set programme_id = p.id, number = 900, code = 'FS1-900' from programme p where p.code_prefix = 'FS1' and idea.id = $1",
      [id],
    );
    expect(await requirement(id, 'ENOUGH_PARTNERS')).toMatchObject({ met: true, required: '2' });
    expect(await advance(id)).toMatchObject({ idea: { stage: 'FUNDING_APPLICATION' } });
  });
});

describe('what programmes have promised', () => {
  const goal = async (filter: object | null) =>
    (
      await service
        .as(KEYS.admin)
        .run<any, object>(
          'query ($filter: IdeaFilter) { pipeline(filter: $filter) { goal { required projects met } } }',
          {
            filter,
          },
        )
    ).pipeline.goal;

  it('is summed over the programmes that the filter holds, and each keeps its own', async () => {
    await service.database.query(
      "update programme set required_projects = case code_prefix when 'FS1' then 2 when 'KS3' then 1 else 0 end",
    );
    expect(await goal(null)).toMatchObject({ required: 3 });
    expect(await goal({ stages: ['CONCEPT'] })).toMatchObject({ required: 3 });
    expect(await goal({ programmes: ['FS1'] })).toEqual({ required: 2, projects: 0, met: false });
    expect(await goal({ programmes: [] })).toEqual({ required: 0, projects: 0, met: true });
    const { ks3, fs1 } = await service.as(KEYS.admin).run<any, object>(`fragment own on Programme {
      goal { required projects closest { programme { code } } } pipeline { total goal { required projects } }
      ideas(first: 100) { totalCount nodes { code } } }
      { ks3: programme(code: "KS3") { ...own } fs1: programme(code: "FS1") { ...own } }`);
    expect(ks3.goal).toMatchObject(ks3.pipeline.goal);
    expect(ks3.goal).toMatchObject({ required: 1 });
    expect(ks3.goal.projects).toBeGreaterThan(0);
    expect(new Set(ks3.goal.closest.map((each: any) => each.programme.code))).toEqual(new Set(['KS3']));
    expect(ks3.pipeline.total).toBe(ks3.ideas.totalCount);
    expect(fs1.goal).toMatchObject({ required: 2, projects: 0 });
    expect(fs1.ideas.nodes.map(({ code }: any) => code)).toEqual(expect.arrayContaining(['FS1-1', 'FS1-2']));
  });

  it('counts a project that is as long as its own programme asks', async () => {
    const { id } = await make.idea({ stage: 'PROJECT' });
    const projects = async () => (await goal({ programmes: ['KS3'] })).projects as number;
    const before = await projects();
    await service.database.query("update project set ends_on = '2029-06-30' where idea_id = $1", [id]);
    expect(await projects()).toBe(before - 1);
    await keep('update', { code: 'KS3', gatePolicy: { projectMinYears: 2.5 } });
    expect(await projects()).toBe(before);
    await keep('update', { code: 'KS3', gatePolicy: { projectMinYears: 5 } });
  });

  it('is told of an earlier moment within the programme, too', async () => {
    const ask = (document: string) => service.as(KEYS.admin).run<any, object>(document);
    const asOf = new Date(Date.now() - 300 * 86_400_000).toISOString();
    const selection =
      '{ asOf total stages { stage count } states { state count } goal { projects } history(from: "2024-01-01", to: "2026-12-31", interval: YEAR) { on stages { count } } }';
    const { programme, pipeline } = await ask(`{ programme(code: "KS3") { pipeline(asOf: "${asOf}") ${selection} }
      pipeline(filter: { programmes: ["KS3"] }, asOf: "${asOf}") ${selection} }`);
    expect(programme.pipeline).toEqual(pipeline);
    expect(pipeline.total).toBeGreaterThan(10);
    const { errors } = await service
      .as(KEYS.admin)
      .ask('{ programme(code: "KS3") { pipeline(asOf: "2100-01-01T00:00:00Z") { total } } }');
    expect(errors![0]!.message).toMatch('asOf lies ahead');
  });
});

describe('the programmes', () => {
  it('are listed the newest first, to everybody', async () => {
    const { programmes } = await service.as().run<any, object>('{ programmes { code open } }');
    expect(programmes.slice(-2)).toEqual([
      { code: 'KS3', open: true },
      { code: 'FS1', open: false },
    ]);
  });

  it('narrow the ideas', async () => {
    const { ideas } = await service
      .as(KEYS.admin)
      .run<any, object>('{ ideas(first: 100, filter: { programmes: ["FS1"] }) { nodes { programme { code } } } }');
    expect(new Set(ideas.nodes.map((each: any) => each.programme.code))).toEqual(new Set(['FS1']));
  });

  it('know where ideas belong that a copy of the version before has made', async () => {
    const [owner] = await service.database.query<{ id: string }>('select id from partner limit 1');
    await service.database.query(
      `insert into idea (id, number, code, title_sv, summary_sv, stage, state, visibility, owner_id, environmental_objectives,
        missions, entered_stage_at, created_at, updated_at)
       values ('idea_before', 70000, 'KS3-70000', 'T', 'S', 'CONCEPT', 'ACTIVE', 'PUBLIC', $1, '{}', '{}', now(), now(), now())`,
      [owner!.id],
    );
    const { idea } = await service.as().run<any, object>('{ idea(code: "KS3-70000") { programme { code } } }');
    expect(idea).toEqual({ programme: { code: 'KS3' } });
  });
});
