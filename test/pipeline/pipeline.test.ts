import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { Stage } from '../../src/ideas/stages.js';
import { wordsOf } from '../../src/shared/described-enum.js';
import { figuresOf, type Model, type ModelIdea } from '../support/naive-pipeline.js';
import { KEYS, type Service, startService } from '../support/service.js';
import { type World, worldOf } from '../support/world.js';

const DASHBOARD = readFileSync(new URL('../../schema/operations/dashboard-pipeline.graphql', import.meta.url), 'utf8');
const STAGES = wordsOf(Stage);
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const PERIOD = { from: '2025-01-15', to: '2026-12-31' };

let service: Service;
let world: World;

beforeAll(async () => {
  service = await startService();
  world = worldOf(service);
});
afterAll(() => service.stop());

/** A deed by number, and numbers that choose what it is done to. */
const deeds = (count: number) =>
  fc.array(fc.tuple(fc.nat(99), fc.nat(997), fc.nat(997), fc.integer({ min: 1, max: 400 })), {
    minLength: count,
    maxLength: count,
  });
type Deed = [kind: number, one: number, other: number, hours: number];

/** Plays deeds one after the other, in the world and in a model, and keeps what the model was after each. */
class Play {
  moment = Date.parse('2025-01-01T08:00:00Z');
  model: Model = { ideas: [], calls: {}, areas: [] };
  readonly past: { at: number; model: Model }[] = [];
  private owners: string[] = [];
  private codes: string[] = [];

  static async begin(): Promise<Play> {
    const play = new Play();
    const name = `prov-${Math.random().toString(36).slice(2, 10)}`;
    for (const nth of [1, 2, 3]) play.owners.push(await world.partner(new Date(play.moment), `${name}-${nth}`));
    const rows = await service.database.query<{ code: string; parent_id: string | null; created_at: Date }>(
      'select code, parent_id, created_at from focus_area order by code',
    );
    play.codes = rows.map(({ code }) => code);
    const tops = rows.filter(({ parent_id }) => !parent_id);
    play.model.areas = tops.map(({ code, created_at }) => ({ code, since: new Date(created_at).getTime() }));
    for (const nth of [1, 2]) {
      const deadlines = [100, 250, 420, 600, 800].map(day => play.moment + (day + nth) * DAY);
      const identifier = `${name}-CALL-${nth}`;
      const id = await world.call(new Date(play.moment), identifier, {
        deadlines: deadlines.map(each => ({ at: new Date(each) })),
      });
      play.model.calls[id] = { identifier, deadlines, cancelled: false };
    }
    return play;
  }

  /** The filter under which only this play's ideas count. */
  get filter() {
    return { partners: [this.owners[0]!] };
  }

  get owner(): string {
    return this.owners[0]!;
  }

  at(moment: number): Model {
    return this.past.findLast(({ at }) => at <= moment)?.model ?? { ...this.model, ideas: [] };
  }

  async run(all: readonly Deed[]): Promise<this> {
    for (const deed of all) await this.play(deed);
    return this;
  }

  private async play([kind, one, other, hours]: Deed): Promise<void> {
    this.moment += hours * HOUR + one * 1000;
    const when = new Date(this.moment);
    const { ideas } = this.model;
    const idea = ideas[one % Math.max(1, ideas.length)];
    if (!idea || kind < 10) await this.create(when, other);
    else if (kind < 66) await this.move(when, idea, other);
    else if (kind < 72) await this.describe(when, idea, other);
    else if (kind < 77) await this.consort(when, idea, other);
    else if (kind < 96) await this.apply(when, idea, other);
    else await this.changeCall(when, other);
    this.past.push({ at: this.moment, model: structuredClone(this.model) });
  }

  private some(seed: number): string[] {
    return this.codes.filter((_, index) => ((seed >> index) & 1) === 1);
  }

  private async create(when: Date, seed: number) {
    const areas = this.some(seed);
    const { id, code } = await world.idea(when, this.owner, { focusAreas: areas });
    const at = when.getTime();
    this.model.ideas.push({
      ...{ id, code, owner: this.owner, areas, objectives: [], stage: 'CONCEPT', state: 'ACTIVE', entered: at },
      ...{ path: [{ from: null, to: 'CONCEPT', state: 'ACTIVE', at }], members: [], applications: [], plan: null },
    });
  }

