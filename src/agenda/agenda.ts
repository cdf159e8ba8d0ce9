import { wordsOf } from '../shared/described-enum.js';
import { breath } from '../shared/program/breath.js';
import { daysBetween } from '../shared/time/clock.js';
import { Risk } from '../pipeline/deadline-risk.js';
import type { LedIdea, Other, StalledIdea } from './agenda-facts.js';
import type { AgendaItem, Waiting } from './agenda-item.js';
import { AgendaKind } from './agenda-kind.js';
import { ofOther, stalled } from './from-others.js';
import { type Moment, ofLedIdea } from './led-ideas.js';
import { type NewCall, newCallsThatFit, type SeekingIdea } from './new-calls.js';

/** All that an agenda is made from. */
export interface AgendaFacts {
  readonly led: readonly LedIdea[];
  readonly stalled: readonly StalledIdea[];
  readonly others: readonly Other[];
  readonly calls: readonly NewCall[];
  readonly seeking: readonly SeekingIdea[];
}

/** So many ideas are judged before others may have their turn: a few milliseconds' work. */
const AT_ONCE = 25;

/** Everything that waits for somebody, the most urgent first. */
export async function agendaOf(facts: AgendaFacts, moment: Omit<Moment, 'passed'>): Promise<AgendaItem[]> {
  const passed = facts.others.find(other => other.what === 'STAYS')?.passed ?? {};
  const when: Moment = { ...moment, passed };
  const found: Waiting[] = [];
  for (let from = 0; from < facts.led.length; from += AT_ONCE) {
    await breath();
    found.push(...facts.led.slice(from, from + AT_ONCE).flatMap(idea => ofLedIdea(idea, when)));
  }
  found.push(...(await newCallsThatFit(facts.seeking, facts.calls, when)));
  found.push(...facts.others.flatMap(other => ofOther(other, when)));
  for (const idea of facts.stalled) found.push(stalled(idea, when));
  const counted = found.map(item => ({ ...item, daysLeft: item.dueOn && daysBetween(when.today, item.dueOn) }));
  return (counted as AgendaItem[]).sort(byUrgency);
}

/** What is due no later than a day, what has no day, and what is new: that is told whenever its deadline is. */
export function dueBy(lastDay: string, items: readonly AgendaItem[]): AgendaItem[] {
  return items.filter(({ kind, dueOn }) => dueOn === null || dueOn <= lastDay || kind === 'NEW_CALL_FITS');
}

const [RISKS, KINDS] = [wordsOf(Risk).reverse(), wordsOf(AgendaKind)];

/** What has no day comes last; of one day the riskiest first. */
function byUrgency(one: AgendaItem, other: AgendaItem): number {
  return (
    compare(one.dueOn ?? '~', other.dueOn ?? '~') ||
    placeOf(one) - placeOf(other) ||
    KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
    compare(one.key, other.key)
  );
}

const placeOf = ({ risk }: AgendaItem) => (risk ? RISKS.indexOf(risk) : RISKS.length);
const compare = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);
