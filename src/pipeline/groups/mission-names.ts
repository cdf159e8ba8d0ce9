import type { Bilingual } from '../../shared/text/wording.js';
import type { EuMission } from '../../ideas/classification.js';

/** As the Commission and Swedish authorities name the missions of Horizon Europe. */
export const MISSION_NAMES: Readonly<Record<EuMission, Bilingual>> = {
  CLIMATE_ADAPTATION: { sv: 'Klimatanpassning', en: 'Adaptation to Climate Change' },
  CANCER: { sv: 'Cancer', en: 'Cancer' },
  OCEAN_AND_WATERS: { sv: 'Återställa våra hav och vatten', en: 'Restore our Ocean and Waters' },
  CLIMATE_NEUTRAL_CITIES: { sv: 'Klimatneutrala och smarta städer', en: 'Climate-Neutral and Smart Cities' },
  SOIL: { sv: 'En giv för den europeiska marken', en: 'A Soil Deal for Europe' },
};
