import { ANONYMOUS, type Viewer } from '../shared/viewer.js';
import type { Database } from '../database/database.js';
import { inStatuses } from '../funding-calls/funding-call-list.js';
import { compile, raw, sql, type Sql } from '../reading/sql.js';
import { now } from '../shared/time/clock.js';
import { MOST_CANDIDATES } from './match-sql.js';

/** How many of each are compared when somebody asks for matches, by what they may see. */
export interface Candidates {
  readonly calls: number;
  readonly ideas: number;
}

/** What is taken for true while nobody has counted. */
export const AS_MANY_AS_CAN_BE: Candidates = { calls: MOST_CANDIDATES, ideas: MOST_CANDIDATES };

const AT_MOST = sql`limit ${raw(MOST_CANDIDATES)}`;

/** Classes of viewers: of each those ideas are counted that all in it see. */
type Sight = 'PUBLIC' | 'PARTNERS' | 'ALL';
type Counts = Readonly<Record<Sight, number>> & { readonly calls: number };

const AS_MANY: Counts = {
  calls: MOST_CANDIDATES,
  PUBLIC: MOST_CANDIDATES,
  PARTNERS: MOST_CANDIDATES,
  ALL: MOST_CANDIDATES,
};

const ideas = (seen: Sql) =>
  sql`(select count(*) from (select 1 from idea where state = 'ACTIVE' and stage <> 'PROJECT' and ${seen} ${AT_MOST}) ideas)`;

const COUNTS = sql`select json_build_object(
  'calls', (select count(*) from (select 1 from funding_call call where ${inStatuses(raw('call'), ['OPEN', 'FORTHCOMING'])} ${AT_MOST}) calls),
  'PUBLIC', ${ideas(sql`visibility = 'PUBLIC'`)}, 'PARTNERS', ${ideas(sql`visibility in ('PUBLIC', 'PARTNERS')`)},
  'ALL', ${ideas(raw('true'))})::text`;

/** Milliseconds that a count is good for; calls open and close without anything being written. */
const GOOD_FOR = 5_000;

/**
 * Counts the candidates now and then, while somebody wants to know. Prices are shown to who pays them, so each is made of
 * what its viewer may see: by a count of all, anyone could tell when a hidden idea came into being.
 */
export class CandidateCounts {
  private counted = AS_MANY;
  private goodUntil = 0;

  constructor(private readonly database: Pick<Database, 'readText'>) {}

  /**
   * What there is to compare for a viewer, looked up when it is asked for: most operations compare nothing. The ideas of a
   * partner's own consortia are not counted, so that no price follows them.
   */
  seenBy(viewer: Viewer): Candidates {
    const last = () => this.last();
    return {
      get calls() {
        return last().calls;
      },
      get ideas() {
        return last()[sightOf(viewer)];
      },
    };
  }

  /** What was counted last. What has become old is counted anew for the next. */
  private last(): Counts {
    if (performance.now() >= this.goodUntil) void this.count();
    return this.counted;
  }

  /** Where it can't be counted, none is thought to be cheap. */
  async count(): Promise<void> {
    this.goodUntil = performance.now() + GOOD_FOR;
    const { text, parameters } = compile(COUNTS);
    const values = parameters.map(parameter => parameter({ viewer: ANONYMOUS, now: now(), args: [], given: {} }));
    try {
      this.counted = JSON.parse((await this.database.readText({ text, values }))!) as Counts;
    } catch {
      this.counted = AS_MANY;
    }
  }
}

function sightOf(viewer: Viewer): Sight {
  if (!viewer.role) return 'PUBLIC';
  return viewer.role === 'ADMIN' || viewer.grants.includes('ALL_IDEAS') ? 'ALL' : 'PARTNERS';
}
