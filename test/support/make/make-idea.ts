import { Application } from '../../../src/applications/application.js';
import { SYSTEM } from '../../../src/shared/viewer.js';
import { Membership } from '../../../src/consortia/membership.js';
import { FocusArea } from '../../../src/focus-areas/focus-area.js';
import { FundingCall } from '../../../src/funding-calls/funding-call.js';
import type { Visibility } from '../../../src/ideas/classification.js';
import { gateFactsIn } from '../../../src/ideas/gates/gate-facts-sql.js';
import type { RequirementCode } from '../../../src/ideas/gates/gates.js';
import { Idea } from '../../../src/ideas/idea.js';
import { Stage } from '../../../src/ideas/stages.js';
import { Partner } from '../../../src/partners/partner.js';
import { Programme } from '../../../src/programmes/programme.js';
import { Project } from '../../../src/projects/project.js';
import type { ProjectPlan } from '../../../src/projects/plan/project-plan.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { LocalizedText } from '../../../src/shared/text/localized-text.js';
import { Money } from '../../../src/shared/money.js';
import type { Make } from './make.js';

/** What a test asks of an idea. */
export interface WantedIdea {
  /** Where it stands; CONCEPT when left out. */
  stage?: Stage;
  /** The one requirement of the gate ahead that it shall not meet. */
  except?: RequirementCode;
  /** Techtank, the partner of the demo key, when left out. */
  owner?: { id: string };
  visibility?: Visibility;
  /** Nothing for the gate ahead is prepared. */
  bare?: true;
}

/** An idea with those parts that tests speak of. */
export interface MadeIdea {
  id: string;
  code: string;
  ownerId: string;
  /** The coordinator first. Empty before a consortium is gathered. */
  partners: Partner[];
  membershipIds: string[];
  callId: string | null;
  applicationId: string | null;
  projectId: string | null;
}

const STAGES = wordsOf(Stage);
const SEK = (amount: string) => Money.of({ amount, currency: 'SEK' });
const TEN_MILLION = SEK('10000000');

/** Makes the idea, then passes gate after gate, preparing each by what it asks for. */
export async function makeIdea(
  make: Make,
  { stage = 'CONCEPT', except, bare, ...wanted }: WantedIdea,
): Promise<MadeIdea> {
  const last = STAGES.indexOf(stage);
  const isMissing = (code: RequirementCode) => code === except || (bare === true && stage === 'CONCEPT');
  const made = await describe(make, wanted, last === 0 ? isMissing : () => false);
  for (const [index, here] of STAGES.entries()) {
    if (index > last) break;
    if (index > 0) await moveOn(make, made);
    const ahead = index === last;
    if (!(ahead && bare)) await PREPARE[here](make, made, ahead ? isMissing : () => false);
  }
  return made;
}

type IsMissing = (code: RequirementCode) => boolean;

async function describe(make: Make, { owner, visibility }: WantedIdea, isMissing: IsMissing): Promise<MadeIdea> {
  return make.change(async em => {
    const programme = await em.findOneOrFail(Programme, { code: 'KS3' });
    const held = await em.findOneOrFail(Partner, owner ? { id: owner.id } : { slug: 'techtank' });
    const areas = isMissing('FOCUS_AREA_CHOSEN') ? [] : await em.find(FocusArea, { code: 'tech' });
    const idea = Idea.create({
      programme,
      owner: held,
      focusAreas: areas,
      by: SYSTEM,
      description: {
        title: LocalizedText.of({ sv: 'Fossilfria bogserbåtar', en: 'Fossil-free tugboats' }),
        summary: LocalizedText.of({ sv: 'Batteridrivna bogserbåtar som laddas av hamnens egen vindkraft. '.repeat(2) }),
        challenge: isMissing('DESCRIBED') ? null : LocalizedText.of({ sv: 'Hamnens fartyg släpper ut mest.' }),
        visibility: visibility ?? 'PARTNERS',
        environmentalObjectives: isMissing('ENVIRONMENTAL_OBJECTIVE_CHOSEN') ? [] : ['CLIMATE_CHANGE_MITIGATION'],
        missions: [],
        technologyReadinessLevel: 5,
      },
    });
    em.persist(idea);
    const nothing = { partners: [], membershipIds: [], callId: null, applicationId: null, projectId: null };
    return { id: idea.id, code: idea.code, ownerId: held.id, ...nothing };
  });
}

function moveOn(make: Make, { id }: MadeIdea): Promise<void> {
  return make.change(async em => {
    const idea = await em.findOneOrFail(Idea, id, { populate: ['project'] });
    idea.advance({ facts: await gateFactsIn(em, idea), by: SYSTEM });
  });
}

