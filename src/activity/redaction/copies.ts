import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type IdPrefix, prefixOf } from '../../shared/ids.js';
import type { Activity } from '../activity.js';
import type { ActivityKind } from '../activity-kind.js';
import { type Named, sideOf, valueOf } from './redaction.js';

/** What stands where a text must stand and has been redacted. */
export const REDACTED = { sv: '(borttaget)', en: '(redacted)' } as const;

/** A place outside the log where a value of it stands too, and goes with it. */
interface Copy {
  /** Which values: by name, of changes by field. */
  readonly of: string;
  /** Of which nouns; of all when left out. */
  readonly subject?: IdPrefix;
  /** Told by which rows; by all when left out. */
  readonly kinds?: readonly ActivityKind[];
  /** Takes it away, by the row `gone (idea, subject, at, value)`. */
  readonly erase: string;
}

const MOVES: readonly ActivityKind[] = [
  'IDEA_CREATED',
  'IDEA_ADVANCED',
  'IDEA_RETURNED',
  'IDEA_PAUSED',
  'IDEA_RESUMED',
  'IDEA_DISCONTINUED',
  'IDEA_COMPLETED',
];

const IN_WORDS = (part: string) => `${part}_sv = '${REDACTED.sv}', ${part}_en = '${REDACTED.en}'`;

/** Every copy of a value that no change of the thing itself could take away; a test holds it against the tables. */
export const COPIES: readonly Copy[] = [
  {
    of: 'reason',
    erase:
      'update stage_transition t set reason = null from gone where t.idea_id = gone.idea and t.reason = gone.value',
  },
  {
    of: 'reason',
    subject: 'join',
    erase: 'update join_request r set reason = null from gone where r.id = gone.subject and r.reason = gone.value',
  },
  {
    of: 'actor',
    subject: 'idea',
    kinds: MOVES,
    // A step is told in the same change, so it is the last one before the row.
    erase: `update stage_transition t set by_name = null from gone where t.by_name = gone.value and t.id = (
      select step.id from stage_transition step where step.idea_id = gone.idea and coalesce(step.recorded_at, step.at) <= gone.at order by step.at desc, step.id desc limit 1)`,
  },
  {
    of: 'actor',
    subject: 'status',
    erase: 'update status_update s set by_name = null from gone where s.id = gone.subject',
  },
  {
    of: 'actor',
    subject: 'link',
    kinds: ['LINK_ADDED'],
    erase:
      'update link l set added_by_name = null from gone where l.id = gone.subject and l.added_by_name = gone.value',
  },
  {
    of: 'message',
    subject: 'join',
    erase: 'update join_request r set message = null from gone where r.id = gone.subject',
  },
  {
    of: 'summary',
    subject: 'status',
    erase: `update status_update s set ${IN_WORDS('summary')} from gone where s.id = gone.subject`,
  },
  {
    of: 'nextStep',
    subject: 'status',
    erase: `update status_update s set ${IN_WORDS('next_step')} from gone where s.id = gone.subject`,
  },
  {
    of: 'name',
    subject: 'key',
    erase: 'update api_key k set name = k.prefix from gone where k.id = gone.subject',
  },
];

/**
 * Answers that are kept for requests that come again cannot be looked into: they are made anew from what each request
 * has made, as things are then.
 */
const KEPT_ANSWERS = `update idempotent_request set answer = null, busy_until = least(busy_until, now())
  where answer is not null and changes <> '{}'`;

const ROW = 'with gone as (select ?::text as idea, ?::text as subject, ?::timestamptz as at, ?::text as value)';

/** Whether what a name stands for is taken from the thing itself when it is from the log. */
export function goesByItself(activity: Activity, name: string): boolean {
  return copiesOf(activity, name).length > 0;
}

/** Held by a redaction until it is over. */
export const REDACTION_LOCK = 7305224;

/** Waits for other redactions: each may take values from the rows that another begins with. */
export async function oneAtATime(em: EntityManager): Promise<void> {
  await (em as SqlEntityManager).execute(`select pg_advisory_xact_lock(${REDACTION_LOCK})`);
}

/** Takes away what else holds the values. */
export async function eraseCopies(em: EntityManager, all: readonly Named[]): Promise<void> {
  const execute = (text: string, values: unknown[] = []) => (em as SqlEntityManager).execute(text, values, 'run');
  for (const { activity, names } of all)
    for (const name of names)
      for (const { erase } of copiesOf(activity, name)) {
        const value = valueOf(activity, name);
        const given = [
          activity.idea?.id ?? null,
          activity.subjectId,
          activity.at,
          typeof value === 'string' ? value : null,
        ];
        await execute(`${ROW} ${erase}`, given);
      }
  await execute(KEPT_ANSWERS);
}

function copiesOf({ subjectId, kind }: Activity, name: string): Copy[] {
  const field = sideOf(name)?.field ?? name;
  const prefix = prefixOf(subjectId);
  return COPIES.filter(
    ({ of, subject, kinds }) => of === field && (!subject || subject === prefix) && (!kinds || kinds.includes(kind)),
  );
}
