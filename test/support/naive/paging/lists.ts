import Big from 'big.js';
import type { FundingCallRow, IdeaRow, PartnerRow } from '../../service/stored-rows.js';
import { type Asking, by } from '../asking.js';
import { nextDeadlineOfCall, nextDeadlineOfIdea, statusOfCall } from '../clock.js';
import type { Filter, Order } from '../arguments.js';
import type { SearchedTable } from '../matches.js';

type Key = number | string | Big | null;

/** Every row of a list in its order; the keys that are missing come last, whichever end comes first. */
export interface Ordered<T> {
  readonly rows: T[];
  readonly compare: (one: T, other: T) => number;
}

const swedish = new Intl.Collator('sv');

function compareKeys(one: Key, other: Key): number {
  if (typeof one === 'string') return swedish.compare(one, other as string) || (one < (other as string) ? -1 : 1);
  return Big(one!).cmp(other as Big);
}

export function ordered<T extends { id: string }>(
  rows: T[],
  direction: 'ASC' | 'DESC',
  keyOf: (row: T) => Key,
): Ordered<T> {
  const sign = direction === 'ASC' ? 1 : -1;
  const compare = (one: T, other: T) => {
    const [key, otherKey] = [keyOf(one), keyOf(other)];
    if (key === null || otherKey === null) {
      if (key !== otherKey) return key === null ? 1 : -1;
    } else if (key !== otherKey && compareKeys(key, otherKey) !== 0) {
      return sign * compareKeys(key, otherKey);
    }
    return sign * by<T>(({ id }) => id)(one, other);
  };
  return { rows: [...rows].sort(compare), compare };
}

export const millis = (at: string | null) => (at === null ? null : new Date(at).getTime());

/** A text that is more than blanks. */
export function wanted(filter: Filter | null | undefined): string | null {
  return filter?.text?.trim() ? filter.text : null;
}

export function orderIdeas(
  asking: Asking,
  ideas: IdeaRow[],
  filter?: Filter | null,
  order?: Order | null,
): Ordered<IdeaRow> {
  const text = wanted(filter);
  const { field, direction } = order ?? { field: text ? 'RELEVANCE' : 'UPDATED_AT', direction: 'DESC' };
  const keys: Record<string, (idea: IdeaRow) => Key> = {
    CODE: ({ number }) => number,
    TITLE: ({ title_sv }) => title_sv,
    CREATED_AT: ({ created_at }) => millis(created_at),
    UPDATED_AT: ({ updated_at }) => millis(updated_at),
    ENTERED_STAGE_AT: ({ entered_stage_at }) => millis(entered_stage_at),
    NEXT_DEADLINE: idea => millis(nextDeadlineOfIdea(asking, idea)),
    RELEVANCE: ({ id }) => (text ? (found(asking, 'idea', text).get(id) ?? 0) : 0),
  };
  return ordered(ideas, direction, keys[field]!);
}

export function orderCalls(
  asking: Asking,
  calls: FundingCallRow[],
  filter?: Filter | null,
  order?: Order | null,
): Ordered<FundingCallRow> {
  const text = wanted(filter);
  const standard: Order = text
    ? { field: 'RELEVANCE', direction: 'DESC' }
    : { field: 'NEXT_DEADLINE', direction: 'ASC' };
  const { field, direction } = order ?? standard;
  const keys: Record<string, (call: FundingCallRow) => Key> = {
    NEXT_DEADLINE: call => millis(nextDeadlineOfCall(asking, call)),
    OPENS_AT: ({ opens_at }) => millis(opens_at),
    BUDGET: ({ budget_amount }) => budget_amount && Big(budget_amount),
    TITLE: ({ title_sv }) => title_sv,
    UPDATED_AT: ({ updated_at }) => millis(updated_at),
    RELEVANCE: ({ id }) => (text ? (found(asking, 'funding_call', text).get(id) ?? 0) : 0),
  };
  return ordered(calls, direction, keys[field]!);
}

export function orderPartners(asking: Asking, partners: PartnerRow[], filter?: Filter | null): Ordered<PartnerRow> {
  const text = wanted(filter);
  if (!text) return ordered(partners, 'ASC', ({ name }) => name);
  return ordered(partners, 'DESC', ({ id }) => found(asking, 'partner', text).get(id) ?? 0);
}

