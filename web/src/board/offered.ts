import type { FilterChoicesQuery } from '../gql/graphql';
import { useLanguage, useWords } from '../language/language';
import {
  areaChoices,
  healthChoices,
  objectiveChoices,
  partnerChoices,
  programmeChoices,
  requirementChoices,
  type NamedCode,
} from './choices';
import type { Offered } from './unknown';
import { boardWords } from './words';

const DAYS_AHEAD = [14, 30, 90];
const DAYS_QUIET = [30, 90, 180];
const DAYS_WAITING = [90, 180, 365];

/** What both the board and the pipeline can be narrowed to. */
export function useOfferedAnywhere(choices: FilterChoicesQuery | undefined): Offered[] {
  const t = useWords(boardWords);
  const tongue = useLanguage();
  const programmes = choices && programmeChoices(choices);
  return [
    { name: 'area', label: t.area, first: t.all, choices: choices && areaChoices(choices) },
    { name: 'partner', label: t.partner, first: t.all, choices: choices && partnerChoices(choices) },
    { name: 'objective', label: t.objective, first: t.all, choices: objectiveChoices(tongue) },
    { name: 'programme', label: t.programme, first: t.all, choices: programmes, rare: true },
  ];
}

/** What the board can be narrowed to. */
export function useOffered(choices: FilterChoicesQuery | undefined): Offered[] {
  const t = useWords(boardWords);
  const states: NamedCode[] = [
    ['active', t.stateActive],
    ['paused', t.statePaused],
    ['ended', t.stateEnded],
    ['all', t.all],
  ];
  const tongue = useLanguage();
  const lengths = (all: readonly number[]) => all.map(days => [String(days), t.days(days)] as const);
  return [
    ...useOfferedAnywhere(choices),
    { name: 'state', label: t.state, first: t.stateNow, choices: states },
    { name: 'due', label: t.due, first: t.any, choices: lengths(DAYS_AHEAD) },
    { name: 'missing', label: t.lacks, first: t.anything, choices: requirementChoices(tongue), rare: true },
    { name: 'health', label: t.health, first: t.anyHealth, choices: healthChoices(tongue), rare: true },
    { name: 'quiet', label: t.quiet, first: t.any, choices: lengths(DAYS_QUIET), rare: true },
    { name: 'waiting', label: t.waiting, first: t.any, choices: lengths(DAYS_WAITING), rare: true },
  ];
}
