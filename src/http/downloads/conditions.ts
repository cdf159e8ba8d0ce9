import { ActivityKind } from '../../activity/activity-kind.js';
import { ApplicationStatus } from '../../applications/application-status.js';
import { CallStatus } from '../../funding-calls/call-status.js';
import { EnvironmentalObjective } from '../../ideas/classification.js';
import { RequirementCode } from '../../ideas/gates/gates.js';
import { IdeaState, Stage } from '../../ideas/stages.js';
import { country } from '../../partners/numbers.js';
import { Sector } from '../../partners/sectors.js';
import { wordsOf } from '../../shared/described-enum.js';
import {
  anyMoment,
  callIdentifier,
  focusAreaCode,
  type Given,
  lengthOfTime,
  oneOf,
  type Parameter,
  type Parameters,
  partnerSlug,
  someOf,
  text,
  wholeNumber,
} from './parameters.js';

/** A parameter that narrows a table, and what it asks of the API's filter. */
export interface Condition<T> extends Parameter<T> {
  readonly filter: (value: T) => object;
}

/** The conditions of a table, whatever their values are. */
export type Conditions = Readonly<Record<string, Parameter<unknown> & Pick<Condition<never>, 'filter'>>>;

const condition = <T>(parameter: Parameter<T>, filter: (value: T) => object): Condition<T> => ({
  ...parameter,
  filter,
});

/** Codes are checked where they are read, and refused by the name of the parameter. */
const countryCode: Parameter<string> = {
  is: 'a country of ISO 3166-1',
  schema: { type: 'string', pattern: '^[A-Za-z]{2}$' },
  read: written => country(written).value ?? undefined,
};

const searched = condition(text, words => ({ text: words }));
const inArea = condition(focusAreaCode, code => ({ focusAreas: [code] }));
const inProgramme = condition(text, programme => ({ programmes: [programme] }));
const closing = {
  deadlineAfter: condition(anyMoment, moment => ({ deadlineAfter: moment.toISOString() })),
  deadlineBefore: condition(anyMoment, moment => ({ deadlineBefore: moment.toISOString() })),
};

/** What narrows ideas, and reports on them. */
export const OF_IDEAS = {
  text: searched,
  focusArea: inArea,
  partner: condition(partnerSlug, id => ({ partners: [id] })),
  environmentalObjective: condition(oneOf(wordsOf(EnvironmentalObjective)), one => ({
    environmentalObjectives: [one],
  })),
  stage: condition(someOf(wordsOf(Stage)), stages => ({ stages })),
  state: condition(someOf(wordsOf(IdeaState)), states => ({ states })),
  programme: inProgramme,
  missing: condition(someOf(wordsOf(RequirementCode)), missing => ({ missing })),
  quietLongerThan: condition(lengthOfTime, duration => ({ quietLongerThan: duration })),
  inStageLongerThan: condition(lengthOfTime, duration => ({ inStageLongerThan: duration })),
  deadlineBefore: closing.deadlineBefore,
  mine: condition(oneOf(['true']), () => ({ mine: true })),
} as const;

/** What narrows applications themselves, beside their ideas. */
export const OF_APPLICATIONS = {
  status: condition(someOf(wordsOf(ApplicationStatus)), statuses => ({ statuses })),
  call: condition(callIdentifier, id => ({ fundingCalls: [id] })),
  deadlineWithin: condition(lengthOfTime, duration => ({ deadlineWithin: duration })),
  decidedWithin: condition(lengthOfTime, duration => ({ decidedWithin: duration })),
} as const;

/** What narrows milestones themselves, beside their ideas. */
export const OF_MILESTONES = {
  overdue: condition(oneOf(['true', 'false']), word => ({ overdue: word === 'true' })),
  completed: condition(oneOf(['true', 'false']), word => ({ completed: word === 'true' })),
  dueWithin: condition(lengthOfTime, duration => ({ dueWithin: duration })),
} as const;

export const OF_CALLS = {
  text: searched,
  focusArea: inArea,
  status: condition(someOf(wordsOf(CallStatus)), statuses => ({ statuses })),
  programme: inProgramme,
  funder: condition(text, funder => ({ funders: [funder] })),
  ...closing,
} as const;

export const OF_PARTNERS = {
  text: searched,
  focusArea: inArea,
  sector: condition(someOf(wordsOf(Sector)), sectors => ({ sectors })),
  country: condition(countryCode, code => ({ countries: [code] })),
} as const;

export const OF_ACTIVITY = {
  kind: condition(someOf(wordsOf(ActivityKind)), kinds => ({ kinds })),
  sinceSequence: condition(wholeNumber(0, 2 ** 31 - 1), sinceSequence => ({ sinceSequence })),
} as const;

/** What the parameters of an address come to in the API's filter. */
export function filterOf(conditions: Conditions, given: Given<Parameters>): object {
  const asked = askedOf(conditions, given);
  return Object.assign({}, ...asked.map(([name, { filter }]) => filter(given[name] as never))) as object;
}

/** The filter of rows themselves; undefined where none is asked for. */
export function ownFilterOf(conditions: Conditions, given: Given<Parameters>): object | undefined {
  return askedOf(conditions, given).length > 0 ? filterOf(conditions, given) : undefined;
}

function askedOf(conditions: Conditions, given: Given<Parameters>) {
  return Object.entries(conditions).filter(([name]) => given[name] !== undefined);
}
