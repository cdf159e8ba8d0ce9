import { DRAFTED_APPLICATIONS } from './ideas/applications-drafted.js';
import { PROMISING_APPLICATIONS } from './ideas/applications-promising.js';
import { SUBMITTED_APPLICATIONS } from './ideas/applications-submitted.js';
import { TURNED_DOWN_APPLICATIONS } from './ideas/applications-turned-down.js';
import { INDUSTRY_CONCEPTS } from './ideas/concepts-industry.js';
import { SEA_CONCEPTS } from './ideas/concepts-sea.js';
import { SOCIETY_CONCEPTS } from './ideas/concepts-society.js';
import { INDUSTRY_CONSORTIA } from './ideas/consortia-industry.js';
import { SEA_CONSORTIA } from './ideas/consortia-sea.js';
import { SOCIETY_CONSORTIA } from './ideas/consortia-society.js';
import { EARLIER_IDEAS } from './ideas/earlier.js';
import { EELGRASS } from './ideas/project-eelgrass.js';
import { FORMING_PRESSES } from './ideas/project-forming-presses.js';
import { SHORE_POWER } from './ideas/project-shore-power.js';
import { SYMBIOSIS } from './ideas/project-symbiosis.js';
import { HALTED_PROJECTS } from './ideas/projects-halted.js';
import type { DemoIdea, DemoText } from './shapes.js';

const INVENTED: DemoText = { sv: '(Påhittat exempel.)', en: '(Invented example.)' };

/** Says of the idea, where anyone reads it, that it is invented. */
function marked(idea: DemoIdea): DemoIdea {
  const { sv, en } = idea.summary;
  return { ...idea, summary: { sv: `${sv} ${INVENTED.sv}`, en: `${en} ${INVENTED.en}` } };
}

/** The invented ideas of the earlier programme. */
export const DEMO_EARLIER_IDEAS: readonly DemoIdea[] = EARLIER_IDEAS.map(marked);

/** Forty invented ideas on all stages and in all states, the oldest first, as their codes are given out. */
export const DEMO_IDEAS: readonly DemoIdea[] = [
  FORMING_PRESSES,
  SYMBIOSIS,
  SHORE_POWER,
  EELGRASS,
  ...HALTED_PROJECTS,
  ...PROMISING_APPLICATIONS,
  ...TURNED_DOWN_APPLICATIONS,
  ...SUBMITTED_APPLICATIONS,
  ...DRAFTED_APPLICATIONS,
  ...INDUSTRY_CONSORTIA,
  ...SEA_CONSORTIA,
  ...SOCIETY_CONSORTIA,
  ...INDUSTRY_CONCEPTS,
  ...SEA_CONCEPTS,
  ...SOCIETY_CONCEPTS,
]
  .map(marked)
  .sort((one, other) => other.createdDaysAgo - one.createdDaysAgo);
