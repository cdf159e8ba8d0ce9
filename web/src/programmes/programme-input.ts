import type { GatePolicyInput, ProgrammeRowFragment, Sector, UpdateProgrammeInput } from '../gql/graphql';
import { formerTexts, textsOf } from '../parts/form/form-naming';
import { numberOf, someOf } from '../parts/form/form-text';

/** Fields of numbers, by the way to each in the service's input; one left empty says nothing. */
const numbered = (form: FormData, name: string): number | undefined => numberOf(form, name) ?? undefined;

/** The groups of sectors whose boxes are ticked; a group without any is none. */
function groupsOf(form: FormData): Sector[][] {
  const names = [...new Set(form.keys())].filter(name => name.startsWith('gatePolicy.requiredSectors.')).sort();
  return names.map(name => form.getAll(name) as Sector[]);
}

function policyOf(form: FormData): GatePolicyInput {
  const number = (name: string) => numbered(form, `gatePolicy.${name}`);
  return {
    summaryMinLength: number('summaryMinLength'),
    minPartners: number('minPartners'),
    minSectors: number('minSectors'),
    requiredSectors: groupsOf(form),
    projectMinYears: number('projectMinYears'),
    projectMaxYears: number('projectMaxYears'),
  };
}

/** What the form says of a programme. */
export function descriptionOf(form: FormData) {
  return {
    ...textsOf(form),
    startsOn: someOf(form, 'startsOn'),
    endsOn: someOf(form, 'endsOn'),
    requiredProjects: numbered(form, 'requiredProjects'),
    gatePolicy: policyOf(form),
  };
}

/** The programme as it was. */
export function formerProgramme(programme: ProgrammeRowFragment): UpdateProgrammeInput {
  const { code, startsOn, endsOn, open, requiredProjects, gatePolicy } = programme;
  const { __typename: _, ...numbers } = gatePolicy as typeof gatePolicy & { __typename?: string };
  return { code, ...formerTexts(programme), startsOn, endsOn, open, requiredProjects, gatePolicy: numbers };
}
