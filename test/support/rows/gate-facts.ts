import { GATE_POLICY } from '../../../src/programmes/gate-policy.js';
import type { MemberFacts } from '../../../src/consortia/member-facts.js';
import type { ApplicationFacts, GateFacts, ProjectFacts, TargetedCall } from '../../../src/ideas/gates/gate-facts.js';

/** The moment that the worlds of these tests are seen from. */
export const TODAY = new Date('2026-11-24T12:00:00Z');

/** An open call that demands three partners, two countries and TRL 3–6. */
export function aCall(changes: Partial<TargetedCall> = {}): TargetedCall {
  return {
    identifier: 'KLIMAT-2026-1',
    publishedAt: '2026-09-01T00:00:00Z',
    cancelledAt: null,
    opensAt: '2026-10-01T00:00:00Z',
    deadlines: ['2027-02-01T16:00:00Z'],
    deadlineModel: 'SINGLE_STAGE',
    minPartners: 3,
    minCountries: 2,
    requiredSectors: ['ACADEMIA'],
    trlMin: 3,
    trlMax: 6,
    ...changes,
  };
}

/** A beneficiary from Swedish academia with a signed letter of intent and no commitment. */
export function aMember(changes: Partial<MemberFacts> = {}): MemberFacts {
  return {
    partnerId: 'partner_1',
    role: 'BENEFICIARY',
    letterOfIntent: 'SIGNED',
    commitment: null,
    sector: 'ACADEMIA',
    country: 'SE',
    ...changes,
  };
}

/** A granted application of ten million kronor. */
export function anApplication(changes: Partial<ApplicationFacts> = {}): ApplicationFacts {
  return {
    status: 'GRANTED',
    granted: { amount: '10000000.00', currency: 'SEK' },
    deadline: null,
    call: aCall(),
    ...changes,
  };
}

/** Five years that cost twelve million kronor. */
export function aProject(changes: Partial<ProjectFacts> = {}): ProjectFacts {
  return {
    startsOn: '2027-01-01',
    endsOn: '2031-12-31',
    budget: { amount: '12000000.00', currency: 'SEK' },
    milestones: [{ dueOn: '2028-06-30' }],
    outcomeCount: 1,
    ...changes,
  };
}

/** An idea that meets every gate of the path. */
export function anIdea(changes: Partial<GateFacts> = {}): GateFacts {
  return {
    policy: GATE_POLICY,
    stage: 'CONCEPT',
    title: { sv: 'Fossilfria bogserbåtar' },
    summary: { sv: 'Batteridrivna bogserbåtar som laddas av hamnens egen vindkraft, byggda och provade i Karlskrona.' },
    challenge: { sv: 'Hamnens fartyg släpper ut mest.' },
    focusAreaCount: 1,
    environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
    technologyReadinessLevel: 4,
    members: [
      aMember({ role: 'COORDINATOR', commitment: { amount: '1500000.00', currency: 'SEK' } }),
      aMember({ partnerId: 'partner_2', sector: 'BUSINESS_SME', country: 'DK' }),
      aMember({ partnerId: 'partner_3', sector: 'PUBLIC', commitment: { amount: '500000.00', currency: 'SEK' } }),
    ],
    applications: [anApplication()],
    project: aProject(),
    ...changes,
  };
}
