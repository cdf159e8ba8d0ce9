import Big from 'big.js';
import type { Finding, GateFacts, ProjectFacts } from '../ideas/gates/gate-facts.js';
import { dayOf, type Instant } from '../shared/time/instant.js';
import { sumIn } from '../shared/money.js';
import { dayText, daysText, moneyText, numberText } from '../shared/text/figures.js';
import { type Bilingual, counted, joined } from '../shared/text/wording.js';
import { durationYears, lastsWithin, type YearRange, yearsOf } from './duration.js';

const NOT_PLANNED: Bilingual = { sv: 'Projektet är inte planerat.', en: 'The project is not planned.' };

/** The plan lasts as long as the programme promises, the last day included. */
export function projectDuration({ project, policy }: GateFacts): Finding {
  const years = yearsOf(policy);
  const required = `${inDecimals(years.min)}–${inDecimals(years.max)}`;
  if (!project) return { met: false, message: NOT_PLANNED, actual: '0', required };

  const { startsOn, endsOn } = project;
  return {
    met: lastsWithin(startsOn, endsOn, years),
    message: durationText(startsOn, endsOn, years),
    actual: durationYears(startsOn, endsOn).toFixed(2),
    required,
  };
}

/** One decimal at least: 5.0, 2.75. */
function inDecimals(years: number): string {
  return Number.isInteger(years) ? years.toFixed(1) : String(years);
}

/** How long a project lasts from day to day, and how long it shall. */
export function durationText(startsOn: Instant, endsOn: Instant, years: YearRange): Bilingual {
  const [told, dates] = [numberText(durationYears(startsOn, endsOn)), daysText(startsOn, endsOn)];
  const range = joined([numberText(years.min), numberText(years.max)], '–');
  return {
    sv: `${dates.sv} är ${told.sv} år; ett projekt ska vara ${range.sv} år.`,
    en: `${dates.en} is ${told.en} years; a project lasts ${range.en} years.`,
  };
}

/** What is granted and what members have promised, both in the budget's currency, cover the budget. */
export function budgetCovered({ applications, members, project }: GateFacts): Finding {
  if (!project) return { met: false, message: NOT_PLANNED, actual: '0.00', required: '0.00' };

  const { currency, amount } = project.budget;
  const grants = applications.map(({ status, granted }) => (status === 'GRANTED' ? granted : null));
  const covered = sumIn(currency, [...grants, ...members.map(({ commitment }) => commitment)]);
  const [needs, lacks] = [Big(amount), Big(amount).minus(covered)];
  return {
    met: lacks.lte(0),
    message: coverage(lacks, { amount: needs.toFixed(2), currency }),
    actual: `${covered} ${currency}`,
    required: `${needs.toFixed(2)} ${currency}`,
  };
}

function coverage(lacks: Big, budget: { amount: string; currency: string }): Bilingual {
  const whole = moneyText(budget);
  if (lacks.lte(0)) return { sv: `Budgeten ${whole.sv} är täckt.`, en: `The budget of ${whole.en} is covered.` };
  const missing = moneyText({ amount: lacks.toFixed(2), currency: budget.currency });
  return {
    sv: `${missing.sv} av budgeten ${whole.sv} saknas i beviljade medel och åtaganden i ${budget.currency}.`,
    en: `${missing.en} of the budget of ${whole.en} is missing in grants and commitments in ${budget.currency}.`,
  };
}

const MILESTONES = { one: { sv: 'milstolpe', en: 'milestone' }, many: { sv: 'milstolpar', en: 'milestones' } };

/** There is a milestone, and all of them are due inside the project's dates. */
export function milestonesPlanned({ project }: GateFacts): Finding {
  if (!project) return { met: false, message: NOT_PLANNED, actual: '0', required: '1' };
  const outside = project.milestones.map(({ dueOn }) => dayOf(dueOn)).filter(day => isOutside(day, project));
  return {
    met: project.milestones.length > 0 && outside.length === 0,
    message: milestones(project, outside.sort()),
    actual: String(project.milestones.length - outside.length),
    required: String(Math.max(1, project.milestones.length)),
  };
}

function isOutside(day: string, { startsOn, endsOn }: ProjectFacts): boolean {
  return day < dayOf(startsOn) || day > dayOf(endsOn);
}

function milestones({ milestones: planned, startsOn, endsOn }: ProjectFacts, outside: readonly string[]): Bilingual {
  if (planned.length === 0) return { sv: 'Planera minst en milstolpe.', en: 'Plan at least one milestone.' };
  const [all, those] = [counted(planned.length, MILESTONES), counted(outside.length, MILESTONES)];
  if (outside.length === 0) return { sv: `${all.sv} inom projekttiden.`, en: `${all.en} inside the project's dates.` };
  const [dates, days] = [daysText(startsOn, endsOn), joined(outside.map(dayText), ', ')];
  return {
    sv: `${those.sv} utanför projekttiden ${dates.sv}: ${days.sv}.`,
    en: `${those.en} outside the project's dates ${dates.en}: ${days.en}.`,
  };
}

const OUTCOMES = {
  one: { sv: 'resultat planerat', en: 'outcome planned' },
  many: { sv: 'resultat planerade', en: 'outcomes planned' },
};

/** At least one solution, innovation, product or service is planned. */
export function outcomesPlanned({ project }: GateFacts): Finding {
  const count = project?.outcomeCount ?? 0;
  const planned = counted(count, OUTCOMES);
  const asked = {
    sv: 'Planera minst en lösning, innovation, produkt eller tjänst.',
    en: 'Plan at least one solution, innovation, product or service.',
  };
  const told = { sv: `${planned.sv}.`, en: `${planned.en}.` };
  return {
    met: count > 0,
    message: count > 0 ? told : project ? asked : NOT_PLANNED,
    actual: String(count),
    required: '1',
  };
}
