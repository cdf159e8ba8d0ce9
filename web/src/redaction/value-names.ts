import { CHANGED } from '../idea/history/change-words';
import { useSay, useWords } from '../language/language';
import { useWritten } from '../language/written';
import { redactionWords } from './words';

/** What of a row may be taken out of the log, as the pages get it. */
export interface Redactable {
  readonly id: string;
  readonly reason?: string | null;
  readonly actor: { readonly name: string };
  readonly changes: readonly { readonly field: string; readonly before?: unknown; readonly after?: unknown }[];
  readonly redactable: readonly string[];
}

/** Characters of a value that are shown with its name. */
const SHOWN = 80;

/** What a value is called. */
export function useValueName(): (name: string) => string {
  const t = useWords(redactionWords);
  const say = useSay();
  return name => {
    if (name === 'actor' || name === 'reason') return t[name];
    const [, field = name, side] = /^(.+)\.(before|after)$/.exec(name) ?? [];
    const called = field in CHANGED ? say(CHANGED, field) : field;
    return side === 'before' ? t.before(called) : t.after(called);
  };
}

/** A value by its name, with how it begins. */
export function useValueShown(): (row: Redactable, name: string) => string {
  const called = useValueName();
  const write = useWritten();
  return (row, name) => {
    const [, field = '', side] = /^(.+)\.(before|after)$/.exec(name) ?? [];
    const change = row.changes.find(each => each.field === field);
    const value = side ? change?.[side as 'before' | 'after'] : name === 'actor' ? row.actor.name : row.reason;
    const written = write(field, value);
    return `${called(name)}: ${written.length > SHOWN ? `${written.slice(0, SHOWN)}…` : written}`;
  };
}
