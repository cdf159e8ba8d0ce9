import { Stage } from '../../../src/ideas/stages.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import type { Model, ModelIdea } from '../naive/pipeline.js';
import * as fc from '../properties.js';
import type { Service } from '../service/service.js';
import { type World, worldOf } from './world.js';

const STAGES = wordsOf(Stage);
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** A deed by number, and numbers that choose what it is done to. */
export const deeds = (count: number) =>
  fc.array(fc.tuple(fc.nat(99), fc.nat(997), fc.nat(997), fc.integer({ min: 1, max: 400 })), {
    minLength: count,
    maxLength: count,
  });
export type Deed = [kind: number, one: number, other: number, hours: number];

/** Plays deeds one after the other, in the world and in a model, and keeps what the model was after each. */
export class Play {
  moment = Date.parse('2025-01-01T08:00:00Z');
  model: Model = { ideas: [], calls: {}, areas: [] };
  readonly past: { at: number; model: Model }[] = [];
  private static begun = 0;
  private owners: string[] = [];
  private codes: string[] = [];

  private constructor(
    private readonly service: Service,
    private readonly world: World,
  ) {}

  static async begin(service: Service): Promise<Play> {
    const world = worldOf(service);
    const play = new Play(service, world);
    const name = `prov-${(Play.begun += 1)}`;
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
    const { id, code } = await this.world.idea(when, this.owner, { focusAreas: areas });
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
    await this.world.move(when, idea.id, idea.stage, idea.state);
    idea.path.push({ from, to: idea.stage, state: idea.state, at });
    if (from !== idea.stage) idea.entered = at;
    if (idea.stage === 'PROJECT' && !idea.plan) {
      const plan = { startsOn: '2027-01-01', endsOn: seed % 2 ? '2033-12-31' : '2029-12-31' };
      idea.plan = { id: await this.world.plan(when, idea.id, plan.startsOn, plan.endsOn), ...plan };
    } else if (idea.plan && seed % 3 === 0) {
      idea.plan.endsOn = seed % 2 ? '2034-06-30' : '2030-06-30';
      await this.world.replan(when, idea.plan.id, { endsOn: idea.plan.endsOn });
    }
  }

  private async describe(when: Date, idea: ModelIdea, seed: number) {
    idea.areas = this.some(seed);
    idea.objectives = seed % 2 ? ['CIRCULAR_ECONOMY'] : [];
    await this.world.updateIdea(when, idea.id, { environmentalObjectives: idea.objectives as never }, idea.areas);
  }

  private async consort(when: Date, idea: ModelIdea, seed: number) {
    if (idea.state === 'COMPLETED' || idea.state === 'DISCONTINUED') return;
    const partner = this.owners[1 + (seed % 2)]!;
    const member = idea.members.find(each => each.partner === partner && !each.left);
    if (!member) idea.members.push({ id: await this.world.join(when, idea.id, partner), partner, left: false });
    else {
      member.left = true;
      await this.world.leave(when, member.id);
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
      const id = await this.world.apply(when, idea.id, call, told);
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
    await this.world.updateApplication(when, application.id, changes);
  }

  private async changeCall(when: Date, seed: number) {
    const id = Object.keys(this.model.calls)[seed % 2]!;
    const call = this.model.calls[id]!;
    if (call.cancelled) return;
    if (seed % 11 === 0) {
      call.cancelled = true;
      return this.world.cancelCall(when, id);
    }
    call.deadlines = call.deadlines.map(each => each + ((seed % 21) - 10) * DAY);
    await this.world.updateCall(when, id, { deadlines: call.deadlines.map(each => ({ at: new Date(each) })) });
  }
}
