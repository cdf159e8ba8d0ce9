import { describedEnum } from '../shared/described-enum.js';

export const Visibility = describedEnum('Visibility', 'Who may see an idea at all.', {
  PUBLIC: 'Anyone.',
  PARTNERS: 'Signed-in partners, integrators and administrators.',
  CONSORTIUM: 'The owner, the current members and administrators.',
});
export type Visibility = keyof typeof Visibility;

export const EnvironmentalObjective = describedEnum(
  'EnvironmentalObjective',
  "The EU Taxonomy's six environmental objectives (Regulation (EU) 2020/852, article 9).",
  {
    CLIMATE_CHANGE_MITIGATION: 'Climate change mitigation (art. 10).',
    CLIMATE_CHANGE_ADAPTATION: 'Climate change adaptation (art. 11).',
    WATER_AND_MARINE_RESOURCES: 'Sustainable use and protection of water and marine resources (art. 12).',
    CIRCULAR_ECONOMY: 'Transition to a circular economy (art. 13).',
    POLLUTION_PREVENTION: 'Pollution prevention and control (art. 14).',
    BIODIVERSITY_AND_ECOSYSTEMS: 'Protection and restoration of biodiversity and ecosystems (art. 15).',
  },
);
export type EnvironmentalObjective = keyof typeof EnvironmentalObjective;

export const EuMission = describedEnum('EuMission', 'The five EU Missions of Horizon Europe.', {
  CLIMATE_ADAPTATION: 'Adaptation to Climate Change.',
  CANCER: 'Cancer.',
  OCEAN_AND_WATERS: 'Restore our Ocean and Waters.',
  CLIMATE_NEUTRAL_CITIES: 'Climate-Neutral and Smart Cities.',
  SOIL: 'A Soil Deal for Europe.',
});
export type EuMission = keyof typeof EuMission;
