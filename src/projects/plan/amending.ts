import type { Collection } from '@mikro-orm/core';
import type { LoggedChange } from '../../activity/audited.js';
import { cleaned } from '../../shared/text/clean-text.js';
import { type Fault, fault } from '../../shared/refuse.js';
import { dayText, daysText } from '../../shared/text/figures.js';
import { now } from '../../shared/time/clock.js';
import { type Bilingual, joined } from '../../shared/text/wording.js';
import { lastsWithin, type YearRange } from '../duration.js';
import { durationText } from '../project-requirements.js';
import type { Amendment } from './amendment.js';
import { beforeStartFaults, type PartChange } from './project-plan.js';

/** The parts of a list that an amendment speaks of, in its order, and whether it says anything new of them. */
export interface AmendedList<T> {
  readonly parts: readonly T[];
  readonly isChanged: boolean;
}

/** Makes a list of a plan say what an amendment says: parts by their ids, and new ones. */
export function amendList<P extends object, T extends { id: string; amend(change: PartChange<P>): boolean }>(
  list: Collection<T>,
  changes: readonly PartChange<P>[],
  make: (planned: P) => T,
): AmendedList<T> {
  const known = new Map(list.getItems().map(part => [part.id, part]));
  let isChanged = false;
  const parts = changes.map(change => {
    const part = known.get(change.id ?? '');
    if (part) {
      isChanged = part.amend(change) || isChanged;
      return part;
    }
    const added = make(change as P);
    list.add(added);
    isChanged = true;
    return added;
  });
  return { parts, isChanged };
}

interface DatedMilestone {
  readonly dueOn: string;
  readonly completedOn?: string | null;
  readonly droppedAt?: Date | null;
}

/** A plan as an amendment leaves it. */
interface AmendedDates {
  readonly plan: { startsOn: string; endsOn: string; milestones: Iterable<DatedMilestone> };
  /** The milestones that the amendment speaks of. */
  readonly touched: readonly DatedMilestone[];
  /** Which of the dates it moves; the field that its faults are told of. */
  readonly moved: 'startsOn' | 'endsOn' | null;
}

/** Whether the project lasts as long as it may, and whether what it has still to reach lies inside its dates. */
export function amendedDatesFaults(
  { plan, touched, moved }: AmendedDates,
  { milestones, waiveDuration }: Amendment,
  years: YearRange,
): Fault[] {
  const { startsOn, endsOn } = plan;
  const isOutside = ({ dueOn, droppedAt }: DatedMilestone) => !droppedAt && (dueOn < startsOn || dueOn > endsOn);
  const isPlaced = (index: number) => {
    const { id, dueOn, drop } = milestones![index]!;
    return id == null || dueOn != null || drop === false;
  };
  const misplaced = touched.flatMap((each, index) => (isPlaced(index) && isOutside(each) ? [String(index)] : []));
  const left = [...plan.milestones].filter(
    each => !each.completedOn && isOutside(each) && !misplaced.some(index => touched[Number(index)] === each),
  );
  const corrected = (milestones ?? []).flatMap(({ completedOn }, index) =>
    completedOn ? beforeStartFaults(['milestones', String(index), 'completedOn'], completedOn, plan, now()) : [],
  );
  const tooLong = moved && !waiveDuration && !lastsWithin(startsOn, endsOn, years);
  return [
    ...(tooLong ? [fault('INVALID', [moved], durationText(startsOn, endsOn, years))] : []),
    ...corrected,
    ...misplaced.map(index => fault('INVALID', ['milestones', index, 'dueOn'], outside(startsOn, endsOn))),
    ...(moved && left.length > 0 ? [fault('INVALID', [moved], leftOutside(left.map(({ dueOn }) => dueOn)))] : []),
  ];
}

function outside(startsOn: string, endsOn: string): Bilingual {
  const { sv, en } = daysText(startsOn, endsOn);
  return {
    sv: `Milstolpen ska ligga inom projekttiden ${sv}.`,
    en: `The milestone must lie inside the project's dates ${en}.`,
  };
}

function leftOutside(days: readonly string[]): Bilingual {
  const { sv, en } = joined(days.toSorted().map(dayText), ', ');
  return {
    sv: `Milstolpar hamnar utanför projekttiden: ${sv}. Flytta eller stryk dem i samma ändring.`,
    en: `Milestones come to lie outside the project's dates: ${en}. Move or drop them in the same amendment.`,
  };
}

/** What the log tells of an amendment beside what it changes: the funder's decision on it, and a waiver. */
export function decisionOn({ reference, decidedOn, waiveDuration }: Amendment): LoggedChange[] {
  const said = { reference: cleaned(reference ?? ''), decidedOn, waiveDuration };
  return Object.entries(said).flatMap(([field, after]) => (after ? [{ field, before: null, after }] : []));
}
