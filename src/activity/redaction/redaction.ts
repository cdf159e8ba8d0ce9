import { LONGEST, textFaults } from '../../shared/checks.js';
import { type Fault, fault } from '../../shared/refuse.js';
import type { Activity, Change } from '../activity.js';

/** A row of the log and the names of values of it. */
export interface Named {
  readonly activity: Activity;
  readonly names: readonly string[];
}

/** The names of the values of a row that may be redacted: each has its salt for as long as it is there. */
export const redactable = ({ salts }: Activity): string[] => Object.keys(salts).sort();

/** The names of those that have been. */
export const redacted = ({ salts, digests }: Activity): string[] =>
  Object.keys(digests)
    .filter(name => !(name in salts))
    .sort();

/** Of `summary.after` the field and the side. */
export function sideOf(name: string): { field: string; side: 'before' | 'after' } | null {
  const [, field, side] = /^(.+)\.(before|after)$/.exec(name) ?? [];
  return field ? { field, side: side as 'before' | 'after' } : null;
}

/** The value that a row holds under a name. */
export function valueOf(activity: Activity, name: string): unknown {
  const place = sideOf(name);
  if (place) return changeOf(activity, place.field)?.[place.side];
  return name === 'actor' ? activity.actor.name : activity.reason;
}

export function changeOf({ changes }: Activity, field: string): Change | undefined {
  return changes.find(change => change.field === field);
}

/** What is wrong with what is to be redacted, and with its ground. */
export function redactionFaults(activity: Activity, { fields, reason }: { fields: string[]; reason: string }): Fault[] {
  const [open, gone] = [redactable(activity), redacted(activity)];
  const faults = textFaults(['reason'], reason, LONGEST.reason);
  if (fields.length === 0) faults.push(fault('REQUIRED', ['fields'], { sv: toName(open).sv, en: toName(open).en }));
  for (const name of new Set(fields)) {
    if (gone.includes(name)) faults.push(fault('ILLEGAL_TRANSITION', ['fields'], goneAlready(name)));
    else if (!open.includes(name)) faults.push(fault('INVALID', ['fields'], unknown(name, open)));
    else if (repeats(reason, valueOf(activity, name))) faults.push(fault('INVALID', ['reason'], REPEATED));
  }
  return faults;
}

/** Whether a text holds what is to go. */
function repeats(reason: string, value: unknown): boolean {
  return textsIn(value).some(text => reason.toLowerCase().includes(text.toLowerCase()));
}

/** The texts of a value, in whichever language and part of it they stand; no dates, codes or ids beside them. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    typeof part === 'string' && !['sv', 'en'].includes(name) ? [] : textsIn(part),
  );
}

const REPEATED = {
  sv: 'Skälet får inte själv innehålla det som ska tas bort.',
  en: 'The reason may not itself hold what is to go.',
};

const goneAlready = (name: string) => ({
  sv: `”${name}” är redan borttaget.`,
  en: `“${name}” has been redacted already.`,
});

const unknown = (name: string, open: readonly string[]) => ({
  sv: `”${name}” kan inte tas bort här. ${toName(open).sv}`,
  en: `“${name}” cannot be redacted here. ${toName(open).en}`,
});

function toName(open: readonly string[]) {
  if (open.length === 0) return { sv: 'Raden har inget som kan tas bort.', en: 'The row has nothing that can be.' };
  return { sv: `Det här kan tas bort: ${open.join(', ')}.`, en: `What can be: ${open.join(', ')}.` };
}
