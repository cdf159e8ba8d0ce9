import type { EntityManager } from '@mikro-orm/core';
import { ANONYMOUS, type Viewer } from '../shared/viewer.js';
import { FocusArea } from '../focus-areas/focus-area.js';
import type { FundingCall } from '../funding-calls/funding-call.js';
import { Partner } from '../partners/partner.js';
import { Programme } from '../programmes/programme.js';
import type { DemoEvent } from './history.js';
import { PROGRAMME_OWNER } from './reference.js';

/** How each kind of step in the demo's history is done. */
export type StepHandlers = { [K in DemoEvent['kind']]: (event: EventOf<K>, world: World) => void | Promise<void> };

type EventOf<K, E = DemoEvent> = E extends { kind: infer Kinds } ? (K extends Kinds ? E : never) : never;

/** What the scripts of the demo refer to by slug, code and identifier, and what has been made of them so far. */
export class World {
  readonly calls = new Map<string, FundingCall>();
  private readonly made = new Map<object, object>();

  private constructor(
    readonly em: EntityManager,
    readonly today: Date,
    readonly programme: Programme,
    private readonly partners: ReadonlyMap<string, Partner>,
    private readonly areas: ReadonlyMap<string, FocusArea>,
  ) {}

  /** A world whose new ideas belong to the programme. */
  static async of(em: EntityManager, today: Date, code: string): Promise<World> {
    const programme = await em.findOneOrFail(Programme, { code });
    const partners = new Map((await em.findAll(Partner)).map(partner => [partner.slug, partner]));
    const areas = new Map((await em.findAll(FocusArea)).map(area => [area.code, area]));
    return new World(em, today, programme, partners, areas);
  }

  partner(slug: string): Partner {
    return found(this.partners, slug);
  }

  focusAreas(codes: readonly string[]): FocusArea[] {
    return codes.map(code => found(this.areas, code));
  }

  call(identifier: string): FundingCall {
    return found(this.calls, identifier);
  }

  /** A partner as it acts through its own key. */
  actor(slug: string): Viewer {
    const { id, name } = this.partner(slug);
    const role = slug === PROGRAMME_OWNER ? 'ADMIN' : 'PARTNER';
    return { ...ANONYMOUS, name: `${name} (demo)`, role, partnerId: id };
  }

  /** Keeps what a script became. */
  remember(script: object, noun: object): void {
    this.made.set(script, noun);
    this.em.persist(noun);
  }

  /** What a script has become. */
  played<T extends object>(script: object, noun: new () => T): T {
    const made = this.made.get(script);
    if (made instanceof noun) return made;
    throw new Error(`the demo has no such ${noun.name} yet`);
  }
}

function found<T>(all: ReadonlyMap<string, T>, name: string): T {
  const one = all.get(name);
  if (!one) throw new Error(`the demo knows no ${name}`);
  return one;
}
