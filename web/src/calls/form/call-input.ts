import type {
  CallDeadlineInput,
  CreateFundingCallInput,
  DeadlineModel,
  EnvironmentalObjective,
  Sector,
} from '../../gql/graphql';
import { fromSwedish } from '../../language/swedish-time';
import { bothOf, moneyOf, numberOf, someOf, textOf } from '../../parts/form/form-text';
import type { Problem } from '../../parts/form/problems';

/** Reads the form as the service's input. An empty field means none. */
export function callInput(form: FormData): CreateFundingCallInput {
  const opensAt = textOf(form, 'opensAt');
  return {
    identifier: textOf(form, 'identifier'),
    title: bothOf(form, 'title') ?? { sv: '' },
    summary: bothOf(form, 'summary'),
    programme: textOf(form, 'programme'),
    funder: textOf(form, 'funder'),
    url: someOf(form, 'url'),
    deadlineModel: textOf(form, 'deadlineModel') as DeadlineModel,
    opensAt: opensAt ? fromSwedish(opensAt) : null,
    deadlines: filledRows(form).map(row => deadlineOf(form, row)),
    budget: moneyOf(form, 'budget'),
    grantMin: moneyOf(form, 'grantMin'),
    grantMax: moneyOf(form, 'grantMax'),
    fundingRate: numberOf(form, 'fundingRate'),
    minPartners: numberOf(form, 'minPartners'),
    minCountries: numberOf(form, 'minCountries'),
    requiredSectors: form.getAll('requiredSectors') as Sector[],
    trlMin: numberOf(form, 'trlMin'),
    trlMax: numberOf(form, 'trlMax'),
    focusAreas: form.getAll('focusAreas') as string[],
    environmentalObjectives: form.getAll('environmentalObjectives') as EnvironmentalObjective[],
  };
}

/** The numbers of the rows in which a deadline is written. */
function filledRows(form: FormData): string[] {
  const rows = [...form.keys()].flatMap(name => /^deadlines\.(\d+)\.at$/.exec(name)?.[1] ?? []);
  return rows.filter(row => textOf(form, `deadlines.${row}.at`) !== '');
}

function deadlineOf(form: FormData, row: string): CallDeadlineInput {
  return { at: fromSwedish(textOf(form, `deadlines.${row}.at`)), label: someOf(form, `deadlines.${row}.label`) };
}

/** Leads what is said of the service's second deadline to the row in which it was written. */
export function atTheirRows(problems: readonly Problem[], form: FormData): readonly Problem[] {
  const rows = filledRows(form);
  return problems.map(problem => {
    const [name, place, ...rest] = problem.path ?? [];
    const row = name === 'deadlines' && place !== undefined ? rows[Number(place)] : undefined;
    return row === undefined ? problem : { ...problem, path: ['deadlines', row, ...rest] };
  });
}
