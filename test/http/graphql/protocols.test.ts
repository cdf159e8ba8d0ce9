import { faultsBy } from '../../support/calls/common-grants.js';
import { draftsIn, rowsOf } from '../../support/calls/calls-from.js';
import { Make } from '../../support/make/make.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const OPPORTUNITIES = '/common-grants/opportunities';

async function get(path: string, key?: string): Promise<{ status: number; headers: Headers; body: any }> {
  const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {};
  const response = await fetch(`${service.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function search(body: object): Promise<{ status: number; body: any }> {
  const response = await fetch(`${service.url}${OPPORTUNITIES}/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const titles = ({ body }: { body: any }): string[] => body.items.map(({ title }: { title: string }) => title);
const statuses = ({ body }: { body: any }): Set<string> => new Set(body.items.map((item: any) => item.status.value));

describe('CommonGrants', () => {
  it('lists the published calls, valid by the OpenAPI document of the protocol', async () => {
    const { status, body } = await get(OPPORTUNITIES);
    expect(status).toBe(200);
    expect(faultsBy('Answers.list', body)).toEqual([]);
    const { fundingCalls } = await service.as().run<any, object>('{ fundingCalls(first: 100) { totalCount } }');
    expect([body.items.length, body.paginationInfo.totalItems]).toEqual([
      fundingCalls.totalCount,
      fundingCalls.totalCount,
    ]);
  });

  it('pages by number: every call once, in one order, and nothing after the last page', async () => {
    const all = titles(await get(OPPORTUNITIES));
    const paged: string[] = [];
    for (let page = 1; page <= Math.ceil(all.length / 4); page += 1) {
      const answer = await get(`${OPPORTUNITIES}?page=${page}&pageSize=4`);
      expect(answer.body.paginationInfo).toEqual({
        page,
        pageSize: 4,
        totalItems: all.length,
        totalPages: Math.ceil(all.length / 4),
      });
      paged.push(...titles(answer));
    }
    expect(paged).toEqual(all);
    const beyond = await get(`${OPPORTUNITIES}?page=99&pageSize=4`);
    expect([beyond.status, beyond.body.items]).toEqual([200, []]);
  });

  it('gives one by its id, in the language asked for', async () => {
    const { body } = await get(`${OPPORTUNITIES}?pageSize=1&locale=sv`);
    const [{ id, title }] = body.items;
    const one = await get(`${OPPORTUNITIES}/${id}?locale=sv`);
    expect(faultsBy('Answers.get', one.body)).toEqual([]);
    expect([one.status, one.body.data.id, one.body.data.title]).toEqual([200, id, title]);
  });

  it.each(['018f3e1a-0000-7000-8000-000000000000', 'nonsense', '%00'])('has no opportunity %s', async id => {
    const { status, body } = await get(`${OPPORTUNITIES}/${id}`);
    expect([status, body.status, body.message]).toEqual([404, 404, expect.any(String)]);
  });

  it('keeps drafts from whoever may not see them, in the list, by id and in searches', async () => {
    const draft = await make.call({ publishedAt: null, title: { sv: 'Xylofonutlysning', en: null } });
    const asAdmin = await get(`${OPPORTUNITIES}?locale=sv&pageSize=1000`, KEYS.admin);
    const { id } = asAdmin.body.items.find((item: any) => item.title === 'Xylofonutlysning');
    expect((await get(`${OPPORTUNITIES}/${id}`)).status).toBe(404);
    expect(titles(await get(`${OPPORTUNITIES}?locale=sv`))).not.toContain('Xylofonutlysning');
    expect(titles(await search({ search: 'Xylofonutlysning' }))).not.toContain('Xylofonutlysning');
    expect(draft.publishedAt).toBeNull();
  });

  it('searches by words, status and closing date, valid by the OpenAPI document, and says what it left out', async () => {
    const open = await search({
      filters: { status: { operator: 'in', value: ['open'] } },
      pagination: { page: 1, pageSize: 50 },
    });
    expect([open.status, faultsBy('Answers.search', open.body)]).toEqual([200, []]);
    expect(statuses(open)).toEqual(new Set(['open']));
    const others = await search({ filters: { status: { operator: 'notIn', value: ['open'] } } });
    expect(statuses(others).has('open')).toBe(false);
    expect(open.body.paginationInfo.totalItems + others.body.paginationInfo.totalItems).toBe(
      (await get(OPPORTUNITIES)).body.paginationInfo.totalItems,
    );
    const words = await search({ search: 'vatten', filters: { colour: 'blue' }, sorting: { sortBy: 'mood' } });
    expect(words.body.filterInfo.errors).toEqual(['colour is not supported and was not applied']);
    expect(words.body.sortInfo.errors).toHaveLength(1);
  });

  it('sorts as it is asked', async () => {
    const up = titles(await search({ sorting: { sortBy: 'title', sortOrder: 'asc' } }));
    const down = titles(await search({ sorting: { sortBy: 'title', sortOrder: 'desc' } }));
    expect(up.length).toBeGreaterThan(10);
    expect(down[0]).toBe(up.at(-1));
  });

  it.each(['page=0', 'page=x', 'pageSize=0', 'pageSize=1001', 'pageSize=1.5'])(
    'refuses %s and says what would be right',
    async query => {
      const { status, body } = await get(`${OPPORTUNITIES}?${query}`);
      expect([status, body.errors]).toEqual([
        400,
        [{ field: query.split('=')[0], message: expect.stringMatching(/1–/) }],
      ]);
      expect((await search({ pagination: { page: -1 } })).status).toBe(400);
    },
  );
});

describe('GDP', () => {
  it('lists the calls as the standard has them, page by page, with their number in the header', async () => {
    const { headers, body } = await get('/gdp/utlysningar?limit=5');
    const { headers: same, body: next } = await get('/gdp/utlysningar?offset=5&limit=1000');
    const total = Number(headers.get('x-totalrecords'));
    expect([body.length, body.length + next.length, same.get('x-totalrecords')]).toEqual([5, total, String(total)]);
    expect(new Set([...body, ...next].map(({ diarienummer }: any) => diarienummer)).size).toBe(total);
  });

  it('gives what our own import reads', async () => {
    const { body } = await get('/gdp/utlysningar?limit=1000');
    const drafts = draftsIn(await rowsOf('GDP', body));
    expect(drafts.map(({ draft }) => draft.identifier)).toEqual(body.map(({ diarienummer }: any) => diarienummer));
  });

  it.each(['offset=-1', 'limit=0', 'limit=1001', 'limit=x'])('refuses %s', async query => {
    expect((await get(`/gdp/utlysningar?${query}`)).status).toBe(400);
  });
});
