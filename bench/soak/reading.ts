import { randomUUID } from 'node:crypto';
import { endOf, get, type Load, post, type Target } from './load.js';
import { send } from './sockets.js';

const FIELDS = 'id code title summary stage state version createdAt updatedAt visibility daysInStage'.split(' ');
const INSIDE = [
  'owner { name slug }',
  'focusAreas { code name }',
  'readiness { ready }',
  'consortium { coordinator { name } }',
];

/** A small document that nobody has sent before. */
function strange({ chance }: Target): string {
  const alias = `a${randomUUID().slice(0, 8)}`;
  const fields = [...chance.some(FIELDS), ...chance.some(INSIDE)].join(' ');
  return `query ${alias} { ${alias}: ideas(first: ${1 + chance.below(10)}) { nodes { ${fields} } } }`;
}

/** Asked twice, as whoever fills a server with prepared statements does. */
export const strangers: Load = {
  name: 'documents that nobody has sent before',
  atOnce: 2,
  restMs: 20,
  async run(target) {
    const query = strange(target);
    const key = target.chance.of([null, target.keys.PARTNER, target.keys.ADMIN]);
    await post(target, key, { query });
    return target.chance.next() < 0.5
      ? post(target, key, { query })
      : get(target, `/graphql?query=${encodeURIComponent(query)}`, key);
  },
};

const DASHBOARD = `query Dashboard { viewer { name role } ideas(first: 20) { totalCount nodes { code title stage owner { name } } }
  fundingCalls(first: 10) { nodes { identifier title status } } }`;

export const ordinary: Load = {
  name: 'ordinary reads',
  atOnce: 2,
  restMs: 50,
  run: target => post(target, target.chance.of([null, target.keys.PARTNER, target.keys.ADMIN]), { query: DASHBOARD }),
};

const DEAR = [
  'query($id: ID!) { idea(id: $id) { callMatches(first: 50) { score call { identifier } } } }',
  '{ fundingCalls(first: 3) { nodes { ideaMatches(first: 20) { score idea { code } } } } }',
  '{ pipeline { forecast(runs: 20000) { runs } } }',
  '{ ideas(first: 100) { nodes { code readiness { ready } activity(first: 20) { nodes { kind } } } } }',
];

export const dear: Load = {
  name: 'dear operations',
  atOnce: 2,
  restMs: 500,
  run: target => {
    const query = target.chance.of(DEAR);
    const variables = query.includes('$id') ? { id: target.chance.of(target.ideaIds) } : undefined;
    return post(target, target.keys.ADMIN, { query, variables });
  },
};

const BROKEN = [
  '%',
  '%zz',
  '%FF',
  '#',
  '%23%FF',
  '%00',
  '%ED%A0%80',
  '&query=%7Bviewer%7Bname%7D%7D',
  '+',
  '%u0041',
  ';',
  '\t',
];

/** What is executed must be what was weighed, however it is written. */
export const encodings: Load = {
  name: 'GET in broken encodings',
  atOnce: 1,
  restMs: 50,
  run: target => {
    const query = encodeURIComponent(`{ viewer { name } } # ${target.chance.next()}`).split('');
    query.splice(target.chance.below(query.length), 0, target.chance.of(BROKEN));
    const path = `/graphql?query=${query.join('')}&variables=${target.chance.of(['', '{}', '%7B%', '%FF'])}`;
    return send(
      target,
      `GET ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n`,
    );
  },
};

export const wrongKeys: Load = {
  name: 'keys that are wrong',
  atOnce: 1,
  restMs: 200,
  run: target => {
    const key = `ks3_${randomUUID().replaceAll('-', '')}`;
    return target.chance.next() < 0.5
      ? get(target, `/calendar.ics?key=${key}`)
      : post(target, key, { query: '{ viewer { name } }' });
  },
};

const FILES = [
  '/export/ideas.csv',
  '/export/ideas.xlsx',
  '/export/calls.csv',
  '/export/calls.xlsx',
  '/calendar.ics',
  '/common-grants/opportunities',
  '/gdp/utlysningar',
];

/** Some of them are read to the end, others are dropped half way. */
export const downloads: Load = {
  name: 'downloads side by side',
  atOnce: 4,
  restMs: 300,
  async run({ origin, keys, chance }) {
    const left = new AbortController();
    const response = await fetch(`${origin}${chance.of(FILES)}`, {
      headers: { authorization: `Bearer ${chance.of([keys.ADMIN, keys.PARTNER])}` },
      signal: AbortSignal.any([left.signal, AbortSignal.timeout(60_000)]),
    });
    if (chance.next() < 0.6) return endOf(response);
    await response.body?.getReader().read();
    left.abort();
    return 'dropped';
  },
};
