import { eachMomentOnce } from '../description/call-deadlines.js';
import { dayAndTimeIn, momentIn } from '../../shared/time/local-time.js';

/** A date of a call, and what of it nobody has said. */
export interface Dated {
  readonly at: Date;
  readonly label: string | null;
  readonly timeAssumed: boolean;
  readonly labelAssumed: boolean;
}

/** The moment after a source has given it: a day without a time keeps the time of day that was said before. */
export function settledMoment<T extends Pick<Dated, 'at' | 'timeAssumed'>>(
  before: Pick<Dated, 'at' | 'timeAssumed'> | undefined,
  later: T,
  zone: string,
): T {
  if (!before || before.timeAssumed || !later.timeAssumed) return later;
  const [day] = dayAndTimeIn(zone, later.at);
  const [was, time] = dayAndTimeIn(zone, before.at);
  if (day === was) return { ...later, at: before.at, timeAssumed: false };
  const moved = momentIn(zone, `${day}T${time}`, time);
  return typeof moved === 'string' ? later : { ...later, at: moved.at, timeAssumed: false };
}

/**
 * The deadlines after a source has given its own. They are whole, unless the source's form has one closing date: that
 * one is one of those that are known, or stands for the last of them.
 */
export function settledDeadlines(
  before: readonly Dated[],
  later: readonly Dated[],
  { zone, closingDateOnly }: { zone: string; closingDateOnly: boolean },
): Dated[] {
  if (later.length === 0) return [...before];
  const known = before.map(one => later.find(other => isSame(one, other, before, zone)));
  const unmatched = before.length === later.length && known.every(one => !one);
  const settled = later.map((deadline, place) => {
    const match = before[known.indexOf(deadline)];
    const moved = closingDateOnly ? before.at(-1) : unmatched ? before[place] : undefined;
    return settledDeadline(match ?? moved, deadline, zone);
  });
  const kept = closingDateOnly ? before.filter((one, place) => staysBeside(one, place)) : [];
  return eachMomentOnce([...kept, ...settled]);

  function staysBeside({ at }: Dated, place: number): boolean {
    if (known.some(Boolean)) return !known[place];
    return place < before.length - 1 && at < settled[0]!.at;
  }
}

/** The same moment, or the only deadline on that day. */
function isSame(one: Dated, other: Dated, all: readonly Dated[], zone: string): boolean {
  if (all.some(({ at }) => at.getTime() === other.at.getTime())) return one.at.getTime() === other.at.getTime();
  const dayOf = ({ at }: Dated) => dayAndTimeIn(zone, at)[0];
  return dayOf(one) === dayOf(other) && all.filter(known => dayOf(known) === dayOf(other)).length === 1;
}

function settledDeadline(before: Dated | undefined, later: Dated, zone: string): Dated {
  const settled = settledMoment(before, later, zone);
  const stays = before?.label && (!later.label || (later.labelAssumed && !before.labelAssumed));
  return stays ? { ...settled, label: before.label, labelAssumed: before.labelAssumed } : settled;
}
