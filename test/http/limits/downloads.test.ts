import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../../src/database/database.js';
import { insertManyIdeas } from '../../support/make/many-ideas.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

/** A database whose statements take a while, and that counts how many are under way beside the look-ups of keys. */
class Slow {
  under = 0;
  most = 0;
  done = 0;
  constructor(private readonly milliseconds: () => number) {}

  readonly around = (database: Database): Database => ({
    ...database,
    readText: async (statement, revision) => {
      if (statement.name === 'look') return database.readText(statement, revision);
      this.most = Math.max(this.most, (this.under += 1));
      try {
        await pause(this.milliseconds());
        return await database.readText(statement, revision);
      } finally {
        this.under -= 1;
        this.done += 1;
      }
    },
  });
}

let service: Service;
afterEach(() => service?.stop());

const get = (path: string, key?: string) =>
  fetch(`${service.url}${path}`, { ...(key && { headers: { authorization: `Bearer ${key}` } }) });

describe('downloads', () => {
  it('take turns, so that twenty at once leave the database to others', async () => {
    const slow = new Slow(() => 20);
    service = await startService({ DOWNLOADS_AT_ONCE: '2' }, slow.around);
    const files = ['/export/ideas.csv', '/calendar.ics', '/gdp/utlysningar', '/common-grants/opportunities'];
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        const answer = await get(files[i % files.length]!, [KEYS.admin, KEYS.partner][i % 2]);
        await answer.arrayBuffer();
        return answer.status;
      }),
    );
    expect(answers).toEqual(answers.map(() => 200));
    expect(slow.most).toBe(2);
  });

  it('are paid for by their work: one that has begun comes whole, and the next waits for its points', async () => {
    service = await startService({ RATE_PER_KEY: '5000', RATE_PER_ADDRESS: '5000' });
    await insertManyIdeas(service.database, 400);
    const first = await get('/export/ideas.csv', KEYS.admin);
    expect(first.status).toBe(200);
    expect(first.headers.get('ratelimit-policy')).toBe('"key";q=5000;w=60');
    expect((await first.text()).split('\r\n').length).toBeGreaterThan(400);
    const next = await get('/export/pipeline.csv', KEYS.admin);
    expect([next.status, (await next.json()).errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(next.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await get('/export/pipeline.csv', KEYS.partner)).status).toBe(200);
  }, 30_000);

  it('end at their deadline: told as such before they begin, and cut off after', async () => {
    let milliseconds = 2_100;
    const slow = new Slow(() => milliseconds);
    service = await startService({ DOWNLOAD_TIMEOUT_MS: '2000' }, slow.around);
    for (const path of ['/export/ideas.csv', '/calendar.ics', '/gdp/utlysningar']) {
      const late = await get(path);
      expect([path, late.status, (await late.json()).errors[0].extensions.code]).toEqual([path, 503, 'TIMEOUT']);
    }
    milliseconds = 0;
    await insertManyIdeas(service.database, 400);
    milliseconds = 700;
    const begun = await get('/export/ideas.csv', KEYS.admin);
    expect(begun.status).toBe(200);
    await expect(begun.text()).rejects.toThrow();
    expect((await get('/health')).status).toBe(200);
  }, 30_000);

  it('stop when nobody is there any more to take them', async () => {
    const slow = new Slow(() => 30);
    service = await startService({ DOWNLOADS_AT_ONCE: '1' }, slow.around);
    await insertManyIdeas(service.database, 1_000);
    const leaving = new AbortController();
    const left = Array.from({ length: 5 }, () =>
      fetch(`${service.url}/export/ideas.csv`, { signal: leaving.signal }).then(answer => answer.text()),
    );
    await pause(100);
    leaving.abort();
    await Promise.allSettled(left);
    const before = slow.done;
    expect((await get('/export/pipeline.csv')).status).toBe(200);
    // The page that was under way, the pipeline, and no more of the fifty pages that nobody waits for.
    expect(slow.done - before).toBeLessThan(6);
  }, 30_000);
});
