import { readFileSync } from 'node:fs';
import { figuresOf } from '../support/naive/pipeline.js';
import { deeds, Play } from '../support/make/play.js';
import * as fc from '../support/properties.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { type World, worldOf } from '../support/make/world.js';

const DASHBOARD = readFileSync(new URL('../../schema/operations/dashboard-pipeline.graphql', import.meta.url), 'utf8');
const DAY = 24 * 60 * 60 * 1000;
const PERIOD = { from: '2025-01-15', to: '2026-12-31' };

let service: Service;
let world: World;

beforeAll(async () => {
  service = await startService();
  world = worldOf(service);
});
afterAll(() => service.stop());

async function ask(filter: object, asOf: string | null, key: string | null = KEYS.admin, period: object = PERIOD) {
  const { data, errors, extensions } = await service.as(key).ask(DASHBOARD, { filter, asOf, ...period });
  expect(errors).toBeUndefined();
  expect(extensions!.statements).toHaveLength(1);
  return data.pipeline;
}

describe('the pipeline at a moment', () => {
  it('says of any history what a count idea by idea says, then and now, and says the same for ever', async () => {
    await fc.assert(
      fc.asyncProperty(
        deeds(45),
        deeds(25),
        fc.array(fc.nat(1_000), { minLength: 3, maxLength: 3 }),
        async (before, after, picks) => {
          const play = await Play.begin(service);
          await play.run(before);
          const start = Date.parse('2025-01-01T08:00:00Z');
          const moments = picks.map(pick => start + Math.floor(((play.moment - start) * pick) / 1_000));
          moments.push(play.moment, play.past[Math.floor(play.past.length / 2)]!.at);
          const answers = [];
          for (const moment of moments) {
            const answer = await ask(play.filter, new Date(moment).toISOString());
            const model = play.at(moment);
            expect(answer).toEqual(figuresOf(model.ideas, model, moment, PERIOD.from, PERIOD.to));
            answers.push(answer);
          }

          await play.run(after);
          for (const [index, moment] of moments.entries())
            expect(await ask(play.filter, new Date(moment).toISOString())).toEqual(answers[index]);
          const present = await ask(play.filter, null);
          expect(present).toEqual(
            figuresOf(play.model.ideas, play.model, Date.parse(present.asOf), PERIOD.from, PERIOD.to),
          );
        },
      ),
      { numRuns: 4, endOnFailure: true },
    );
  }, 300_000);
});

describe('who sees what of the pipeline', () => {
  const then = new Date('2025-03-01T00:00:00Z');
  let owner: string;
  let hidden: string;

  beforeAll(async () => {
    owner = await world.partner(then, 'insyn-ab');
    const techtank = (
      await service.database.query<{ id: string }>("select id from partner where slug = 'techtank'")
    )[0]!;
    const call = await world.call(then, 'INSYN-1', { deadlines: [{ at: new Date(Date.now() + 30 * DAY) }] });
    const requested = { amount: '1000.00', currency: 'SEK' };
    for (const visibility of ['PUBLIC', 'PARTNERS', 'CONSORTIUM'] as const) {
      const { id } = await world.idea(then, owner, { visibility });
      await world.apply(then, id, call, { requested });
      hidden = id;
    }
    await world.join(then, hidden, techtank.id);
  });

  const seen = async (key: string | null, asOf: string | null) => {
    const { total, funding, deadlines, stages } = await ask({ partners: [owner] }, asOf, key);
    expect(stages[0].count).toBe(total);
    expect(deadlines).toHaveLength(asOf ? 0 : total);
    return { total, requested: funding.map(({ requested }: { requested: string }) => requested) };
  };

  it.each([null, '2025-04-01T00:00:00Z'])(
    'counts what the viewer may see, and money only from inside (asOf %s)',
    async asOf => {
      expect(await seen(null, asOf)).toEqual({ total: 1, requested: [] });
      expect(await seen(KEYS.integrator, asOf)).toEqual({ total: 2, requested: [] });
      expect(await seen(KEYS.partner, asOf)).toEqual({ total: 3, requested: ['1000.00'] });
      expect(await seen(KEYS.admin, asOf)).toEqual({ total: 3, requested: ['3000.00'] });
    },
  );

  it('shows a past moment to those who may see the idea now, not to those who could then', async () => {
    await world.updateIdea(new Date('2025-05-01T00:00:00Z'), hidden, { visibility: 'PUBLIC' });
    expect((await seen(null, '2025-04-01T00:00:00Z')).total).toBe(2);
    await world.updateIdea(new Date('2025-05-02T00:00:00Z'), hidden, { visibility: 'CONSORTIUM' });
    expect((await seen(null, '2025-04-01T00:00:00Z')).total).toBe(1);
  });

  it("gives a partner's own pipeline, in one statement with the partner", async () => {
    const { data, extensions } = await service
      .as(KEYS.admin)
      .ask(
        'query ($id: ID!) { partner(id: $id) { slug pipeline { total funding { requested } forecast(runs: 100) { seed } } } }',
        {
          id: owner,
        },
      );
    expect(data.partner).toMatchObject({
      slug: 'insyn-ab',
      pipeline: { total: 3, funding: [{ requested: '3000.00' }] },
    });
    expect(extensions!.statements).toHaveLength(1);
  });
});

describe('what can be asked of the pipeline', () => {
  const refused = async (selection: string, args = '') => {
    const { errors } = await service.as(null).ask(`{ pipeline${args} { ${selection} } }`);
    return errors?.map(({ extensions }) => extensions.code);
  };

  it('is refused where it makes no sense', async () => {
    const bad = ['BAD_USER_INPUT'];
    expect(await refused('total', `(asOf: "${new Date(Date.now() + 60_000).toISOString()}")`)).toEqual(bad);
    expect(await refused('deadlines(within: -1) { at }')).toEqual(bad);
    expect(await refused('history(from: "1900-01-01", to: "2026-01-01") { on }')).toEqual(bad);
    expect(await refused('history(from: "2026-01-02", to: "2026-01-01") { on }')).toEqual(bad);
    expect(await refused('forecast(runs: 99) { seed }')).toEqual(bad);
    expect(await refused('forecast(runs: 100001) { seed }')).toEqual(bad);
  });

  it('is answered under any alias, and the same field twice with other arguments', async () => {
    const { pipeline } = await service.as(KEYS.admin).run<any, object>(`{ pipeline {
      count: matrix { stage: focusArea { count: code } focusArea: stage }
      near: deadlines(within: 0) { at } far: deadlines(within: 3650) { idea: call { identifier } call: idea { code } }
    } }`);
    expect(pipeline.count[0]).toEqual({ stage: { count: expect.any(String) }, focusArea: 'CONCEPT' });
    expect(pipeline.near).toEqual([]);
    expect(pipeline.far[0]).toEqual({ idea: { identifier: expect.any(String) }, call: { code: expect.any(String) } });
  });

  it('forecasts the same from the same seed, and otherwise from another', async () => {
    const forecast = `seed assumptions { code value basedOn } projectsWithinFiveYears { p10 p50 p90 }`;
    const { pipeline } = await service.as(KEYS.admin).run<any, object>(`{ pipeline {
      one: forecast(runs: 500, seed: 7) { ${forecast} } same: forecast(runs: 500, seed: 7) { ${forecast} } usual: forecast(runs: 500) { seed }
    } }`);
    expect(pipeline.same).toEqual(pipeline.one);
    expect(pipeline.usual.seed).toBe(1);
    expect(pipeline.one.assumptions.map(({ code }: { code: string }) => code)).toContain('ADVANCE_RATE_CONCEPT');
  });
});