  private async move(when: Date, idea: ModelIdea, seed: number) {
    if (idea.state === 'COMPLETED' || idea.state === 'DISCONTINUED') return;
    const place = STAGES.indexOf(idea.stage);
    const [from, at] = [idea.stage, when.getTime()];
    const ended = idea.stage === 'PROJECT' ? 'COMPLETED' : 'DISCONTINUED';
    if (seed % 12 === 0) idea.state = ended;
    else if (seed % 12 === 1) idea.state = idea.state === 'ACTIVE' ? 'PAUSED' : 'ACTIVE';
    else if (idea.state !== 'ACTIVE') return;
    else if (seed % 12 < 9 && place < 3) idea.stage = STAGES[place + 1]!;
    else if (place > 0) idea.stage = STAGES[seed % place]!;
    else return;
    await world.move(when, idea.id, idea.stage, idea.state);
    idea.path.push({ from, to: idea.stage, state: idea.state, at });
    if (from !== idea.stage) idea.entered = at;
    if (idea.stage === 'PROJECT' && !idea.plan) {
      const plan = { startsOn: '2027-01-01', endsOn: seed % 2 ? '2033-12-31' : '2029-12-31' };
      idea.plan = { id: await world.plan(when, idea.id, plan.startsOn, plan.endsOn), ...plan };
    } else if (idea.plan && seed % 3 === 0) {
      idea.plan.endsOn = seed % 2 ? '2034-06-30' : '2030-06-30';
      await world.replan(when, idea.plan.id, { endsOn: idea.plan.endsOn });
    }
  }

  private async describe(when: Date, idea: ModelIdea, seed: number) {
    idea.areas = this.some(seed);
    idea.objectives = seed % 2 ? ['CIRCULAR_ECONOMY'] : [];
    await world.updateIdea(when, idea.id, { environmentalObjectives: idea.objectives as never }, idea.areas);
  }

  private async consort(when: Date, idea: ModelIdea, seed: number) {
    if (idea.state === 'COMPLETED' || idea.state === 'DISCONTINUED') return;
    const partner = this.owners[1 + (seed % 2)]!;
    const member = idea.members.find(each => each.partner === partner && !each.left);
    if (!member) idea.members.push({ id: await world.join(when, idea.id, partner), partner, left: false });
    else {
      member.left = true;
      await world.leave(when, member.id);
    }
  }

  private async apply(when: Date, idea: ModelIdea, seed: number) {
    const calls = Object.keys(this.model.calls);
    const call = calls[seed % calls.length]!;
    const application = idea.applications.find(each => each.call === call);
    const currency = seed % 3 ? 'SEK' : 'EUR';
    if (!application) {
      const requested = seed % 4 ? { amount: `${seed}.25`, currency } : null;
      const told = { status: 'DRAFT' as const, requested, coFinancing: null, granted: null, deadline: null };
      const id = await world.apply(when, idea.id, call, told);
      idea.applications.push({ id, call, ...told });
      return;
    }
    const changes: Partial<typeof application> =
      seed % 5 === 0
        ? { status: 'GRANTED', granted: { amount: `${seed}.50`, currency } }
        : seed % 5 === 1
          ? { status: 'WITHDRAWN', granted: null }
          : seed % 5 === 2
            ? { requested: { amount: `${seed}.75`, currency: application.requested?.currency ?? currency } }
            : seed % 5 === 3
              ? { requested: null, coFinancing: { amount: `${seed}.00`, currency } }
              : { deadline: new Date(when.getTime() + (seed % 120) * DAY) };
    Object.assign(application, changes);
    await world.updateApplication(when, application.id, changes);
  }

  private async changeCall(when: Date, seed: number) {
    const id = Object.keys(this.model.calls)[seed % 2]!;
    const call = this.model.calls[id]!;
    if (call.cancelled) return;
    if (seed % 11 === 0) {
      call.cancelled = true;
      return world.cancelCall(when, id);
    }
    call.deadlines = call.deadlines.map(each => each + ((seed % 21) - 10) * DAY);
    await world.updateCall(when, id, { deadlines: call.deadlines.map(each => ({ at: new Date(each) })) });
  }
}

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
          const play = await Play.begin();
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
