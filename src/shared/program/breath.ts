import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many milliseconds work goes on before others have their turn; it ends a little later, where the work can pause. */
const LONGEST = 10;

/** When the work of this turn of the event loop began: all who work in it share its time. */
let began: number | undefined;

function isOut(): boolean {
  if (began !== undefined) return performance.now() - began > LONGEST;
  began = performance.now();
  setImmediate(() => (began = undefined));
  return false;
}

/** Lets others have their turn when it is time, so that many who work at once hold up others no longer than one does. */
export async function breath(): Promise<void> {
  while (isOut()) await nextTurn();
}

/** The result of work that says by `yield` where it may pause. */
export async function inTurns<T>(work: Generator<void, T, void>): Promise<T> {
  for (;;) {
    if (isOut()) await breath();
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The result of the same work without a pause. */
export function atOnce<T>(work: Generator<void, T, void>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const lines = new WeakMap<object, Promise<void>>();

/** One after another of those who belong together, with others' turns between: all at once they would hold up everybody. */
export function inLine(of: object): Promise<void> {
  const place = (lines.get(of) ?? Promise.resolve()).then(breath);
  lines.set(of, place);
  return place;
}
