import 'reflect-metadata';
import { execute, parse } from 'graphql';
import { type Api, createApi } from '../../../src/api.js';
import type { Database } from '../../../src/database/database.js';
import { RequirementCode } from '../../../src/ideas/gates/gates.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { at } from '../../../src/shared/time/clock.js';
import { ANONYMOUS, SYSTEM, type Viewer } from '../../../src/shared/viewer.js';
import { anyIdea, storeIdea } from '../../support/make/any-idea.js';
import * as fc from '../../support/properties.js';
import { TODAY } from '../../support/rows/gate-facts.js';
import { freshDatabase } from '../../support/service/service.js';

let database: Database;
let api: Api;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ database, drop } = await freshDatabase());
  api = createApi(database);
});
afterAll(() => database.close().then(drop));

const ADMIN: Viewer = { ...SYSTEM, role: 'ADMIN' };
const CODES = wordsOf(RequirementCode);

/** Each idea is alone in its programme, so that a list of one programme tells of one idea. */
const ASKED = parse(`query ($programmes: [String!]) {
  ideas(first: 1, filter: { programmes: $programmes }) { nodes { readiness { withheld requirements { code met } } } }
  ${CODES.map(
    code => `
    ${code}: ideas(first: 0, filter: { programmes: $programmes, missing: [${code}] }) { totalCount }
    not_${code}: ideas(first: 0, filter: { programmes: $programmes, not: { missing: [${code}] } }) { totalCount }`,
  ).join('')}
}`);

async function programmeOf(id: string): Promise<string> {
  const [row] = await database.query<{ code: string }>(
    'select p.code_prefix as code from programme p join idea on idea.programme_id = p.id where idea.id = $1',
    [id],
  );
  return row!.code;
}

/** What a list says of each requirement, and what the gate's own code says of it. */
async function bothSay(id: string, viewer: Viewer) {
  const { data, errors } = await at(TODAY, async () =>
    execute({
      schema: api.schema,
      document: ASKED,
      contextValue: api.contextFor(viewer, 'SV'),
      variableValues: { programmes: [await programmeOf(id)] },
    }),
  );
  expect(errors).toBeUndefined();
  const answer = data as any;
  const { withheld = [], requirements = [] } = answer.ideas.nodes[0].readiness ?? {};
  return CODES.map(code => {
    const requirement = requirements.find((each: any) => each.code === code);
    const misses = requirement ? !requirement.met : false;
    const gate = withheld.includes(code) ? [0, 0] : misses ? [1, 0] : [0, 1];
    return { code, list: [answer[code].totalCount, answer[`not_${code}`].totalCount], gate };
  });
}

it.each([
  ['an administrator', ADMIN],
  ['a stranger, who is told neither of what is withheld', ANONYMOUS],
])(
  'a list finds an idea by what is missing exactly where its gate says so, for %s',
  async (_who, viewer) => {
    const withheld = viewer.role ? [] : ['LETTERS_OF_INTENT', 'BUDGET_COVERED'];
    const unseen = new Set(
      CODES.flatMap(code => (withheld.includes(code) ? [`${code} 00`] : [`${code} 10`, `${code} 01`])),
    );
    const agree = fc.asyncProperty(anyIdea, async generated => {
      for (const { code, list, gate } of await bothSay(await storeIdea(database, generated), viewer)) {
        unseen.delete(`${code} ${gate.join('')}`);
        expect([code, list]).toEqual([code, gate]);
      }
    });
    await fc.assert(agree, { numRuns: RUNS });
    // Until every requirement has been seen missing and met, or withheld.
    for (let seed = 1; unseen.size > 0 && seed < 20; seed++) await fc.assert(agree, { numRuns: RUNS, seed });
    expect([...unseen]).toEqual([]);
  },
  300_000,
);

const RUNS = Number(process.env.AGREEMENT_RUNS ?? 100);
