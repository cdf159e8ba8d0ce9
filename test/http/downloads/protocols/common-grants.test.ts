import { opportunityId } from '../../../../src/funding-calls/exchange/formats/common-grants/write-common-grants.js';
import { Money } from '../../../../src/shared/money.js';
import { faultsBy, faultsOfIdentifiers } from '../../../support/calls/common-grants.js';
import { Make } from '../../../support/make/make.js';
import { KEYS, type Service, startService } from '../../../support/service/service.js';

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

async function search(body: unknown, key?: string): Promise<{ status: number; body: any }> {
  const response = await fetch(`${service.url}${OPPORTUNITIES}/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
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

  it('announces no draft, to whoever asks, in the list, by id and in searches', async () => {
    const draft = await make.call({ publishedAt: null, title: { sv: 'Xylofonutlysning', en: null } });
    const { id } = await make.call({ title: { sv: 'Xylofonutlysning två', en: null } });
    const [hidden, shown] = [draft.id, id].map(opportunityId);
    for (const key of [undefined, KEYS.admin]) {
      const list = titles(await get(`${OPPORTUNITIES}?locale=sv&pageSize=1000`, key));
      expect(list.filter(title => title.startsWith('Xylofon'))).toEqual(['Xylofonutlysning två']);
      const found = await search({ search: 'Xylofonutlysning' }, key);
      expect(found.body.items.map((item: any) => item.id)).toEqual([shown]);
      const byId = [hidden, shown].map(async one => (await get(`${OPPORTUNITIES}/${one}`, key)).status);
      expect(await Promise.all(byId)).toEqual([404, 200]);
    }
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
        [
          {
            field: query.split('=')[0],
            message: expect.stringMatching(/must be a whole number, 1–/),
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      ]);
      expect((await search({ pagination: { page: -1 } })).status).toBe(400);
    },
  );

  it.each<[named: string, body: unknown]>([
    ...[[], null, 1, 'x'].map((body): [string, unknown] => ['body', body]),
    ...[{ filters: [] }, { filters: 'x' }].map((body): [string, unknown] => ['filters', body]),
    ['sorting', { sorting: 'x' }],
    ['pagination', { pagination: 'x' }],
    ['search', { search: 5 }],
    ['nonsense', { nonsense: 1 }],
    ['page', { pagination: { page: true } }],
    ['pageSize', { pagination: { page: 1, pageSize: [2] } }],
  ])('refuses a search whose %s is not what the protocol has there, and names it: %j', async (field, given) => {
    const { status, body } = await search(given);
    expect([status, body]).toEqual([
      400,
      {
        status: 400,
        message: expect.any(String),
        errors: [{ field, message: body.message, extensions: { code: 'BAD_USER_INPUT' } }],
      },
    ]);
    expect(faultsBy('CommonGrants.Responses.Error', body)).toEqual([]);
  });

  it('takes what is null for what is not given, and says which filters and orders it could not use', async () => {
    const none = await search({ search: null, filters: null, sorting: null, pagination: null });
    expect([none.status, none.body.items]).toEqual([200, (await search({})).body.items]);
    const { body } = await search({ filters: { customFilters: 'x' }, sorting: { sortBy: 'title', sortOrder: 'up' } });
    expect([body.filterInfo.errors, body.sortInfo.errors]).toEqual([
      ['customFilters takes an object'],
      [expect.stringContaining('sortOrder takes asc and desc')],
    ]);
  });

  it('has the identifiers of version 0.5, and none that the protocol does not know', async () => {
    const { body } = await get(`${OPPORTUNITIES}?pageSize=1000`);
    expect(body.items.flatMap(({ identifiers }: any) => faultsOfIdentifiers(identifiers))).toEqual([]);
    expect(body.items.every(({ id, identifiers }: any) => identifiers.systemId.id === id)).toBe(true);
  });

  const money = (amount: string) => ({ amount, currency: 'SEK' });
  const between = (min: unknown, max: unknown) => ({ operator: 'between', value: { min, max } });
  const isSek = (amount: any, min: number, max: number) =>
    amount?.currency === 'SEK' && Number(amount.amount) >= min && Number(amount.amount) <= max;

  it.each([
    [
      'closeDateRange',
      between('2020-01-01', '2100-01-01'),
      ({ keyDates }: any) => keyDates?.closeDate?.eventType === 'singleDate',
    ],
    [
      'totalFundingAvailableRange',
      between(money('1'), money('60000000')),
      ({ funding }: any) => isSek(funding?.totalAmountAvailable, 1, 60_000_000),
    ],
    [
      'minAwardAmountRange',
      between(money('500000'), money('1000000')),
      ({ funding }: any) => isSek(funding?.minAwardAmount, 500_000, 1_000_000),
    ],
    [
      'maxAwardAmountRange',
      between(money('1'), money('10000000')),
      ({ funding }: any) => isSek(funding?.maxAwardAmount, 1, 10_000_000),
    ],
    [
      'customFilters',
      { agency: { operator: 'eq', value: 'Vinnova' } },
      ({ customFields }: any) => customFields.agency.value === 'Vinnova',
    ],
  ])('%s finds those that one would pick from the list by hand', async (filter, value, isOne) => {
    await make.call({
      budget: Money.of(money('5000000')),
      grantMin: Money.of(money('500000')),
      grantMax: Money.of(money('2000000')),
    });
    const all = (await get(`${OPPORTUNITIES}?pageSize=1000`)).body.items;
    const found = await search({ filters: { [filter]: value }, pagination: { pageSize: 1000 } });
    expect([found.status, faultsBy('Answers.search', found.body)]).toEqual([200, []]);
    expect(found.body.filterInfo).toEqual({ filters: { [filter]: value } });
    expect(found.body.items).toEqual(all.filter(isOne));
    expect(found.body.items.length).toBeGreaterThan(0);
    expect(found.body.items.length).toBeLessThan(all.length);
    const second = await search({ filters: { [filter]: value }, pagination: { page: 2, pageSize: 1 } });
    expect(second.body.items).toEqual(found.body.items.slice(1, 2));
    expect(second.body.paginationInfo.totalItems).toBe(found.body.items.length);
  });

  it.each([
    ['createdAt', ({ createdAt }: any) => createdAt],
    ['status.value', ({ status }: any) => status.value],
    ['keyDates.closeDate', ({ keyDates }: any) => keyDates?.closeDate?.date && JSON.stringify(keyDates.closeDate.date)],
    ['funding.minAwardAmount', ({ funding }: any) => funding?.minAwardAmount && Number(funding.minAwardAmount.amount)],
    ['funding.maxAwardAmount', ({ funding }: any) => funding?.maxAwardAmount && Number(funding.maxAwardAmount.amount)],
  ])('sorts by %s, and has those without it last', async (sortBy, valueOf) => {
    for (const sortOrder of ['asc', 'desc']) {
      const { body } = await search({ sorting: { sortBy, sortOrder }, pagination: { pageSize: 1000 } });
      expect([body.sortInfo, faultsBy('Answers.search', body)]).toEqual([{ sortBy, sortOrder }, []]);
      const values = body.items.map(valueOf);
      const told = values.filter((value: any) => value != null);
      expect(values.slice(0, told.length)).toEqual(told);
      const inOrder = [...told].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(told).toEqual(sortOrder === 'asc' ? inOrder : inOrder.reverse());
      expect(new Set(told).size).toBeGreaterThan(1);
    }
  });

  it('refuses in the form of the protocol, whatever is wrong', async () => {
    const json = { 'content-type': 'application/json' };
    const requests: [path: string, init: RequestInit, status: number][] = [
      [`${OPPORTUNITIES}?size=1`, {}, 400],
      [`${OPPORTUNITIES}?page=0&locale=sv`, { headers: { 'accept-language': 'sv' } }, 400],
      [`${OPPORTUNITIES}?page=%ff`, {}, 400],
      [`${OPPORTUNITIES}/nothing?locale=sv`, {}, 404],
      [`${OPPORTUNITIES}/search`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }, 415],
      [OPPORTUNITIES, { headers: { authorization: 'Bearer ks3_wrong' } }, 401],
      [`${OPPORTUNITIES}/search`, { method: 'POST', headers: json, body: '{' }, 400],
      [
        `${OPPORTUNITIES}/search`,
        { method: 'POST', headers: json, body: '{"search":"' + 'ord '.repeat(60) + '"}' },
        400,
      ],
    ];
    for (const [path, init, status] of requests) {
      const response = await fetch(service.url + path, init);
      const body: any = await response.json();
      expect([response.status, body.status, faultsBy('CommonGrants.Responses.Error', body)]).toEqual([
        status,
        status,
        [],
      ]);
      expect(body.errors[0].extensions.code).toEqual(expect.any(String));
      expect(body.message).not.toMatch(/ska vara|[åäö]/);
    }
  });

  it('is not sent again to whoever has it already', async () => {
    const tag = (await get(`${OPPORTUNITIES}?pageSize=1`)).headers.get('etag')!;
    const again = await fetch(`${service.url}${OPPORTUNITIES}?pageSize=1`, { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
  });
});
