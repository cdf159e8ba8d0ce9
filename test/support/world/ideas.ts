import { ConsortiumRole, LetterOfIntent } from '../../../src/consortia/roles.js';
import { EnvironmentalObjective, EuMission, Visibility } from '../../../src/ideas/classification.js';
import { IdeaState, Stage } from '../../../src/ideas/stages.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { aMembershipRow, anApplicationRow, anIdeaRow } from '../rows/rows.js';
import type {
  ApplicationRow,
  FundingCallRow,
  IdeaRow,
  MembershipRow,
  PartnerRow,
  ProgrammeRow,
} from '../service/stored-rows.js';
import type { Chance } from './chance.js';
import { days } from './moments.js';

const TITLES = [
  'Vindkraft i Hanöbukten',
  'Ålgräs',
  'Åbo',
  'Ål',
  'Zink ur slam',
  'ö',
  'Östersjön',
  'vindkraft',
  'Ålgräs',
];
const SUMMARIES = [
  'Kort.',
  'Vindkraftverk till havs som förser hamnens fartyg med el och värme, byggda och provade av regionens egna företag.',
  'Båtar av återvunnen plast.',
];

/** All visibilities, stages and states, with ties in every order and texts that lack English. */
export function ideas(
  chance: Chance,
  owners: readonly PartnerRow[],
  programmes: readonly ProgrammeRow[],
  count: number,
): IdeaRow[] {
  return Array.from({ length: count }, (_, index) => {
    const stage = wordsOf(Stage)[index % 4]!;
    const states = wordsOf(IdeaState).filter(state => state !== 'COMPLETED' || stage === 'PROJECT');
    const programme = programmes[index % 5 === 0 ? 1 : 0]!;
    return anIdeaRow(chance.one(owners), {
      programme_id: programme.id,
      code: `${programme.code_prefix}-${index + 1}`,
      stage,
      state: chance.once(2) ? 'ACTIVE' : chance.one(states),
      visibility: wordsOf(Visibility)[index % 3]!,
      title_sv: chance.one(TITLES),
      title_en: chance.perhaps(`Wind power ${index}`),
      summary_sv: chance.one(SUMMARIES),
      summary_en: chance.perhaps('Boats made of recycled plastic.'),
      challenge_sv: chance.perhaps('Hamnens fartyg släpper ut mest.'),
      environmental_objectives: chance.some(wordsOf(EnvironmentalObjective), 3),
      missions: chance.some(wordsOf(EuMission), 2),
      technology_readiness_level: chance.perhaps(1 + chance.below(9)),
      contact_email: chance.perhaps('idéer@hamnen.example'),
      entered_stage_at: days(-chance.below(4), -chance.below(2)),
      created_at: days(-10 - chance.below(3)),
      updated_at: days(-chance.below(4)),
      version: 1 + chance.below(20),
    });
  });
}

/** Current members, such as have left, and such as have come back; one coordinator at most at a time. */
export function memberships(chance: Chance, idea: IdeaRow, partners: readonly PartnerRow[]): MembershipRow[] {
  const roles = wordsOf(ConsortiumRole).filter(role => role !== 'COORDINATOR');
  return chance.some(partners, 5).flatMap((partner, index) => {
    const role = index === 0 ? chance.one(wordsOf(ConsortiumRole)) : chance.one(roles);
    const current = aMembershipRow(idea, partner, { role, ...promised(chance), joined_at: days(-chance.below(3)) });
    const past = () =>
      aMembershipRow(idea, partner, {
        role: chance.one(wordsOf(ConsortiumRole)),
        ...promised(chance),
        left_at: days(-20),
      });
    if (chance.once(4)) return [past()];
    return chance.once(5) ? [past(), current] : [current];
  });
}

function promised(chance: Chance): Partial<MembershipRow> {
  const amount = chance.perhaps(chance.one(['100.10', '200.20', '0.00', '1234567.89']));
  return {
    letter_of_intent: chance.one(wordsOf(LetterOfIntent)),
    commitment_amount: amount,
    commitment_currency: amount && chance.one(['SEK', 'EUR', 'DKK']),
  };
}

/** Applications to several calls, drafts among them with a deadline of their own, and a fruitless one before a live one. */
export function applications(chance: Chance, idea: IdeaRow, calls: readonly FundingCallRow[]): ApplicationRow[] {
  return chance.some(calls, 4).flatMap(call => {
    const live = chance.one(['DRAFT', 'DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'INVITED', 'GRANTED'] as const);
    const fruitless = chance.one(['REJECTED', 'WITHDRAWN'] as const);
    const made = (status: ApplicationRow['status']) =>
      anApplicationRow(idea, call, { ...applied(chance, call, status), status });
    return chance.once(4) ? [made(fruitless), made(live)] : [made(chance.once(4) ? fruitless : live)];
  });
}

function applied(chance: Chance, call: FundingCallRow, status: ApplicationRow['status']): Partial<ApplicationRow> {
  const granted = status === 'GRANTED' ? '5000000.00' : null;
  const requested = chance.perhaps('7000000.00');
  const own = chance.perhaps('300000.30');
  const isInvited = status === 'INVITED' || (status !== 'DRAFT' && chance.once(4));
  return {
    invited_at: isInvited ? days(-20) : null,
    requested_amount: requested,
    requested_currency: requested && chance.one(['SEK', 'EUR']),
    co_financing_amount: own,
    co_financing_currency: own && 'SEK',
    granted_amount: granted,
    granted_currency: granted && 'SEK',
    reference: chance.perhaps('2026-00123'),
    deadline: call.deadlines.length > 0 && chance.once(2) ? chance.one(call.deadlines) : null,
    submitted_at: status === 'DRAFT' ? null : days(-30),
    decided_at: status === 'GRANTED' || status === 'REJECTED' ? days(-3) : null,
    created_at: days(-40 + chance.below(2)),
  };
}
