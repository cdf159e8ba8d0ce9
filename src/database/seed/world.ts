import type { EntityManager } from '@mikro-orm/core';
import type { Viewer } from '../../access/viewer.js';
import { FocusArea } from '../../focus-areas/focus-area.js';
import type { FundingCall } from '../../funding-calls/funding-call.js';
import { Partner } from '../../partners/partner.js';
import { Programme } from '../../pipeline/programme.js';
import { PROGRAMME_OWNER } from './reference.js';

/** Something that happens in the demo: when, by whom, and what. */
export interface DemoEvent {
  readonly moment: Date;
  readonly by: Viewer;
  readonly happens: () => void;
}

/** What the scripts of the demo refer to by slug, code and identifier. */
export class World {
  readonly calls = new Map<string, FundingCall>();

  private constructor(
    readonly em: EntityManager,
    readonly programme: Programme,
    private readonly partners: ReadonlyMap<string, Partner>,
    private readonly areas: ReadonlyMap<string, FocusArea>,
  ) {}

  static async of(em: EntityManager): Promise<World> {
    const [programme] = await em.findAll(Programme, { orderBy: { id: 'desc' }, limit: 1 });
    const partners = new Map((await em.findAll(Partner)).map(partner => [partner.slug, partner]));
    const areas = new Map((await em.findAll(FocusArea)).map(area => [area.code, area]));
    return new World(em, programme!, partners, areas);
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
    return { name: `${name} (demo)`, role, partnerId: id, keyId: null, grants: [] };
  }

  get region(): Viewer {
    return this.actor(PROGRAMME_OWNER);
  }
}

function found<T>(all: ReadonlyMap<string, T>, name: string): T {
  const one = all.get(name);
  if (!one) throw new Error(`the demo knows no ${name}`);
  return one;
}
