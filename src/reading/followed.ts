/** Something that happened, at its place in the activity log, in the form that a subscription answers. */
export interface Occurrence {
  readonly sequence: number;
  readonly value: unknown;
}

/** Reads what happened after one sequence and up to another, as the viewer sees it at this moment. */
export type ReadOccurrences = (after: number, upTo: number) => Promise<readonly Occurrence[]>;

/**
 * Where a subscription's events come from. It is read piece by piece by whoever delivers it, which lets those who ask
 * the same share the reads; the executor only wants it to look like something that can be iterated.
 */
export class Followed implements AsyncIterable<never> {
  constructor(
    readonly read: ReadOccurrences,
    /** The sequence that the caller has seen already, or null to begin now. */
    readonly since: number | null,
  ) {}

  [Symbol.asyncIterator](): AsyncIterator<never> {
    throw new Error('what is followed is read piece by piece');
  }
}