/** How well the rows that the viewer sees answer to the text, reckoned once per request. */
export function found(asking: Asking, table: SearchedTable, text: string): ReadonlyMap<string, number> {
  const { eyes, rows, found: known, matches } = asking;
  const key = `${table} ${text}`;
  const seen = {
    idea: () => rows.idea.filter(idea => eyes.seesIdea(idea)),
    funding_call: () => rows.funding_call.filter(call => eyes.seesCall(call)),
    partner: () => rows.partner.filter(({ merged_into_id }) => merged_into_id === null),
  };
  if (!known.has(key)) known.set(key, matches.find(table, seen[table](), text));
  return known.get(key)!;
}

export function orderTold<T extends { id: string; at: string }>(rows: T[]): Ordered<T> {
  return ordered(rows, 'DESC', ({ at }) => millis(at));
}

export function orderActivity<T extends { id: string; sequence?: number }>(
  rows: T[],
  direction: 'ASC' | 'DESC',
): Ordered<T> {
  return ordered(rows, direction, ({ sequence }) => sequence!);
}

/** The rows that every condition given holds for. */
export function holding<T>(
  rows: readonly T[],
  conditions: readonly (((row: T) => boolean) | null | undefined | false | '')[],
): T[] {
  return rows.filter(row => conditions.every(condition => !condition || condition(row)));
}

export const isBefore = (at: string | null, limit: string) => at !== null && millis(at)! < millis(limit)!;
const isAfter = (at: string | null, limit: string) => at !== null && millis(at)! > millis(limit)!;

/** The owner and the current members. */
export function takingPart({ eyes }: Asking, idea: IdeaRow): string[] {
  return [idea.owner_id, ...eyes.membersOf(idea).map(({ partner_id }) => partner_id)];
}

export function chosenBy({ rows }: Asking, noun: 'idea' | 'funding_call', id: string): string[] {
  const chosen =
    noun === 'idea'
      ? rows.idea_focus_area.filter(({ idea_id }) => idea_id === id)
      : rows.funding_call_focus_area.filter(({ funding_call_id }) => funding_call_id === id);
  return chosen.map(({ focus_area_id }) => focus_area_id);
}

/** Whether one of the areas, or an area it is a part of, has one of the codes. */
export function isInAreas({ rows }: Asking, areaIds: readonly string[], codes: readonly string[]): boolean {
  const areas = rows.focus_area.filter(({ id }) => areaIds.includes(id));
  if (areas.length === 0) return false;
  const parents = areas.flatMap(({ parent_id }) => (parent_id ? [parent_id] : []));
  return areas.some(({ code }) => codes.includes(code)) || isInAreas({ rows } as Asking, parents, codes);
}

/** The funding calls that the viewer sees and the filter holds for. */
export function filterCalls(asking: Asking, filter: Filter | null | undefined): FundingCallRow[] {
  const { ids, statuses, programmes, funders, focusAreas, minBudget } = filter ?? {};
  const text = wanted(filter);
  return holding(asking.rows.funding_call, [
    call => asking.eyes.seesCall(call),
    text && (({ id }) => found(asking, 'funding_call', text).has(id)),
    statuses && (call => statuses.includes(statusOfCall(asking, call))),
    ids && (({ id }) => ids.includes(id)),
    programmes && (({ programme }) => programmes.includes(programme)),
    funders && (({ funder }) => funders.includes(funder)),
    focusAreas && (({ id }) => isInAreas(asking, chosenBy(asking, 'funding_call', id), focusAreas)),
    filter?.deadlineAfter && (call => isAfter(nextDeadlineOfCall(asking, call), filter.deadlineAfter!)),
    filter?.deadlineBefore && (call => isBefore(nextDeadlineOfCall(asking, call), filter.deadlineBefore!)),
    minBudget &&
      (({ budget_amount, budget_currency }) =>
        budget_currency === minBudget.currency && Big(budget_amount!).gte(minBudget.amount)),
    filter?.updatedSince && (({ updated_at }) => !isBefore(updated_at, filter.updatedSince!)),
    filter?.updatedBefore && (({ updated_at }) => isBefore(updated_at, filter.updatedBefore!)),
  ]);
}
