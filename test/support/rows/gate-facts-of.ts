import type { GateFacts } from '../../../src/ideas/gates/gate-facts.js';
import type { Idea } from '../../../src/ideas/idea.js';

/** What must have been loaded of an idea before. */
export const GATE_RELATIONS = [
  'programme',
  'focusAreas',
  'memberships.partner',
  'applications.call',
  'project.milestones',
  'project.outcomes',
] as const;

/** What the gates know of an idea, taken from its entities: what the service reads by one statement must be the same. */
export function gateFactsOf(idea: Idea): GateFacts {
  const { stage, title, summary, challenge, environmentalObjectives, technologyReadinessLevel } = idea;
  return {
    policy: { ...idea.programme.unwrap().gatePolicy },
    stage,
    title,
    summary,
    challenge,
    environmentalObjectives,
    technologyReadinessLevel,
    focusAreaCount: idea.focusAreas.length,
    members: idea.currentMembers().map(({ partner, role, letterOfIntent, commitment }) => {
      const { id: partnerId, sector, country } = partner.unwrap();
      return { partnerId, role, letterOfIntent, commitment, sector, country };
    }),
    applications: idea.applications.getItems().map(({ status, granted, deadline, call }) => ({
      status,
      granted,
      deadline,
      call: call.unwrap(),
    })),
    project: projectFactsOf(idea),
  };
}

function projectFactsOf(idea: Idea): GateFacts['project'] {
  const project = idea.project?.unwrap();
  if (!project) return null;
  const { startsOn, endsOn, budget, milestones, outcomes } = project;
  const isPlanned = ({ droppedAt }: { droppedAt?: Date | null }) => !droppedAt;
  const outcomeCount = outcomes.getItems().filter(isPlanned).length;
  return { startsOn, endsOn, budget, milestones: milestones.getItems().filter(isPlanned), outcomeCount };
}
