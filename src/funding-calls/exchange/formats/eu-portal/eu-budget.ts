import Big from 'big.js';
import { exactAmount } from '../../../../shared/values/exact-values.js';
import type { Amount } from '../../../../shared/money.js';
import type { Json } from '../../source/json/json.js';
import type { Readings } from '../../draft/readings.js';
import { isObject, isTextual, type JsonObject } from '../../source/json/json.js';

const PATH = ['metadata', 'budgetOverview'] as const;

/** What the overview says of one topic. */
export interface TopicBudget {
  budget?: Amount;
  grantMin?: Amount;
  grantMax?: Amount;
  opens?: string;
  model?: string;
  /** As they stand, to be read as strictly as the topic's own. */
  deadlines: Json[];
}

/**
 * Reads a topic's share of `budgetOverview`, a JSON text that lists the whole call: the actions whose name begins with
 * the topic's identifier, or the only one there is.
 */
export function topicBudget(readings: Readings, identifier: string, currency: string): TopicBudget {
  const text = readings.whole(...PATH);
  if (text === undefined) return { deadlines: [] };
  const overview = parsed(text);
  if (overview === undefined) {
    readings.note({
      sv: 'budgetOverview är avkortad i källan och kunde inte läsas; budget och bidragens storlek är därför okända.',
      en: 'budgetOverview is cut short at the source and could not be read; budget and size of grants are unknown for that reason.',
    });
    return { deadlines: [] };
  }
  const actions = ownActions(actionsOf(overview), identifier);
  if (actions.length === 0) {
    readings.note({
      sv: 'Ingen del av budgetOverview hör till ämnet; budgeten är okänd.',
      en: "No part of budgetOverview is the topic's own; the budget is unknown.",
    });
  }
  return { ...amountsOf(readings, actions, currency), ...datesOf(actions) };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function actionsOf(overview: Json): JsonObject[] {
  const map = isObject(overview) ? overview['budgetTopicActionMap'] : undefined;
  if (!isObject(map)) return [];
  return Object.values(map).flatMap(actions => (Array.isArray(actions) ? actions.filter(isObject) : []));
}

function ownActions(actions: JsonObject[], identifier: string): JsonObject[] {
  // "X-01" must not take the actions of "X-010" or "X-01-two-stage".
  const own = actions.filter(
    ({ action }) => typeof action === 'string' && `${action.trim()} `.startsWith(`${identifier} `),
  );
  return own.length === 0 && actions.length === 1 ? actions : own;
}

function amountsOf(readings: Readings, actions: JsonObject[], currency: string): Partial<TopicBudget> {
  const years = actions.flatMap(({ budgetYearMap }) => (isObject(budgetYearMap) ? Object.values(budgetYearMap) : []));
  const total = sumOf(amounts(readings, years));
  const lowest = amounts(
    readings,
    actions.map(action => action['minContribution']),
  );
  const highest = amounts(
    readings,
    actions.map(action => action['maxContribution']),
  );
  const money = (amount: Big | undefined) => (amount ? { amount: amount.toFixed(2), currency } : undefined);
  const grantMin = money(lowest.reduce<Big | undefined>((least, next) => (least?.lte(next) ? least : next), undefined));
  const grantMax = money(highest.reduce<Big | undefined>((most, next) => (most?.gte(next) ? most : next), undefined));
  if (grantMin && grantMax && Big(grantMin.amount).gt(grantMax.amount)) {
    readings.unreadable([...PATH, 'minContribution'], `${grantMin.amount} > ${grantMax.amount}`);
    return { budget: money(total) };
  }
  return { budget: money(total), grantMin, grantMax };
}

/** The amounts that can be read and aren't zero, which stands for "not given" here. */
function amounts(readings: Readings, values: readonly (Json | undefined)[]): Big[] {
  return values.flatMap(value => {
    if (value == null || value === '') return [];
    const exact = isTextual(value) ? exactAmount(String(value).replace(/\s/g, '')) : undefined;
    if (exact === undefined) readings.unreadable(PATH, value);
    return exact === undefined || Big(exact).eq(0) ? [] : [Big(exact)];
  });
}

function sumOf(parts: readonly Big[]): Big | undefined {
  return parts.length === 0 ? undefined : parts.reduce((sum, part) => sum.plus(part));
}

function datesOf(actions: readonly JsonObject[]): Pick<TopicBudget, 'opens' | 'model' | 'deadlines'> {
  const text = (value: Json | undefined) => (typeof value === 'string' && value !== '' ? value : undefined);
  const dates = actions.flatMap(({ deadlineDates = [] }): Json[] =>
    Array.isArray(deadlineDates) ? deadlineDates : [deadlineDates],
  );
  const found = {
    opens: actions.map(action => text(action['plannedOpeningDate'])).find(Boolean),
    model: actions.map(action => text(action['deadlineModel'])).find(Boolean),
    deadlines: [...new Set(dates)],
  };
  return found;
}