/** What each gate asks for, but for what shall be missing. */
const PREPARE: Readonly<Record<Stage, (make: Make, made: MadeIdea, isMissing: IsMissing) => Promise<void>>> = {
  CONCEPT: async () => undefined,
  CONSORTIUM: async (make, made, isMissing) => {
    await gather(make, made, isMissing);
    if (!isMissing('CALL_TARGETED')) await apply(make, made, isMissing);
  },
  FUNDING_APPLICATION: async (make, made, isMissing) => {
    await decide(make, made, isMissing);
    await plan(make, made, isMissing);
  },
  PROJECT: async () => undefined,
};

async function gather(make: Make, made: MadeIdea, isMissing: IsMissing): Promise<void> {
  const isThin = isMissing('SECTORS_REPRESENTED');
  made.partners = [
    await make.partner({ sector: 'ACADEMIA' }),
    await make.partner({ sector: 'BUSINESS_SME', country: 'DK' }),
    await make.partner({ sector: isThin ? 'ACADEMIA' : 'PUBLIC' }),
  ];
  const roles = [
    isMissing('COORDINATOR_APPOINTED') ? 'BENEFICIARY' : 'COORDINATOR',
    'BENEFICIARY',
    isMissing('ENOUGH_PARTNERS') ? 'ASSOCIATED_PARTNER' : 'BENEFICIARY',
  ] as const;
  for (const [index, partner] of made.partners.entries()) {
    const letterOfIntent = isMissing('LETTERS_OF_INTENT') && index === 1 ? 'REQUESTED' : 'SIGNED';
    const membershipId = await make.change(async em => {
      const idea = await em.findOneOrFail(Idea, made.id, { populate: ['memberships'] });
      const member = await em.findOneOrFail(Partner, partner.id);
      const membership = Membership.join(idea, member, { role: roles[index]!, letterOfIntent });
      em.persist(membership);
      return membership.id;
    });
    made.membershipIds.push(membershipId);
  }
}

async function apply(make: Make, made: MadeIdea, isMissing: IsMissing): Promise<void> {
  const call = await make.call(isMissing('CALL_RULES_MET') ? { minPartners: 9 } : {});
  made.callId = call.id;
  made.applicationId = await make.change(async em => {
    const idea = await em.findOneOrFail(Idea, made.id, { populate: ['memberships'] });
    const target = await em.findOneOrFail(FundingCall, call.id);
    const application = Application.start(idea, target, { requested: TEN_MILLION });
    em.persist(application);
    return application.id;
  });
}

/** Hands the application in and has it granted, or only reviewed. */
async function decide(make: Make, made: MadeIdea, isMissing: IsMissing): Promise<void> {
  const steps: ((application: Application) => void)[] = [
    application => application.submit({}),
    application => application.startReview(),
    ...(isMissing('APPLICATION_GRANTED') ? [] : [(application: Application) => application.decide({ granted: true })]),
  ];
  for (const step of steps) {
    await make.change(async em => {
      step(await em.findOneOrFail(Application, made.applicationId!, { populate: ['idea', 'call'] }));
    });
  }
  // Without a grant the commitments alone cover the budget, so that only the grant is missing.
  await make.change(async em => {
    const membership = await em.findOneOrFail(Membership, made.membershipIds[0]!, { populate: ['idea'] });
    membership.update({ commitment: SEK(isMissing('APPLICATION_GRANTED') ? '12000000' : '2000000') });
  });
}

async function plan(make: Make, made: MadeIdea, isMissing: IsMissing): Promise<void> {
  made.projectId = await make.change(async em => {
    const idea = await em.findOneOrFail(Idea, made.id, { populate: ['project', 'memberships'] });
    const project = Project.plan(idea, {
      ...aPlan(),
      endsOn: isMissing('PROJECT_DURATION') ? '2031-12-30' : '2031-12-31',
      budget: SEK(isMissing('BUDGET_COVERED') ? '12000000.01' : '12000000'),
      ...(isMissing('MILESTONES_PLANNED') && { milestones: [] }),
      ...(isMissing('OUTCOMES_PLANNED') && { outcomes: [] }),
    });
    em.persist(project);
    return project.id;
  });
}

/** Five years of twelve million kronor, with one of each part. */
export function aPlan(): ProjectPlan {
  return {
    startsOn: '2027-01-01',
    endsOn: '2031-12-31',
    budget: { amount: '12000000.00', currency: 'SEK' },
    milestones: [{ title: { sv: 'Första båten sjösatt', en: 'The first boat launched' }, dueOn: '2028-06-30' }],
    outcomes: [{ kind: 'PRODUCT', title: { sv: 'En elektrisk bogserbåt' }, environmentalObjectives: [] }],
    indicators: [{ code: 'RCO 10', name: { sv: 'Samverkande företag' }, unit: 'företag', baseline: '0', target: '12' }],
  };
}
