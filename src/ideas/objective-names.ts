import type { Bilingual } from '../shared/text/wording.js';
import type { EnvironmentalObjective } from './classification.js';

/** What messages call the EU Taxonomy's environmental objectives (Regulation (EU) 2020/852, article 9). */
export const OBJECTIVE_NAMES: Readonly<Record<EnvironmentalObjective, Bilingual>> = {
  CLIMATE_CHANGE_MITIGATION: { sv: 'begränsning av klimatförändringar', en: 'climate change mitigation' },
  CLIMATE_CHANGE_ADAPTATION: { sv: 'anpassning till klimatförändringar', en: 'climate change adaptation' },
  WATER_AND_MARINE_RESOURCES: { sv: 'vatten och marina resurser', en: 'water and marine resources' },
  CIRCULAR_ECONOMY: { sv: 'cirkulär ekonomi', en: 'circular economy' },
  POLLUTION_PREVENTION: { sv: 'förebyggande av föroreningar', en: 'pollution prevention' },
  BIODIVERSITY_AND_ECOSYSTEMS: { sv: 'biologisk mångfald och ekosystem', en: 'biodiversity and ecosystems' },
};
