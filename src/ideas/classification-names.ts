import type { Bilingual } from '../shared/text/wording.js';
import type { EnvironmentalObjective, EuMission } from './classification.js';

/** What messages call the EU Taxonomy's environmental objectives (Regulation (EU) 2020/852, article 9). */
export const OBJECTIVE_NAMES: Readonly<Record<EnvironmentalObjective, Bilingual>> = {
  CLIMATE_CHANGE_MITIGATION: { sv: 'begränsning av klimatförändringar', en: 'climate change mitigation' },
  CLIMATE_CHANGE_ADAPTATION: { sv: 'anpassning till klimatförändringar', en: 'climate change adaptation' },
  WATER_AND_MARINE_RESOURCES: {
    sv: 'hållbar användning och skydd av vatten och marina resurser',
    en: 'sustainable use and protection of water and marine resources',
  },
  CIRCULAR_ECONOMY: { sv: 'övergång till en cirkulär ekonomi', en: 'transition to a circular economy' },
  POLLUTION_PREVENTION: {
    sv: 'förebyggande och begränsning av miljöföroreningar',
    en: 'pollution prevention and control',
  },
  BIODIVERSITY_AND_ECOSYSTEMS: {
    sv: 'skydd och återställande av biologisk mångfald och ekosystem',
    en: 'protection and restoration of biodiversity and ecosystems',
  },
};

/** As the Commission and Swedish authorities name the missions of Horizon Europe. */
export const MISSION_NAMES: Readonly<Record<EuMission, Bilingual>> = {
  CLIMATE_ADAPTATION: { sv: 'Klimatanpassning', en: 'Adaptation to Climate Change' },
  CANCER: { sv: 'Cancer', en: 'Cancer' },
  OCEAN_AND_WATERS: { sv: 'Återställa våra hav och vatten', en: 'Restore our Ocean and Waters' },
  CLIMATE_NEUTRAL_CITIES: { sv: 'Klimatneutrala och smarta städer', en: 'Climate-Neutral and Smart Cities' },
  SOIL: { sv: 'En giv för den europeiska marken', en: 'A Soil Deal for Europe' },
};
