import { followed } from './stored';

/** A change of which nobody knows yet whether it was made. */
export interface Doubt {
  readonly about: object;
  /** Whether the service is being asked again. */
  readonly asking: boolean;
  readonly findOut: () => void;
  /** Leaves it unknown. */
  readonly leave: () => void;
}

/** What the person is asked about, the oldest first. */
export const doubts = followed<readonly Doubt[]>([]);

/** Tells that a change is asked for again, since its answer was lost. */
export function noteAsking(about: object, leave: () => void): void {
  replace({ about, asking: true, findOut: () => {}, leave });
}

/** Lets the person choose whether to find out what became of a change. */
export function raiseDoubt(about: object): Promise<boolean> {
  return new Promise(resolve =>
    replace({ about, asking: false, findOut: () => resolve(true), leave: () => resolve(false) }),
  );
}

/** What became of the change is known, or nobody asks any more. */
export function settleDoubt(about: object): void {
  if (doubts.read().length > 0) doubts.write(doubts.read().filter(doubt => doubt.about !== about));
}

function replace(doubt: Doubt): void {
  const known = doubts.read();
  const others = known.map(each => (each.about === doubt.about ? doubt : each));
  doubts.write(others.includes(doubt) ? others : [...known, doubt]);
}
