import { followed } from './stored';

/** A change of which nobody knows yet whether it was made. */
export interface Doubt {
  readonly about: object;
  /** Whether the service is being asked again. */
  readonly asking: boolean;
  /** Asks again, or leaves it unknown. */
  readonly decide: (choice: 'FIND_OUT' | 'LEAVE') => void;
}

/** What the person is asked about, the oldest first. */
export const doubts = followed<readonly Doubt[]>([]);

/** Lets the person choose whether to find out what became of a change. */
export function raiseDoubt(about: object): Promise<boolean> {
  return new Promise(resolve => {
    const decide: Doubt['decide'] = choice => {
      replace({ about, asking: true, decide: () => {} });
      resolve(choice === 'FIND_OUT');
    };
    replace({ about, asking: false, decide });
  });
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
