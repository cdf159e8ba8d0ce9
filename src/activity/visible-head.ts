import { LRUCache } from 'lru-cache';
import type { Caller } from '../access/caller.js';
import { rightsOf, type Viewer } from '../shared/viewer.js';
import { activityVisible, callVisible, ideaVisible, seesEverything } from '../access/visibility.js';
import type { Database } from '../database/database.js';
import { compile, raw, sql, type Sql } from '../reading/sql.js';
import { now } from '../shared/time/clock.js';
import { within } from './following.js';

/** Viewers whose place is remembered. */
const REMEMBERED = 1_000;

interface Place {
  readonly revision: number;
  readonly sequence: Promise<number>;
}

/**
 * How far the activity log has come as far as a viewer can know: to the newest row that a subscription may tell it of.
 * The log's own head would tell outsiders whenever something happens that is none of their business.
 */
export class VisibleHead {
  private readonly places = new LRUCache<string, Place>({ max: REMEMBERED });

  constructor(private readonly database: Pick<Database, 'readText'>) {}

  /** Never beyond the revision at which the caller is answered, so that nothing is missed from there. */
  async of({ viewer, revision }: Caller): Promise<number> {
    if (seesEverything(viewer)) return revision;
    const key = `${rightsOf(viewer)} ${viewer.partnerId}`;
    const place = this.places.get(key) ?? { revision: 0, sequence: Promise.resolve(0) };
    if (place.revision >= revision) return Math.min(await place.sequence, revision);
    const sequence = this.later(place, { viewer, revision });
    this.places.set(key, { revision, sequence });
    // Whoever waits for it is told; the next one begins anew.
    sequence.catch(() => this.places.delete(key));
    return sequence;
  }

  /** Only what has been written since is looked at. */
  private async later(
    { revision: after, sequence }: Place,
    { viewer, revision: upTo }: Pick<Caller, 'viewer' | 'revision'>,
  ) {
    const { text, parameters } = compile(newestVisible(viewer));
    const values = parameters.map(parameter => parameter({ viewer, now: now(), args: [], given: { after, upTo } }));
    const name = `told ${rightsOf(viewer)}`;
    const [before, newest] = await Promise.all([sequence, this.database.readText({ text, values, name })]);
    return Math.max(before, Number(newest));
  }
}

/** Of rows about an idea or a call `ideasChanged` and `fundingCallPublished` tell; of others `activity` alone. */
function newestVisible(viewer: Viewer): Sql {
  const [row, idea, call] = [raw('told'), raw('of_idea'), raw('of_call')];
  return sql`select (select told.sequence::text from activity told
    left join idea of_idea on of_idea.id = told.idea_id left join funding_call of_call on of_call.id = told.call_id
    where ${within(row)} and (
      (of_idea.id is not null and ${ideaVisible(idea, viewer)}) or
      (of_call.id is not null and ${callVisible(call, viewer)}) or
      (told.idea_id is null and ${activityVisible(row, viewer)}))
    order by told.sequence desc limit 1)`;
}
