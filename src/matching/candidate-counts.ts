import { ANONYMOUS } from '../shared/viewer.js';
import type { Database } from '../database/database.js';
import { inStatuses } from '../funding-calls/funding-call-list.js';
import { compile, raw, sql } from '../reading/sql.js';
import { now } from '../shared/time/clock.js';
import { MOST_CANDIDATES } from './match-sql.js';

/** How many of each are compared when somebody asks for matches. */
export interface Candidates {
  readonly calls: number;
  readonly ideas: number;
}

/** What is taken for true while nobody has counted. */
export const AS_MANY_AS_CAN_BE: Candidates = { calls: MOST_CANDIDATES, ideas: MOST_CANDIDATES };

const AT_MOST = sql`limit ${raw(MOST_CANDIDATES)}`;

const COUNTS = sql`select json_build_object(
  'calls', (select count(*) from (select 1 from funding_call call where ${inStatuses(raw('call'), ['OPEN', 'FORTHCOMING'])} ${AT_MOST}) calls),
  'ideas', (select count(*) from (select 1 from idea where state = 'ACTIVE' and stage <> 'PROJECT' ${AT_MOST}) ideas))::text`;

/** Milliseconds that a count is good for; calls open and close without anything being written. */
const GOOD_FOR = 5_000;

/** Counts the candidates of whoever sees everything, now and then while somebody wants to know. */
export class CandidateCounts implements Candidates {
  private counted = AS_MANY_AS_CAN_BE;
  private goodUntil = 0;

  constructor(private readonly database: Pick<Database, 'readText'>) {}

  get calls(): number {
    return this.last().calls;
  }

  get ideas(): number {
    return this.last().ideas;
  }

  /** What was counted last. What has become old is counted anew for the next. */
  private last(): Candidates {
    if (performance.now() >= this.goodUntil) void this.count();
    return this.counted;
  }

  /** Where it can't be counted, none is thought to be cheap. */
  async count(): Promise<void> {
    this.goodUntil = performance.now() + GOOD_FOR;
    const { text, parameters } = compile(COUNTS);
    const values = parameters.map(parameter => parameter({ viewer: ANONYMOUS, now: now(), args: [], given: {} }));
    try {
      this.counted = JSON.parse((await this.database.readText({ text, values }))!) as Candidates;
    } catch {
      this.counted = AS_MANY_AS_CAN_BE;
    }
  }
}
