import 'reflect-metadata';
import fc from 'fast-check';
import { Application } from '../../../src/applications/application.js';
import { ApplicationStatus } from '../../../src/applications/application-status.js';
import { Membership } from '../../../src/consortia/membership.js';
import { ConsortiumRole, LetterOfIntent } from '../../../src/consortia/roles.js';
import type { Database } from '../../../src/database/database.js';
import { FundingCall } from '../../../src/funding-calls/funding-call.js';
import { DeadlineModel } from '../../../src/funding-calls/call-status.js';
import { EnvironmentalObjective } from '../../../src/ideas/classification.js';
import type { GateFacts } from '../../../src/ideas/gates/gate-facts.js';
import { gateFactsIn } from '../../../src/ideas/gates/gate-facts-sql.js';
import { readinessOf } from '../../../src/ideas/gates/gates.js';
import { Idea } from '../../../src/ideas/idea.js';
import { Stage } from '../../../src/ideas/stages.js';
import { Partner } from '../../../src/partners/partner.js';
import { Sector } from '../../../src/partners/sectors.js';
import { Milestone } from '../../../src/projects/plan/milestone.js';
import { Outcome } from '../../../src/projects/plan/outcome.js';
import { Project } from '../../../src/projects/project.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { newId } from '../../../src/shared/ids.js';
import { millisOf } from '../../../src/shared/time/instant.js';
import { TODAY } from '../../support/rows/gate-facts.js';
import { GATE_RELATIONS, gateFactsOf } from '../../support/rows/gate-facts-of.js';
import { freshDatabase } from '../../support/service/service.js';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => ({ database, drop } = await freshDatabase()));
afterAll(async () => {
  await database.close();
  await drop();
});

async function bothReadings(id: string): Promise<{ entities: GateFacts; json: GateFacts }> {
  const em = database.orm.em.fork();
  const idea = await em.findOneOrFail(Idea, id, { populate: GATE_RELATIONS });
  return { entities: gateFactsOf(idea), json: await gateFactsIn(em, idea) };
}

/** The facts in one form: moments as milliseconds, what is empty as null, and of a call only what the gates look at. */
function plain(facts: GateFacts): unknown {
  const moment = (at: Date | string | null | undefined) => (at == null ? null : millisOf(at));
  const localized = (each: GateFacts['challenge']) => (each ? { sv: each.sv, en: each.en ?? null } : null);
  const money = (each: { amount: string; currency: string } | null | undefined) =>
    each ? { amount: each.amount, currency: each.currency } : null;
  return {
    stage: facts.stage,
    texts: [facts.title, facts.summary, facts.challenge].map(localized),
    counted: [facts.focusAreaCount, facts.environmentalObjectives, facts.technologyReadinessLevel ?? null],
    members: facts.members.map(({ partnerId, role, letterOfIntent, commitment, sector, country }) => {
      return { partnerId, role, letterOfIntent, sector, country, commitment: money(commitment) };
    }),
    applications: facts.applications.map(({ status, granted, deadline, call }) => ({
      status,
      granted: money(granted),
      deadline: moment(deadline),
      identifier: call.identifier,
      clock: [moment(call.publishedAt), moment(call.cancelledAt), moment(call.opensAt), call.deadlines.map(moment)],
      rules: [call.deadlineModel, call.minPartners ?? null, call.minCountries ?? null, call.requiredSectors],
      maturity: [call.trlMin ?? null, call.trlMax ?? null],
    })),
    project: facts.project && {
      days: [facts.project.startsOn, facts.project.endsOn].map(moment),
      budget: money(facts.project.budget),
      milestones: facts.project.milestones.map(({ dueOn }) => millisOf(dueOn)).sort((a, b) => a - b),
      outcomeCount: facts.project.outcomeCount,
    },
  };
}

async function expectAgreement(id: string): Promise<void> {
  const { entities, json } = await bothReadings(id);
  expect(plain(json)).toEqual(plain(entities));
  expect(readinessOf(json, TODAY)).toEqual(readinessOf(entities, TODAY));
}

it('every idea of the demo stands before its gate alike, whether entities or the statement are asked', async () => {
  const ideas = await database.query<{ id: string }>('select id from idea');
  expect(ideas.length).toBeGreaterThan(30);
  for (const { id } of ideas) await expectAgreement(id);
});

