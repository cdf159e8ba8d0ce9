/**
 * What PostgreSQL's codes mean, by their classes. https://www.postgresql.org/docs/current/errcodes-appendix.html
 * 08P01 is a message that the server did not understand: the connection goes on, and the fault is ours.
 */
const MEANINGS = {
  /** The connection has ended, or is about to. */
  lost: /^(08(?!P01)|57P|25P03)/,
  /** The server itself is in trouble: without room or memory, or its files cannot be read. */
  ailing: /^(53|58)/,
  /** Values that no column can hold: out of range, malformed, a NUL in a text. The others of class 22 are faults of ours. */
  value: /^22(001|003|007|008|009|015|021|P02|P03|P05)$/,
  /** Against a rule of what is stored, which nobody had looked at before. */
  rule: /^23/,
  /** Larger or more complex than the server can take. */
  excess: /^54/,
  /** Ended in favour of another change at the same time: nothing was done, and the same may go well the next time. */
  collision: /^40(001|P01)$/,
  stopped: /^57014$/,
  /** Another change has held a lock for too long. */
  waited: /^55P03$/,
} satisfies Record<string, RegExp>;

export type Meaning = keyof typeof MEANINGS;

/** What the code of an error means, or null for one that is not the database's or means a fault of ours. */
export function meaningOf(error: unknown): Meaning | null {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return null;
  return (Object.keys(MEANINGS) as Meaning[]).find(meaning => MEANINGS[meaning].test(code)) ?? null;
}
