import type { ApplicationStatus } from '../../src/applications/application-status.js';
import { DEMO_CALLS } from '../../src/seed/demo-calls.js';
import { DEMO_PARTNERS } from '../../src/seed/demo-partners.js';
import { REFERENCE_PARTNERS } from '../../src/seed/reference.js';
import type { DemoApplication, DemoCall, DemoIdea, DemoMember } from '../../src/seed/shapes.js';
import type { CallStatus } from '../../src/funding-calls/call-status.js';
import type { IdeaState, Stage } from '../../src/ideas/stages.js';
import { isBusiness } from '../../src/partners/sectors.js';
import { sumIn } from '../../src/shared/money.js';

/** Where an idea stands at a point of its history. */
export interface Standing {
  stage: Stage;
  state: IdeaState;
  current: DemoMember[];
  signed: Set<DemoMember>;
  applications: Map<DemoApplication, ApplicationStatus>;
  planned: boolean;
}

export const PARTNERS = new Map([...REFERENCE_PARTNERS, ...DEMO_PARTNERS].map(partner => [partner.slug, partner]));

export function callOf({ call }: { call: string }): DemoCall {
  const found = DEMO_CALLS.find(({ identifier }) => identifier === call);
  if (!found) throw new Error(`no call ${call}`);
  return found;
}

/** The call's status so many days ago, told a whole day on the safe side of every limit. */
export function statusOf(call: DemoCall, daysAgo: number): CallStatus {
  const { publishedDaysAgo, cancelled, opensInDays, deadlines, deadlineModel } = call;
  if (cancelled && daysAgo <= cancelled.daysAgo) return 'CANCELLED';
  if (publishedDaysAgo === null || daysAgo >= publishedDaysAgo) return 'DRAFT';
  if (-daysAgo < opensInDays) return 'FORTHCOMING';
  return deadlineModel === 'CONTINUOUS' || deadlines.some(({ inDays }) => -daysAgo < inDays) ? 'OPEN' : 'CLOSED';
}

/** The codes of the requirements that the idea did not meet before the gate ahead of it. */
export function unmet(idea: DemoIdea, standing: Standing, daysAgo: number): string[] {
  const gates: Record<Stage, () => Record<string, boolean>> = {
    CONCEPT: () => toConsortium(idea),
    CONSORTIUM: () => toApplication(idea, standing, daysAgo),
    FUNDING_APPLICATION: () => toProject(idea, standing),
    PROJECT: () => ({ END_OF_PATH: false }),
  };
  const met = gates[standing.stage]();
  return Object.keys(met).filter(code => !met[code]);
}

function toConsortium({ title, summary, challenge, focusAreas, environmentalObjectives }: DemoIdea) {
  return {
    DESCRIBED: title.sv !== '' && summary.sv.length >= 80 && Boolean(challenge?.sv),
    FOCUS_AREA_CHOSEN: focusAreas.length > 0,
    ENVIRONMENTAL_OBJECTIVE_CHOSEN: environmentalObjectives.length > 0,
  };
}

function toApplication(idea: DemoIdea, { current, signed, applications }: Standing, daysAgo: number) {
  const counted = current.filter(({ role }) => role !== 'ASSOCIATED_PARTNER');
  const sectors = new Set(current.map(({ partner }) => PARTNERS.get(partner)!.sector));
  const alive = [...applications].filter(([, status]) => status !== 'REJECTED' && status !== 'WITHDRAWN');
  const targeted = alive
    .map(([application]) => callOf(application))
    .filter(call => ['OPEN', 'FORTHCOMING'].includes(statusOf(call, daysAgo)));
  return {
    COORDINATOR_APPOINTED: current.filter(({ role }) => role === 'COORDINATOR').length === 1,
    ENOUGH_PARTNERS: counted.length >= 3,
    SECTORS_REPRESENTED: sectors.size >= 3 && sectors.has('ACADEMIA') && [...sectors].some(isBusiness),
    LETTERS_OF_INTENT: counted.every(member => signed.has(member)),
    CALL_TARGETED: targeted.length > 0,
    CALL_RULES_MET: targeted.some(call => keepsRules(call, counted, idea.technologyReadinessLevel)),
  };
}

function keepsRules(call: DemoCall, counted: readonly DemoMember[], trl: number | undefined): boolean {
  const partners = counted.map(({ partner }) => PARTNERS.get(partner)!);
  const sectors = partners.map(({ sector }) => sector);
  const matures = call.trlMin === undefined && call.trlMax === undefined;
  return (
    partners.length >= (call.minPartners ?? 0) &&
    new Set(partners.map(({ country }) => country)).size >= (call.minCountries ?? 0) &&
    (call.requiredSectors ?? []).every(sector => sectors.includes(sector)) &&
    (matures || (trl !== undefined && trl >= (call.trlMin ?? 1) && trl <= (call.trlMax ?? 9)))
  );
}

/** The plan's dates are tested for themselves, since they hang on today. */
function toProject({ project }: DemoIdea, { applications, current, planned }: Standing) {
  const granted = [...applications].flatMap(([{ decided }, status]) =>
    status === 'GRANTED' && decided && 'granted' in decided ? [decided.granted] : [],
  );
  const currency = project?.budget.currency ?? '';
  const covered = Number(sumIn(currency, [...granted, ...current.map(({ commitment }) => commitment)]));
  return {
    APPLICATION_GRANTED: granted.length > 0,
    PROJECT_DURATION: planned && project !== undefined && project.years >= 5 && project.years <= 10,
    BUDGET_COVERED: planned && project !== undefined && covered >= Number(project.budget.amount),
    MILESTONES_PLANNED: planned && (project?.milestones.length ?? 0) > 0,
    OUTCOMES_PLANNED: planned && (project?.outcomes.length ?? 0) > 0,
  };
}
