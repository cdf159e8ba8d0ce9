import type { Database } from '../database/database.js';
import { CHAIN_HEAD, HEAD_SEQUENCE } from './head.js';

/** The newest row that the log says it has, and the hash that stands for it and all before it. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/** The first place where the log is not what was written. */
export interface Break {
  /** Of the row; null where it has none, as no row that was written. */
  readonly sequence: number | null;
  readonly id: string | null;
  readonly fault: 'MISSING' | 'ALTERED' | 'UNCOUNTED' | 'HEAD_MISSING' | 'HEAD_ALTERED' | 'OTHER_HEAD';
}

export type Verdict = { readonly head: Head } | { readonly broken: Break };

type Query = Database['query'];

const PAGE = 1_000;

const GENESIS = `sha256('Kickstart S3')`;

/** Whether a row that has lost nothing still has the hash of the chain from before there were digests. */
const FORMER = `(a.former_hash is null or a.digests - array(select jsonb_object_keys(a.salts)) <> '{}'
    or a.former_hash = activity_former_digest(case n when 1 then ${GENESIS} else previous.former_hash end, a))`;

/**
 * The first row of a page that is not there, or whose hash is not that of the one before it and its own content, or
 * that lacks a value without the log's own word for it.
 */
const BROKEN = `select n as sequence, a.id, case when a.id is null then 'MISSING' else 'ALTERED' end as fault
  from generate_series($1::int, $2::int) n
  left join activity a on a.sequence = n and a.sequence between $1 and $2
  left join activity previous on previous.sequence = n - 1 and previous.sequence between $1 - 1 and $2
  where a.id is null
    or a.hash is distinct from activity_digest(case n when 1 then ${GENESIS} else previous.hash end, a)
    or not activity_values_stand(a) or ${FORMER} is not true
  order by n limit 1`;

/** A row that no page reaches. One statement, so that rows written meanwhile are counted with their head. */
const UNCOUNTED = `select sequence, id, 'UNCOUNTED' as fault from activity
  where sequence is null or sequence < 1 or sequence > ${HEAD_SEQUENCE}
  order by sequence limit 1`;

/** A head may be from before there were digests. */
const HASH_AT = `select decode($2, 'hex') in (
  select hash from activity where sequence = $1 union all select former_hash from activity where sequence = $1
  union all select ${GENESIS} where $1::int = 0) as same`;

/**
 * Follows the chain of hashes from its beginning to the head, a page at a time, while the service may go on writing.
 * With a head that was kept elsewhere, also proves that the log still begins with all that it had then.
 */
export async function verifyChain(query: Query, kept: Head | null = null): Promise<Verdict> {
  const [head] = await query<Head>(CHAIN_HEAD);
  if (!head) return { broken: { sequence: null, id: null, fault: 'HEAD_MISSING' } };
  for (let from = 1; from <= head.sequence; from += PAGE) {
    const to = Math.min(from + PAGE - 1, head.sequence);
    const [broken] = await query<Break>(BROKEN, [from, to]);
    if (broken) return { broken };
  }
  const [uncounted] = await query<Break>(UNCOUNTED);
  if (uncounted) return { broken: uncounted };
  if (!(await stands(query, head))) return { broken: { sequence: head.sequence, id: null, fault: 'HEAD_ALTERED' } };
  if (kept && !(await stands(query, kept)))
    return { broken: { sequence: kept.sequence, id: null, fault: 'OTHER_HEAD' } };
  return { head };
}

async function stands(query: Query, { sequence, hash }: Head): Promise<boolean> {
  const [row] = await query<{ same: boolean | null }>(HASH_AT, [sequence, hash]);
  return row?.same === true;
}
