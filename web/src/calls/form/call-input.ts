import type {
  CallDeadlineInput,
  CreateFundingCallInput,
  DeadlineModel,
  EnvironmentalObjective,
  MoneyInput,
  Sector,
} from '../../gql/graphql';
import { fromSwedish } from '../../language/swedish-time';
import { textOf } from '../../parts/form/form-text';

type Money = 'budget' | 'grantMin' | 'grantMax';

/** Reads the form as the service's input. An empty field means none. */
export function callInput(form: FormData): CreateFundingCallInput {
  const text = (name: string) => textOf(form, name);
  const some = (name: string) => text(name) || null;
  const number = (name: string) => (text(name) ? Number(text(name)) : null);
  const money = (name: Money): MoneyInput | null =>
    text(name) ? { amount: text(name).replace(/\s/g, '').replace(',', '.'), currency: text(`${name}Currency`) } : null;
  const both = (name: string) => ({ sv: text(`${name}Sv`), en: some(`${name}En`) });
  return {
    identifier: text('identifier'),
    title: both('title'),
    summary: text('summarySv') ? both('summary') : null,
    programme: text('programme'),
    funder: text('funder'),
    url: some('url'),
    deadlineModel: text('deadlineModel') as DeadlineModel,
    opensAt: text('opensAt') ? fromSwedish(text('opensAt')) : null,
    deadlines: deadlinesOf(form),
    budget: money('budget'),
    grantMin: money('grantMin'),
    grantMax: money('grantMax'),
    fundingRate: number('fundingRate'),
    minPartners: number('minPartners'),
    minCountries: number('minCountries'),
    requiredSectors: form.getAll('requiredSectors') as Sector[],
    trlMin: number('trlMin'),
    trlMax: number('trlMax'),
    focusAreas: form.getAll('focusAreas') as string[],
    environmentalObjectives: form.getAll('environmentalObjectives') as EnvironmentalObjective[],
  };
}

function deadlinesOf(form: FormData): CallDeadlineInput[] {
  const labels = form.getAll('deadlineLabel').map(String);
  return form
    .getAll('deadlineAt')
    .map((at, index) => ({ at: String(at), label: labels[index]?.trim() || null }))
    .filter(({ at }) => at !== '')
    .map(({ at, label }) => ({ at: fromSwedish(at), label }));
}
