import { readFileSync } from 'node:fs';
import { KEYS, type Service, startService } from '../support/service/service.js';

const MANUAL = readFileSync(new URL('../../docs/integrators.md', import.meta.url), 'utf8');

let service: Service;
beforeAll(async () => (service = await startService({ RATE_PER_KEY: '600000' })));
afterAll(() => service.stop());

const HEADERS = { authorization: `Bearer ${KEYS.integrator}`, 'apollo-require-preflight': '1' };

/** What the key has left, after the one point that asking costs. */
async function pointsLeft(): Promise<number> {
  const { headers } = await fetch(`${service.url}/graphql?query={__typename}`, { headers: HEADERS });
  return Number(/r=(\d+)/.exec(headers.get('ratelimit')!)![1]);
}

async function priceOf(path: string): Promise<number> {
  const before = await pointsLeft();
  const answer = await fetch(service.url + path, { headers: HEADERS });
  await answer.arrayBuffer();
  expect(answer.status).toBe(200);
  const after = await pointsLeft();
  // The minute may have ended between.
  return after > before ? priceOf(path) : before - after - 1;
}

describe('the manual for integrators tells what a page costs', () => {
  it.each([
    ['/export/ideas.csv', '`/export/ideas`, a page'],
    ['/export/calls.csv', '`calls`, `partners`'],
    ['/export/partners.xlsx', '`calls`, `partners`'],
    ['/export/memberships.csv', '`memberships`, `applications`'],
    ['/export/applications.csv', '`memberships`, `applications`'],
    ['/export/projects.csv', '`projects`, `milestones`, `indicators`'],
    ['/export/milestones.csv', '`projects`, `milestones`, `indicators`'],
    ['/export/indicators.csv', '`projects`, `milestones`, `indicators`'],
    ['/export/pipeline.csv', '`pipeline`, all of it'],
    ['/export/templates/ideas.xlsx', '`/export/templates/ideas.xlsx`'],
    ['/feeds/calls.atom', '`/feeds/calls.atom`, `/feeds/ideas.atom`'],
    ['/feeds/ideas.atom', '`/feeds/calls.atom`, `/feeds/ideas.atom`'],
    ['/calendar.ics', '`/calendar.ics`'],
    ['/calendar.ics?partner=techtank', '`/calendar.ics`'],
    ['/gdp/utlysningar/DEMO-ERDF-03', 'one call'],
  ])('of %s', async (path, name) => {
    const row = MANUAL.split('\n').find(line => line.startsWith(`| ${name} |`))!;
    const told = [...row.split('|')[2]!.matchAll(/\d+(,\d{3})*/g)].map(([number]) => number);
    expect(told).toContain((await priceOf(path)).toLocaleString('en'));
  });

  it('and that the description of all routes costs nothing', async () => {
    expect(await priceOf('/openapi.json')).toBe(0);
  });
});
