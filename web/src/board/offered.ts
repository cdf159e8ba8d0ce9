import type { FilterChoicesQuery } from '../gql/graphql';
import { useLanguage, useWords } from '../language/language';
import { areaChoices, objectiveChoices, partnerChoices, type NamedCode } from './choices';
import type { Offered } from './unknown';
import { boardWords } from './words';

const DAYS_AHEAD = [14, 30, 90];

/** What both the board and the pipeline can be narrowed to. */
export function useOfferedAnywhere(choices: FilterChoicesQuery | undefined): Offered[] {
  const t = useWords(boardWords);
  const tongue = useLanguage();
  return [
    { name: 'area', label: t.area, first: t.all, choices: choices && areaChoices(choices) },
    { name: 'partner', label: t.partner, first: t.all, choices: choices && partnerChoices(choices) },
    { name: 'objective', label: t.objective, first: t.all, choices: objectiveChoices(tongue) },
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
  const ahead = DAYS_AHEAD.map(days => [String(days), t.days(days)] as const);
  return [
    ...useOfferedAnywhere(choices),
    { name: 'state', label: t.state, first: t.stateNow, choices: states },
    { name: 'due', label: t.due, first: t.any, choices: ahead },
  ];
}