const aMoment = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
const aDay = aMoment.map(at => at.toISOString().slice(0, 10));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const anyOf = <K extends string>(words: { readonly [P in K]: P }) => fc.constantFrom(...wordsOf(words));
const aText = fc.constantFrom('Å', 'ö "citat" \\ \n', 'x'.repeat(80), '🌊');
const localized = fc.record({ sv: aText, en: maybe(aText) });
const money = fc.record({
  amount: fc
    .bigInt({ min: 0n, max: 10n ** 17n })
    .map(cents => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`),
  currency: fc.constantFrom('SEK', 'EUR'),
});
const aLevel = maybe(fc.integer({ min: 1, max: 9 }));

const anyIdea = fc.record({
  idea: fc.record({
    stage: anyOf(Stage),
    title: localized,
    summary: localized,
    challenge: maybe(localized),
    environmentalObjectives: fc.subarray(wordsOf(EnvironmentalObjective)),
    technologyReadinessLevel: aLevel,
  }),
  focusAreas: fc.nat(2),
  members: fc.array(
    fc.record({
      sector: anyOf(Sector),
      country: fc.constantFrom('SE', 'DK', 'PL'),
      role: fc.constantFrom(...wordsOf(ConsortiumRole).filter(role => role !== 'COORDINATOR')),
      letterOfIntent: anyOf(LetterOfIntent),
      commitment: maybe(money),
      joinedAt: aMoment,
      hasLeft: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  applications: fc.array(
    fc.record({
      status: anyOf(ApplicationStatus),
      amount: money,
      deadline: maybe(aMoment),
      createdAt: aMoment,
      call: fc.record({
        deadlineModel: anyOf(DeadlineModel),
        deadlines: fc.array(aMoment, { maxLength: 3 }),
        publishedAt: maybe(aMoment),
        cancelledAt: maybe(aMoment),
        minPartners: maybe(fc.integer({ min: 1, max: 4 })),
        minCountries: maybe(fc.integer({ min: 1, max: 3 })),
        requiredSectors: fc.subarray(wordsOf(Sector)),
        trlMin: maybe(fc.integer({ min: 1, max: 4 })),
        trlMax: maybe(fc.integer({ min: 5, max: 9 })),
      }),
    }),
    { maxLength: 3 },
  ),
  project: maybe(
    fc.record({
      budget: money,
      milestones: fc.array(aDay, { maxLength: 3 }),
      outcomes: fc.nat(2),
      years: fc.integer({ min: 1, max: 12 }),
    }),
  ),
});

let number = 100_000;

/** Rows as they are, past the rules of the domain: what the readings bring must agree whatever is stored. */
async function store(generated: GeneratedIdea): Promise<string> {
  const id = await storeEntities(generated);
  const chosen = 'insert into idea_focus_area select $1, id from focus_area order by code limit $2';
  await database.query(chosen, [id, generated.focusAreas]);
  return id;
}

function storeEntities({ idea, members, applications, project }: GeneratedIdea): Promise<string> {
  return database.orm.em.fork().transactional(async em => {
    const [owner] = await em.findAll(Partner, { limit: 1 });
    const id = newId('idea');
    const base = { createdAt: TODAY, updatedAt: TODAY, version: 1 };
    number += 1;
    const facts = { ...base, number, code: `PROV-${number}`, owner: owner!.id, enteredStageAt: TODAY };
    await em.insert(Idea, { id, ...facts, ...idea, state: 'ACTIVE', visibility: 'PUBLIC', missions: [] } as never);
    for (const { sector, country, hasLeft, ...member } of members) {
      const partner = {
        id: newId('partner'),
        slug: newId('partner').replace('_', '-'),
        name: 'Provpartner',
        sector,
        country,
      };
      await em.insert(Partner, { ...partner, ...base });
      const leftAt = hasLeft ? new Date('2028-02-01') : null;
      await em.insert(Membership, {
        id: newId('membership'),
        idea: id,
        partner: partner.id,
        leftAt,
        ...member,
      });
    }
    for (const { call, amount, ...application } of applications) {
      const callId = newId('call');
      const described = { identifier: callId, title: { sv: 'Utlysning' }, programme: 'P', funder: 'F', opensAt: null };
      const lists = {
        deadlineLabels: call.deadlines.map(() => ''),
        environmentalObjectives: [],
        editedFields: [],
        assumedFields: [],
      };
      await em.insert(FundingCall, { id: callId, ...base, ...described, ...lists, ...call });
      const granted = application.status === 'GRANTED' ? amount : null;
      await em.insert(Application, {
        id: newId('application'),
        ...base,
        ...application,
        idea: id,
        call: callId,
        granted,
      });
    }
    if (!project) return id;
    const projectId = newId('project');
    const dates = { startsOn: '2027-01-01', endsOn: `${2027 + project.years}-01-01`, budget: project.budget };
    await em.insert(Project, { id: projectId, idea: id, ...dates, createdAt: TODAY, updatedAt: TODAY });
    for (const dueOn of project.milestones) {
      await em.insert(Milestone, { id: newId('milestone'), project: projectId, title: { sv: 'M' }, dueOn });
    }
    for (let nth = 0; nth < project.outcomes; nth += 1) {
      const outcome = { kind: 'PRODUCT', title: { sv: 'O' }, status: 'PLANNED', environmentalObjectives: [] };
      await em.insert(Outcome, { id: newId('outcome'), project: projectId, ...outcome } as never);
    }
    return id;
  });
}

type GeneratedIdea = typeof anyIdea extends fc.Arbitrary<infer T> ? T : never;

it('any idea that can be stored stands before its gate alike, whether entities or the statement are asked', async () => {
  await fc.assert(
    fc.asyncProperty(anyIdea, async generated => expectAgreement(await store(generated))),
    { numRuns: 100 },
  );
});
