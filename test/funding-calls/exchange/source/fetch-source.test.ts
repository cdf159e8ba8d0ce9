import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { fetchCalls } from '../../../../src/funding-calls/exchange/source/fetch/fetch-calls.js';
import type { FetchOptions } from '../../../../src/funding-calls/exchange/source/fetch/fetch-options.js';
import { fetchSource } from '../../../../src/funding-calls/exchange/source/fetch/fetch-source.js';
import { Refusal } from '../../../../src/shared/refuse.js';
import { draftsIn, faultsIn } from '../../../support/calls/calls-from.js';
import { gdpCalls, quick, rowsFrom } from '../../../support/calls/fetching.js';
import {
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

async function refusalOf(changes: Partial<FetchOptions> = {}, url = server.url): Promise<string> {
  const refused = await fetchCalls(url, quick(changes)).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refused instanceof Refusal)) throw new Error(`Not refused: ${String(refused)}`);
  expect(refused.faults).toHaveLength(1);
  expect(refused.faults[0]!.path).toEqual(['url']);
  return refused.faults[0]!.message.en!;
}

describe('A source that behaves', () => {
  it('is read, with what to send the next time', async () => {
    server.answers = [json(gdpCalls(0, 3), { etag: '"a1"', 'last-modified': 'Tue, 24 Nov 2026 10:00:00 GMT' })];
    const { rows, validators } = await rowsFrom(server.url);
    expect(draftsIn(rows).map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(validators).toEqual({ etag: '"a1"', lastModified: 'Tue, 24 Nov 2026 10:00:00 GMT' });
  });

  it('is not read again when it has not changed', async () => {
    server.answers = [status(304)];
    const lastModified = 'Tue, 24 Nov 2026 10:00:00 GMT';
    expect(await fetchCalls(server.url, quick({ etag: '"a1"', lastModified }))).toEqual({ notModified: true });
    expect(server.asked[0]!.headers).toMatchObject({ 'if-none-match': '"a1"', 'if-modified-since': lastModified });
  });

  it('gets its key in the header it wants', async () => {
    server.answers = [json([])];
    await rowsFrom(server.url, { apiKey: { header: 'Ocp-Apim-Subscription-Key', value: 'secret' } });
    expect(server.asked[0]!.headers['ocp-apim-subscription-key']).toBe('secret');
  });

  it('is followed where it leads, but another host never gets the key', async () => {
    const other = await misbehavingServer();
    other.answers = [json(gdpCalls(0, 1))];
    server.answers = [status(302, { location: `${other.url}/there` })];
    const { rows } = await rowsFrom(server.url, { apiKey: { header: 'x-api-key', value: 'secret' } });
    expect(draftsIn(rows)).toHaveLength(1);
    expect([server.asked[0]!.headers['x-api-key'], other.asked[0]!.headers['x-api-key']]).toEqual([
      'secret',
      undefined,
    ]);
    await other.stop();
  });

  it('gets its key in the parameter it wants, on every page, and another host does not', async () => {
    const other = await misbehavingServer();
    other.answers = [json(gdpCalls(2, 3), { 'x-totalrecords': '3' })];
    server.answers = [
      json(gdpCalls(0, 2), { 'x-totalrecords': '3' }),
      (request, response) => response.writeHead(302, { location: other.url + request.url! }).end(),
    ];
    const apiKey = { parameter: 'authorization', value: 'secret key' };
    const { rows } = await rowsFrom(`${server.url}/utlysningar?status=open`, { apiKey });
    expect([draftsIn(rows).length, faultsIn(rows)]).toEqual([3, []]);
    expect(server.asked.map(({ url }) => url)).toEqual([
      '/utlysningar?status=open&authorization=secret+key',
      '/utlysningar?status=open&offset=2&authorization=secret+key',
    ]);
    expect(other.asked.map(({ url }) => url)).toEqual(['/utlysningar?status=open&offset=2']);
    await other.stop();
  });

  it('is refused without its address when the address holds a password, or leads to no address', async () => {
    const withPassword = server.url.replace('://', '://user:hemligt@');
    server.answers = [status(302, { location: 'http://[' })];
    for (const url of [withPassword, `${server.url}/?key=hemligt`]) {
      const refusal = await fetchSource(url, quick()).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Refusal);
      expect(inspect(refusal, { depth: 9 })).not.toContain('hemligt');
    }
    expect(server.asked).toHaveLength(1);
  });

  it('may be packed', async () => {
    server.answers = [
      (_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
          .end(gzipSync(JSON.stringify(gdpCalls(0, 2)))),
    ];
    expect(draftsIn((await rowsFrom(server.url)).rows)).toHaveLength(2);
  });

  it('leaves no temporary file behind', async () => {
    server.answers = [json(gdpCalls(0, 3))];
    await rowsFrom(server.url);
    const fetched = await fetchSource(server.url, quick());
    if (!fetched.notModified) await fetched.body.discard();
    expect(readdirSync(tmpdir()).filter(name => name.startsWith(`kickstart-s3-${process.pid}-`))).toEqual([]);
  });
});

describe('A source that misbehaves', () => {
  it.each([429, 500, 502, 503, 504, 408])('is asked again after %d', async code => {
    server.answers = [status(code), status(code), json(gdpCalls(0, 1))];
    expect(draftsIn((await rowsFrom(server.url)).rows)).toHaveLength(1);
    expect(server.asked).toHaveLength(3);
  });

  it('is given up after the last try, and the reason is told', async () => {
    server.answers = [status(500)];
    expect(await refusalOf()).toBe('The source answered 500.');
    expect(server.asked).toHaveLength(3);
  });

  it.each([400, 401, 403, 404, 410])('is not asked again after %d', async code => {
    server.answers = [status(code)];
    expect(await refusalOf()).toBe(`The source answered ${code}.`);
    expect(server.asked).toHaveLength(1);
  });

  it('is waited for as long as it asks', async () => {
    server.answers = [status(429, { 'retry-after': '1' }), json([])];
    const before = performance.now();
    await rowsFrom(server.url);
    expect(performance.now() - before).toBeGreaterThanOrEqual(990);
  });

  it('is waited for until the date it names', async () => {
    const soon = new Date(Date.now() + 2_000).toUTCString();
    server.answers = [status(503, { 'retry-after': soon }), json([])];
    const before = performance.now();
    await rowsFrom(server.url);
    expect(performance.now() - before).toBeGreaterThan(500);
  });

  it('is not waited for a whole day', async () => {
    server.answers = [status(503, { 'retry-after': '86400' })];
    expect(await refusalOf()).toBe('The source asks for a pause of 86400 seconds.');
  });

  it('is given up when it never answers', async () => {
    server.answers = [() => undefined];
    expect(await refusalOf({ silenceSeconds: 0.1, retries: 1 })).toContain('no answer in 0.1 s');
    expect(server.asked).toHaveLength(2);
  });

  it('is asked again when it falls silent in the middle', async () => {
    server.answers = [
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).write('[{"diarienummer":'),
      json(gdpCalls(0, 2)),
    ];
    expect(draftsIn((await rowsFrom(server.url, { silenceSeconds: 0.2 })).rows)).toHaveLength(2);
  });

  it('is given up when it drips', async () => {
    server.answers = [
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
    ];
    expect(await refusalOf({ totalSeconds: 0.3, retries: 0 })).toContain('no answer in 0.3 s');
  });

  it('is asked again when its answer is cut short, and no row is taken twice', async () => {
    const text = JSON.stringify(gdpCalls(0, 3));
    server.answers = [
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(text.length) });
        response.write(text.slice(0, 1_000), () => response.destroy());
      },
      json(gdpCalls(0, 3)),
    ];
    expect(draftsIn((await rowsFrom(server.url)).rows).map(({ row }) => row)).toEqual([1, 2, 3]);
  });

  it('is given up when its answer is always cut short', async () => {
    server.answers = [
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('[{"a":1},', () => response.destroy());
      },
    ];
    expect(await refusalOf()).toContain('did not answer in full');
  });

  it('names the row when the cut cannot be seen from outside', async () => {
    server.answers = [
      (_, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(gdpCalls(0, 3)).slice(0, -50)),
    ];
    const { rows } = await rowsFrom(server.url);
    expect([draftsIn(rows).length, faultsIn(rows).map(({ row }) => row)]).toEqual([2, [3]]);
  });

  it('is refused when it answers with a page for people', async () => {
    server.answers = [
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Log in</html>'),
    ];
    expect(await refusalOf()).toContain('answered with text/html');
    expect(await refusalOf({ format: 'CSV' })).toContain('answered with text/html');
  });

  it('is refused when it says that it is too large', async () => {
    server.answers = [json(gdpCalls(0, 100))];
    expect(await refusalOf({ maxBytes: 10_000 })).toBe('The source is larger than 10000 bytes.');
  });

  it('is stopped when it turns out to be too large, also when it was packed small', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, ' '));
    server.answers = [
      (_, response) =>
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb),
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const pour = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, ' ')));
        };
        response.on('drain', pour);
        pour();
      },
    ];
    expect(await refusalOf({ maxBytes: 1_000_000 })).toBe('The source is larger than 1000000 bytes.');
    expect(await refusalOf({ maxBytes: 1_000_000 })).toBe('The source is larger than 1000000 bytes.');
  });

  it('is refused when it leads around', async () => {
    server.answers = [status(302, { location: '/again' })];
    expect(await refusalOf()).toBe('The address leads around or away.');
  });

  it.each(['file:///etc/passwd', 'ftp://example.org/a', 'no address'])('is refused when it is %s', async url => {
    expect(await refusalOf({}, url)).toBe('The address must begin with http:// or https://.');
  });

  it('is refused when nobody is there', async () => {
    const gone = server.url;
    await server.stop();
    expect(await refusalOf({ retries: 1 }, gone)).toContain('did not answer in full');
    server = await misbehavingServer();
  });
});
