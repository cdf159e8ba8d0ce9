import { draftsIn, faultsIn, parsedFixture } from '../../../support/calls/calls-from.js';
import { gdpCalls, rowsFrom } from '../../../support/calls/fetching.js';
import {
  type Answer,
  json,
  type MisbehavingServer,
  misbehavingServer,
  status,
} from '../../../support/doubles/misbehaving-server.js';

let server: MisbehavingServer;
beforeEach(async () => {
  server = await misbehavingServer();
});
afterEach(() => server.stop());

describe('A source in pages', () => {
  /** A GDP server of so many calls. */
  const gdp =
    (total: number): Answer =>
    (request, response) => {
      const { searchParams } = new URL(request.url!, 'http://x');
      const [offset, limit] = [Number(searchParams.get('offset') ?? 0), Number(searchParams.get('limit') ?? 4)];
      const headers = { 'x-totalrecords': String(total), etag: `"${offset}"` };
      json(gdpCalls(offset, Math.min(total, offset + limit)), headers)(request, response);
    };

  it('of GDP is read to its end by offset, with rows counted on and without a limit, which costs dates', async () => {
    server.answers = [gdp(10)];
    const { rows, validators } = await rowsFrom(server.url + '/utlysningar?status=open');
    expect(draftsIn(rows).map(({ row, draft }) => [row, draft.identifier])).toEqual(
      Array.from({ length: 10 }, (_, place) => [place + 1, `D-${place}`]),
    );
    expect(server.asked.map(({ url }) => url)).toEqual([
      '/utlysningar?status=open',
      '/utlysningar?status=open&offset=4',
      '/utlysningar?status=open&offset=8',
    ]);
    expect(validators).toEqual({ etag: null, lastModified: null });
  });

  it('of GDP begins where it is told to', async () => {
    server.answers = [gdp(10)];
    const { rows } = await rowsFrom(server.url + '/utlysningar?offset=6&limit=3');
    expect(draftsIn(rows).map(({ draft }) => draft.identifier)).toEqual(['D-6', 'D-7', 'D-8', 'D-9']);
  });

  it('that gives the same page for ever is read once, and refused as less than it announces', async () => {
    server.answers = [json(gdpCalls(0, 4), { 'x-totalrecords': '1000000' })];
    const { rows } = await rowsFrom(server.url);
    expect(draftsIn(rows)).toHaveLength(4);
    expect(server.asked).toHaveLength(2);
    expect(faultsIn(rows)).toMatchObject([
      {
        row: 5,
        breaksOff: true,
        faults: [{ message: { en: 'The source announces 1000000 calls and gave 4. The rest is missing.' } }],
      },
    ]);
  });

  it('that fails on the way keeps the rows before and names the row where it failed', async () => {
    server.answers = [gdp(10), status(500)];
    const { rows } = await rowsFrom(server.url);
    expect(draftsIn(rows)).toHaveLength(4);
    expect(faultsIn(rows)).toMatchObject([{ row: 5, faults: [{ message: { en: 'The source answered 500.' } }] }]);
  });

  it('of the EU portal is asked for by form and page number, until a page is not full', async () => {
    const [topic] = parsedFixture('eu-portal-shape.json').results;
    const page = (from: number, count: number) => ({
      totalResults: 5,
      results: Array.from({ length: count }, (_, place) => ({
        ...topic,
        metadata: { ...topic.metadata, identifier: [`T-${from + place}`] },
      })),
    });
    const bodies: string[] = [];
    server.answers = [
      (request, response) => {
        let body = '';
        request.on('data', piece => (body += piece));
        request.on('end', () => {
          bodies.push(body);
          const number = Number(new URL(request.url!, 'http://x').searchParams.get('pageNumber'));
          json(page((number - 1) * 2, number < 3 ? 2 : 1))(request, response);
        });
      },
    ];
    const { rows } = await rowsFrom(server.url + '/search-api/prod/rest/search?apiKey=SEDIA&text=***&pageSize=2', {
      format: 'EU_PORTAL',
    });
    expect(draftsIn(rows).map(({ row, draft }) => [row, draft.identifier])).toEqual([
      [1, 'T-0'],
      [2, 'T-1'],
      [3, 'T-2'],
      [4, 'T-3'],
      [5, 'T-4'],
    ]);
    expect(server.asked.map(({ method }) => method)).toEqual(['POST', 'POST', 'POST']);
    // The portal takes its query only as files of JSON in a form.
    expect(bodies[0]).toMatch(/name="query"; filename="blob"\r\nContent-Type: application\/json\r\n\r\n\{"bool"/);
    expect(bodies[0]).toMatch(/name="languages"; filename="blob"/);
  });

  it('of CommonGrants is read by page', async () => {
    const { items } = parsedFixture('common-grants-california.json');
    server.answers = [
      (request, response) => {
        const { searchParams } = new URL(request.url!, 'http://x');
        const [number, size] = [Number(searchParams.get('page')), Number(searchParams.get('pageSize'))];
        json({ status: 200, message: 'Success', items: items.slice((number - 1) * size, number * size) })(
          request,
          response,
        );
      },
    ];
    const { rows } = await rowsFrom(server.url + '/common-grants/opportunities?pageSize=5', {
      format: 'COMMON_GRANTS',
    });
    expect(draftsIn(rows)).toHaveLength(12);
    expect(server.asked).toHaveLength(3);
  });

  /** A server of so many opportunities that gives at most so many at a time, whatever it is asked for. */
  const capped =
    (cap: number, items: object[], info: (page: number, pageSize: number) => object): Answer =>
    (request, response) => {
      const { searchParams } = new URL(request.url!, 'http://x');
      const page = Number(searchParams.get('page') ?? 1);
      const pageSize = Math.min(cap, Number(searchParams.get('pageSize')));
      const shown = items.slice((page - 1) * pageSize, page * pageSize);
      json({ status: 200, message: 'Success', items: shown, paginationInfo: info(page, pageSize) })(request, response);
    };
  const opportunities = () => parsedFixture('common-grants-california.json').items as object[];

  it.each([
    ['its own page size', (page: number, pageSize: number) => ({ page, pageSize, totalItems: 12, totalPages: 3 })],
    ['the page size that was asked for', (page: number) => ({ page, pageSize: 100, totalItems: 12 })],
    ['pages alone', (page: number, pageSize: number) => ({ page, pageSize, totalPages: 3 })],
    ['neither items nor pages', (page: number, pageSize: number) => ({ page, pageSize })],
  ])('of CommonGrants is read to its end where the server caps its pages and announces %s', async (_, info) => {
    for (const slash of ['', '/']) {
      server.answers = [capped(5, opportunities(), info)];
      server.asked.length = 0;
      const { rows } = await rowsFrom(`${server.url}/common-grants/opportunities${slash}`, { format: 'COMMON_GRANTS' });
      expect([draftsIn(rows).length, faultsIn(rows), server.asked.length]).toEqual([12, [], 3]);
    }
  });

  it('of CommonGrants is refused when it ends before its own count', async () => {
    const info = (page: number, pageSize: number) => ({ page, pageSize, totalItems: 20 });
    server.answers = [capped(5, opportunities(), info)];
    const { rows } = await rowsFrom(`${server.url}/common-grants/opportunities`, { format: 'COMMON_GRANTS' });
    expect(draftsIn(rows)).toHaveLength(12);
    expect(faultsIn(rows)).toMatchObject([{ row: 13, breaksOff: true }]);
  });

  it('of CommonGrants may begin at a later page', async () => {
    const info = (page: number, pageSize: number) => ({ page, pageSize, totalItems: 12 });
    server.answers = [capped(5, opportunities(), info)];
    const { rows } = await rowsFrom(`${server.url}/common-grants/opportunities?page=2`, { format: 'COMMON_GRANTS' });
    expect([draftsIn(rows).length, faultsIn(rows)]).toEqual([7, []]);
  });

  it('of the EU portal is read to its end although the portal gives fewer at a time than it is asked for', async () => {
    const { results } = parsedFixture('eu-portal-search.json');
    server.answers = [
      (request, response) => {
        const number = Number(new URL(request.url!, 'http://x').searchParams.get('pageNumber'));
        const page = {
          totalResults: 4,
          pageNumber: number,
          pageSize: 2,
          results: results.slice(2 * number - 2, 2 * number),
        };
        json(page)(request, response);
      },
    ];
    const { rows } = await rowsFrom(server.url + '/search-api/prod/rest/search?pageSize=1000', { format: 'EU_PORTAL' });
    expect([draftsIn(rows).length, faultsIn(rows), server.asked.length]).toEqual([4, [], 2]);
  });

  it('is one page when it is a file', async () => {
    server.answers = [json(parsedFixture('eu-portal-grants-tenders.json'))];
    expect(draftsIn((await rowsFrom(server.url + '/grantsTenders.json', { format: 'EU_PORTAL' })).rows)).toHaveLength(
      6,
    );
    expect(server.asked.map(({ url, method }) => [method, url])).toEqual([['GET', '/grantsTenders.json']]);
  });
});
