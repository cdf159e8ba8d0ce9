import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { feedTokenOf } from '../../support/make/feed-token.js';
import { Make } from '../../support/make/make.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService({ RATE_PER_KEY: '0', RATE_PER_ADDRESS: '0', MAX_COST: '1000000' });
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

type Row = Record<string, string>;

const get = (path: string, key: string | null) =>
  fetch(`${service.url}/export/${path}`, { headers: key ? { authorization: `Bearer ${key}` } : {} });

async function rowsOf(path: string, key: string | null): Promise<Row[]> {
  const response = await get(path, key);
  expect(response.status).toBe(200);
  return parse<Row>(Buffer.from(await response.arrayBuffer()), { columns: true, bom: true });
}

const ask = (key: string | null, document: string, variables = {}): Promise<any> =>
  service.as(key).run<any, object>(document, variables);

/** What the API shows of the same, by the columns' names, as a file writes it. */
const INSIDE: readonly [table: string, selection: string, rows: (idea: any) => object[]][] = [
  [
    'memberships',
    'consortium { memberships { partner { slug } role letterOfIntent commitment { amount currency } } }',
    ({ consortium }) =>
      consortium.memberships.map(({ partner, role, letterOfIntent, commitment }: any) => ({
        ...{ partner: partner.slug, role, letterOfIntent },
        ...{ commitment: commitment?.amount, commitmentCurrency: commitment?.currency },
      })),
  ],
  [
    'applications',
    'applications { call { identifier } status callStage reference requested { amount } granted { amount } }',
    ({ applications }) =>
      applications.map(({ call, requested, granted, ...own }: any) => ({
        ...own,
        ...{ call: call.identifier, requested: requested?.amount, granted: granted?.amount },
      })),
  ],
  [
    'projects',
    'project { startsOn endsOn budget { amount } progress baseline { endsOn } }',
    ({ project }) =>
      project
        ? [{ ...project, budget: project.budget.amount, baseline: undefined, baselineEndsOn: project.baseline?.endsOn }]
        : [],
  ],
  [
    'milestones',
    'project { milestones { titleSv: title(locale: SV) dueOn firstDueOn slipDays completedOn overdue } }',
    ({ project }) => project?.milestones ?? [],
  ],
  [
    'indicators',
    'project { indicators { code unit baseline target latest } }',
    ({ project }) => project?.indicators ?? [],
  ],
];

const ASKERS: readonly [who: string, key: string | null][] = [
  ['anonymous', null],
  ['a partner', KEYS.partner],
  ['an administrator', KEYS.admin],
];

describe.each(ASKERS)('for %s', (_who, key) => {
  it.each(INSIDE)('%s are those that the API shows, no more and no less', async (table, selection, partsOf) => {
    const { ideas } = await ask(
      key,
      `{ ideas(first: 100, orderBy: { field: CODE, direction: ASC }) { nodes { code ${selection} } } }`,
    );
    const expected = ideas.nodes.flatMap((idea: any) =>
      partsOf(idea).map(part => ({ idea: idea.code, ...written(part) })),
    );
    const rows = await rowsOf(`${table}.csv`, key);
    expect(expected.length).toBeGreaterThan(0);
    expect(rows.map(row => Object.fromEntries(Object.keys(expected[0]).map(field => [field, row[field]])))).toEqual(
      expected,
    );
  });

  it('the log is what the API shows of it, the oldest first', async () => {
    const nodes: any[] = [];
    for (let after = null, more = true; more;) {
      const { activity } = await ask(
        key,
        'query ($after: String) { activity(first: 100, after: $after, sinceSequence: 0) { nodes { sequence kind idea { code } } pageInfo { endCursor hasNextPage } } }',
        { after },
      );
      nodes.push(...activity.nodes);
      [after, more] = [activity.pageInfo.endCursor, activity.pageInfo.hasNextPage];
    }
    const rows = await rowsOf('activity.csv', key);
    expect(rows.map(({ sequence, kind, idea }) => [sequence, kind, idea])).toEqual(
      nodes.map(({ sequence, kind, idea }) => [String(sequence), kind, idea?.code ?? '']),
    );
    const kind = rows[0]?.['kind'];
    // None of the log is for everybody.
    if (!key) return expect(kind).toBeUndefined();
    const narrowed = await rowsOf(`activity.csv?kind=${kind}`, key);
    expect(narrowed).toEqual(rows.filter(row => row['kind'] === kind));
    expect(narrowed.length).toBeLessThan(rows.length);
  });
});

/** Fields with a value as a file writes it; those without one are empty. */
function written(part: object): Row {
  const fields = Object.entries(part).filter(([field]) => field !== 'baseline' || part[field as never] !== undefined);
  return Object.fromEntries(fields.map(([field, value]) => [field, value == null ? '' : String(value)]));
}

