import type { Database } from '../../src/database/database.js';
import { at, now } from '../../src/shared/time/clock.js';
import { eventually } from '../support/service/listener.js';
import { freshDatabase } from '../support/service/service.js';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => ({ database, drop } = await freshDatabase()));
afterAll(() => database.close().then(drop));

it('calls whoever listens in their own context, not in that of whoever tells', async () => {
  const heard: number[] = [];
  const stop = await database.listen('activity', () => heard.push(now().getTime()));
  const before = heard.length;
  await at(new Date(7), () => database.query(`select pg_notify('activity', '')`));
  await eventually(
    () => heard.length > before,
    () => 'nothing was heard',
  );
  await stop();
  expect(heard).not.toContain(7);
});
