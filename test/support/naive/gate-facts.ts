import type { GateFacts } from '../../../src/ideas/gates/gate-facts.js';
import type { GatePolicy } from '../../../src/programmes/gate-policy.js';
import type { IdeaRow } from '../service/stored-rows.js';
import { type Asking, by, money } from './asking.js';
import { clockOf } from './clock.js';

/** What the gates are asked about; applications to calls that the viewer may not see are left out. */
export function gateFacts(asking: Asking, idea: IdeaRow): GateFacts {
  const { rows, eyes } = asking;
  return {
    policy: policyOf(asking, idea),
    stage: idea.stage,
    title: { sv: idea.title_sv, en: idea.title_en },
    summary: { sv: idea.summary_sv, en: idea.summary_en },
    challenge: idea.challenge_sv === null ? null : { sv: idea.challenge_sv, en: idea.challenge_en },
    focusAreaCount: rows.idea_focus_area.filter(({ idea_id }) => idea_id === idea.id).length,
    environmentalObjectives: idea.environmental_objectives,
    technologyReadinessLevel: idea.technology_readiness_level,
    members: eyes.membersOf(idea).map(member => {
      const { sector, country } = rows.partner.find(({ id }) => id === member.partner_id)!;
      return {
        partnerId: member.partner_id,
        role: member.role,
        letterOfIntent: member.letter_of_intent,
        commitment: money(member.commitment_amount, member.commitment_currency),
        sector,
        country,
      };
    }),
    applications: applicationFacts(asking, idea),
    project: projectFacts(asking, idea),
  };
}

/** The numbers of the idea's programme. */
export function policyOf({ rows }: Pick<Asking, 'rows'>, { programme_id }: IdeaRow): GatePolicy {
  const rules = rows.programme.find(({ id }) => id === programme_id)!;
  return {
    summaryMinLength: rules.gate_policy_summary_min_length,
    minPartners: rules.gate_policy_min_partners,
    minSectors: rules.gate_policy_min_sectors,
    requiredSectors: rules.gate_policy_required_sectors,
    projectMinYears: rules.gate_policy_project_min_years,
    projectMaxYears: rules.gate_policy_project_max_years,
  };
}

function applicationFacts({ rows, eyes }: Asking, idea: IdeaRow): GateFacts['applications'] {
  return rows.application
    .filter(each => each.idea_id === idea.id && eyes.seesCall(eyes.callOf(each)))
    .sort(
      by(
        each => new Date(each.created_at).getTime(),
        ({ id }) => id,
      ),
    )
    .map(application => {
      const call = eyes.callOf(application);
      const { identifier, min_partners, min_countries, required_sectors, trl_min, trl_max } = call;
      return {
        status: application.status,
        granted: money(application.granted_amount, application.granted_currency),
        deadline: application.deadline,
        call: {
          ...clockOf(call),
          identifier,
          minPartners: min_partners,
          minCountries: min_countries,
          requiredSectors: required_sectors,
          trlMin: trl_min,
          trlMax: trl_max,
        },
      };
    });
}

const isPlanned = ({ dropped_at }: { dropped_at: string | null }) => dropped_at === null;

function projectFacts({ rows }: Asking, idea: IdeaRow): GateFacts['project'] {
  const project = rows.project.find(({ idea_id }) => idea_id === idea.id);
  if (!project) return null;
  const ofProject = ({ project_id }: { project_id: string }) => project_id === project.id;
  return {
    startsOn: project.starts_on,
    endsOn: project.ends_on,
    budget: { amount: project.budget_amount, currency: project.budget_currency },
    milestones: rows.milestone
      .filter(ofProject)
      .filter(isPlanned)
      .map(({ due_on }) => ({ dueOn: due_on })),
    outcomeCount: rows.outcome.filter(ofProject).filter(isPlanned).length,
  };
}