describe('at an earlier moment', () => {
  it('a table is as it was then, in both formats', async () => {
    const idea = await make.idea();
    const join = async () => {
      const input = { ideaId: idea.id, partnerId: (await make.partner()).id, role: 'BENEFICIARY' };
      const { addMember } = await ask(
        KEYS.admin,
        'mutation ($input: AddMemberInput!) { addMember(input: $input) { userErrors { message } } }',
        { input },
      );
      expect(addMember.userErrors).toEqual([]);
    };
    await join();
    await delay(20);
    const asOf = new Date().toISOString();
    await delay(20);
    await join();
    await ask(
      KEYS.admin,
      'mutation ($id: ID!) { updateIdea(input: { id: $id, title: { sv: "Ändrad titel" } }) { userErrors { message } } }',
      { id: idea.id },
    );
    const ofIdea = async (path: string) =>
      (await rowsOf(path, KEYS.admin)).filter(row => (row['code'] ?? row['idea']) === idea.code);
    const [now] = await ofIdea('ideas.csv');
    const [then] = await ofIdea(`ideas.csv?asOf=${asOf}`);
    expect([now!['titleSv'], then!['titleSv'] === now!['titleSv']]).toEqual(['Ändrad titel', false]);
    expect(await ofIdea('memberships.csv')).toHaveLength(2);
    expect(await ofIdea(`memberships.csv?asOf=${asOf}`)).toHaveLength(1);
    expect((await rowsOf(`activity.csv?asOf=${asOf}`, KEYS.admin)).every(({ at }) => at! <= asOf)).toBe(true);
    expect((await get(`memberships.xlsx?asOf=${asOf}&locale=en`, KEYS.admin)).status).toBe(200);
  });

  it.each(['ideas.csv?asOf=2999-01-01T00:00:00Z', 'activity.csv?asOf=soon', 'partners.csv?asOf=2020-01-01T00:00:00Z'])(
    'that lies ahead, is none, or that the table does not know, is refused by name: %s',
    async path => {
      const response = await get(path, KEYS.admin);
      expect(response.status).toBe(400);
      expect((await response.json()).errors[0].message).toContain('asOf');
    },
  );
});

describe('what lies inside ideas', () => {
  const applications = async (query: string) =>
    (await rowsOf(`applications.csv${query}`, KEYS.admin)).map(({ idea, call, status }) => [idea, call, status]);
  const listed = async (filter: string) => {
    const { applications: found } = await ask(
      KEYS.admin,
      `{ applications(first: 100, filter: ${filter}) { nodes { idea { code } call { identifier } status } } }`,
    );
    return found.nodes.map(({ idea, call, status }: any) => [idea.code, call.identifier, status]);
  };

  it('is narrowed by what the API narrows its own lists by: applications', async () => {
    const [all, granted] = [await applications(''), await applications('?status=GRANTED,REJECTED')];
    expect(granted.length).toBeGreaterThan(0);
    expect(granted.length).toBeLessThan(all.length);
    expect(granted.sort()).toEqual((await listed('{ statuses: [GRANTED, REJECTED] }')).sort());
    const soon = await applications('?deadlineWithin=P90D');
    expect(soon.sort()).toEqual((await listed('{ deadlineWithin: "P90D" }')).sort());
    const [, call] = granted[0]!;
    const ofCall = await applications(`?call=${encodeURIComponent(call!)}&status=GRANTED,REJECTED`);
    expect(ofCall).toEqual(granted.filter(row => row[1] === call));
    expect(
      new Set((await applications('?status=DRAFT&stage=CONSORTIUM')).map(([, , status]) => status)).size,
    ).toBeLessThan(2);
  });

  it('and milestones', async () => {
    const rows = (query: string) => rowsOf(`milestones.csv${query}`, KEYS.admin);
    const [all, reached, left] = [await rows(''), await rows('?completed=true'), await rows('?completed=false')];
    expect(reached.every(({ completedOn }) => completedOn !== '')).toBe(true);
    expect([reached.length > 0, left.length > 0, reached.length + left.length <= all.length]).toEqual([
      true,
      true,
      true,
    ]);
    const { milestones } = await ask(KEYS.admin, '{ milestones(first: 0, filter: { overdue: true }) { totalCount } }');
    expect(await rows('?overdue=true')).toHaveLength(milestones.totalCount);
  });

  it.each([
    ['applications.csv?call=finns-inte', 'call'],
    ['applications.csv?status=VUNNEN', 'status'],
    ['applications.csv?deadlineWithin=snart', 'deadlineWithin must be a length of time'],
    ['applications.csv?decidedWithin=90', 'decidedWithin must be a length of time'],
    ['milestones.csv?dueWithin=P1.5M', 'dueWithin must be a length of time'],
    ['ideas.csv?quietLongerThan=l%C3%A4nge', 'quietLongerThan must be a length of time'],
    ['ideas.csv?inStageLongerThan=x', 'inStageLongerThan must be a length of time'],
    ['ideas.csv?deadlineBefore=2027-01-01', 'deadlineBefore must be a moment, such as 2026-01-01T00:00:00Z'],
    ['calls.csv?deadlineAfter=2027-01-01', 'deadlineAfter must be a moment, such as 2026-01-01T00:00:00Z'],
    ['applications.csv?status=DRAFT&asOf=2026-01-01T00:00:00Z', 'asOf'],
    ['milestones.csv?overdue=ja', 'overdue'],
    ['projects.csv?overdue=true', 'overdue'],
  ])('refuses what it cannot be narrowed by: %s', async (path, named) => {
    const response = await get(path, KEYS.admin);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(named)]);
  });
});

it('shows the budget of a project where its idea is seen, and no money at all where the address alone opens the file', async () => {
  const key = KEYS.admin;
  const { secret } = await feedTokenOf(service, key);
  const keyed = await rowsOf('projects.csv', key);
  const fed = await rowsOf(`projects.csv?key=${secret}`, null);
  expect(fed.map(({ idea }) => idea)).toEqual(keyed.map(({ idea }) => idea));
  expect(keyed.every(({ budget, budgetCurrency }) => budget && budgetCurrency)).toBe(true);
  const ofMoney = ({ budget, budgetCurrency, baselineBudget, baselineBudgetCurrency }: Row) =>
    [budget, budgetCurrency, baselineBudget, baselineBudgetCurrency].join('');
  expect(new Set(fed.map(ofMoney))).toEqual(new Set(['']));
  const header = await (await get(`projects.csv?dialect=excel-sv&locale=en&key=${secret}`, null)).text();
  expect(header.split('\r\n')[0]).toContain('Budget (not shown by a feed token)');
});
