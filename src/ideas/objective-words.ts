import { wordsOf } from '../shared/described-enum.js';
import { knownWords } from '../tables/text/known-words.js';
import { EnvironmentalObjective } from './classification.js';
import { OBJECTIVE_NAMES } from './classification-names.js';

/** The short names that people use for the objectives. */
const OBJECTIVE_WORDS: Readonly<Record<string, EnvironmentalObjective>> = {
  'begränsa klimatförändringen': 'CLIMATE_CHANGE_MITIGATION',
  klimatanpassning: 'CLIMATE_CHANGE_ADAPTATION',
  'vatten och hav': 'WATER_AND_MARINE_RESOURCES',
  'vatten och marina resurser': 'WATER_AND_MARINE_RESOURCES',
  'water and marine resources': 'WATER_AND_MARINE_RESOURCES',
  'cirkulär ekonomi': 'CIRCULAR_ECONOMY',
  'circular economy': 'CIRCULAR_ECONOMY',
  'minskad förorening': 'POLLUTION_PREVENTION',
  'förebyggande av föroreningar': 'POLLUTION_PREVENTION',
  'pollution prevention': 'POLLUTION_PREVENTION',
  'biologisk mångfald': 'BIODIVERSITY_AND_ECOSYSTEMS',
  'biologisk mångfald och ekosystem': 'BIODIVERSITY_AND_ECOSYSTEMS',
  'biodiversity and ecosystems': 'BIODIVERSITY_AND_ECOSYSTEMS',
};

export const objectiveOf = knownWords(wordsOf(EnvironmentalObjective), OBJECTIVE_NAMES, OBJECTIVE_WORDS);
