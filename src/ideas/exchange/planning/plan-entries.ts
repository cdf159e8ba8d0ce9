import { swedishDay } from '../../../shared/time/local-time.js';
import { wordsOf } from '../../../shared/described-enum.js';
import { fault, type Fault } from '../../../shared/refuse.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import type { Place } from '../../moves/path.js';
import { STAGE_NAMES } from '../../stage-names.js';
import { Stage } from '../../stages.js';
import type { Entry, SaidPlace } from '../reading/said-place.js';

/** Where an idea stands, since when, and when it came into the stages that it has been in. */
export interface PlaceBefore extends Place {
  readonly isNew: boolean;
  /** The newest entry into each stage; of a new idea there is none. */
  readonly entered: ReadonlyMap<Stage, Date>;
  /** Its newest step of any kind. */
  readonly last: Date | null;
}

interface PlannedEntries {
  /** When each stage that is new was come into, as far as the table knows. */
  readonly at: ReadonlyMap<Stage, Date>;
  readonly faults: readonly Fault[];
  readonly notes: readonly Bilingual[];
}

const STAGES = wordsOf(Stage);

/** The days of entry: in order, of steps that are new. What has been recorded stays. */
export function plannedEntries(said: SaidPlace, before: PlaceBefore, stage: Stage): PlannedEntries {
  const given = new Map(said.entries);
  if (said.entered && !given.has(stage)) given.set(stage, said.entered);
  const first = before.isNew ? 0 : STAGES.indexOf(before.stage) + 1;
  const ahead = STAGES.slice(first, Math.max(first, STAGES.indexOf(stage) + 1));
  const others = [...given].filter(([each]) => !ahead.includes(each));
  const { days, faults: disorder } = inOrder(ahead, given, before);
  const faults = [...others.flatMap(([each, entry]) => recordedFaults(each, entry, before, stage)), ...disorder];
  const { at, notes } = filledIn(ahead, days);
  return { at, faults, notes };
}

/** A day of a stage that the idea has been in must be the one that is recorded; one of a stage ahead means nothing. */
function recordedFaults(stage: Stage, entry: Entry, { entered }: PlaceBefore, present: Stage): Fault[] {
  const known = entered.get(stage);
  if (known && isSameTime(entry, known)) return [];
  return [fault('ILLEGAL_TRANSITION', [entry.field], known ? recorded(stage, known) : notThere(stage, present))];
}

/** A table tells of days or of seconds, and programs cut or round what is less, up to the next day's first second. */
function isSameTime({ at, dayOnly }: Entry, known: Date): boolean {
  if (dayOnly && swedishDay(at) === swedishDay(known)) return true;
  return Math.abs(at.getTime() - known.getTime()) < 1_000;
}

/**
 * When each stage ahead was come into that has a day, and the first that is out of order. A day without a time that is the
 * day of the step before it, too, counts from that step.
 */
function inOrder(ahead: readonly Stage[], given: ReadonlyMap<Stage, Entry>, { last }: PlaceBefore) {
  const days = new Map<Stage, Date>();
  const faults: Fault[] = [];
  let latest = last;
  for (const stage of ahead) {
    const entry = given.get(stage);
    if (!entry) continue;
    const isSameDay = entry.dayOnly && latest !== null && swedishDay(entry.at) === swedishDay(latest);
    const day = isSameDay && entry.at < latest! ? latest! : entry.at;
    if (latest && day < latest) faults.push(fault('INVALID', [entry.field], tooEarly(latest)));
    days.set(stage, day);
    latest = day;
  }
  return { days, faults: faults.slice(0, 1) };
}

/** A step without a day was taken, as far as one knows, when the next one was. */
function filledIn(ahead: readonly Stage[], days: ReadonlyMap<Stage, Date>) {
  const at = new Map<Stage, Date>();
  const notes: Bilingual[] = [];
  let next: Date | undefined;
  for (const stage of [...ahead].reverse()) {
    const day = days.get(stage) ?? next;
    if (day) at.set(stage, day);
    if (day && !days.has(stage)) notes.unshift(assumed(stage, day));
    next = day;
  }
  return { at, notes };
}

function assumed(stage: Stage, day: Date): Bilingual {
  const { sv, en } = STAGE_NAMES[stage];
  const on = swedishDay(day);
  return {
    sv: `Ingen dag för ${sv} är angiven; den räknas från ${on}, då nästa steg togs.`,
    en: `No day is given for ${en}; it counts from ${on}, when the next step was taken.`,
  };
}

function tooEarly(latest: Date): Bilingual {
  const on = swedishDay(latest);
  return {
    sv: `Dagen ligger före steget innan, som togs ${on}. Skriv dagarna i stegens ordning.`,
    en: `The day lies before the step before it, which was taken on ${on}. Write the days in the order of the stages.`,
  };
}

function recorded(stage: Stage, known: Date): Bilingual {
  const [{ sv, en }, on] = [STAGE_NAMES[stage], swedishDay(known)];
  return {
    sv: `Idén kom till ${sv} ${on}, och historiken ändras inte. Skriv den dagen eller lämna cellen tom.`,
    en: `The idea came to ${en} on ${on}, and history is not changed. Write that day, or leave the cell empty.`,
  };
}

function notThere(stage: Stage, present: Stage): Bilingual {
  const [to, is] = [STAGE_NAMES[stage], STAGE_NAMES[present]];
  return {
    sv: `Raden har en dag för ${to.sv}, men idén är i steget ${is.sv}. Rätta steget eller ta bort dagen.`,
    en: `The row has a day for ${to.en}, but the idea is in the stage ${is.en}. Correct the stage, or take the day away.`,
  };
}
