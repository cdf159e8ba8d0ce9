import { Application } from '../../../src/applications/application.js';
import { ApplicationStatus } from '../../../src/applications/application-status.js';
import { Membership } from '../../../src/consortia/membership.js';
import { ConsortiumRole, LetterOfIntent } from '../../../src/consortia/roles.js';
import type { Database } from '../../../src/database/database.js';
import { FundingCall } from '../../../src/funding-calls/funding-call.js';
import { DeadlineModel } from '../../../src/funding-calls/call-status.js';
import { EnvironmentalObjective } from '../../../src/ideas/classification.js';
import { Idea } from '../../../src/ideas/idea.js';
import { Stage } from '../../../src/ideas/stages.js';
import { Partner } from '../../../src/partners/partner.js';
import { Sector } from '../../../src/partners/sectors.js';
import { Programme } from '../../../src/programmes/programme.js';
import { Milestone } from '../../../src/projects/plan/milestone.js';
import { Outcome } from '../../../src/projects/plan/outcome.js';
import { Project } from '../../../src/projects/project.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { newId } from '../../../src/shared/ids.js';
import * as fc from '../properties.js';
import { TODAY } from '../rows/gate-facts.js';

const aMoment = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
const aDay = aMoment.map(at => at.toISOString().slice(0, 10));
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
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

const aPolicy = fc.record({
  summaryMinLength: fc.constantFrom(0, 1, 3, 80, 81),
  minPartners: fc.integer({ min: 1, max: 4 }),
  minSectors: fc.integer({ min: 1, max: 4 }),
  requiredSectors: fc.array(fc.subarray(wordsOf(Sector), { minLength: 1 }), { maxLength: 3 }),
  projectMinYears: fc.constantFrom(0.25, 1, 2.5, 5),
  projectMaxYears: fc.constantFrom(5, 5.75, 10),
});

/** Any idea that can be stored, in a programme of its own. */
export const anyIdea = fc.record({
  policy: aPolicy,
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
      milestones: fc.array(fc.record({ dueOn: aDay, droppedAt: maybe(aMoment) }), { maxLength: 3 }),
      outcomes: fc.array(fc.record({ droppedAt: maybe(aMoment) }), { maxLength: 2 }),
      startsOn: aDay,
      endsOn: fc.oneof(
        aDay,
        fc.integer({ min: 1, max: 4500 }).map(days => dayAfter('2026-06-30', days)),
      ),
    }),
  ),
});

let number = 100_000;

/** Rows as they are, past the rules of the domain: what the readings bring must agree whatever is stored. */
export async function storeIdea(database: Database, generated: GeneratedIdea): Promise<string> {
  const id = await storeEntities(database, generated);
  const chosen = 'insert into idea_focus_area select $1, id from focus_area order by code limit $2';
  await database.query(chosen, [id, generated.focusAreas]);
  return id;
}

function storeEntities(
  database: Database,
  { policy, idea, members, applications, project }: GeneratedIdea,
): Promise<string> {
  return database.orm.em.fork().transactional(async em => {
    const [owner] = await em.findAll(Partner, { limit: 1 });
    const id = newId('idea');
    const base = { createdAt: TODAY, updatedAt: TODAY, version: 1 };
    number += 1;
    const programme = newId('programme');
    const rules = { code: `PROV${number}`, name: { sv: 'Prov' }, open: true, requiredProjects: 1, lastIdeaNumber: 1 };
    await em.insert(Programme, { id: programme, ...rules, gatePolicy: policy, version: 1 });
    const code = `PROV${number}-1`;
    const facts = { ...base, number: 1, code, programme, owner: owner!.id, enteredStageAt: TODAY };
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
    const { startsOn, budget } = project;
    const endsOn = project.endsOn > startsOn ? project.endsOn : dayAfter(startsOn, 1);
    const dates = { startsOn, endsOn, budget };
    await em.insert(Project, { id: projectId, idea: id, ...dates, createdAt: TODAY, updatedAt: TODAY });
    for (const milestone of project.milestones) {
      await em.insert(Milestone, { id: newId('milestone'), project: projectId, title: { sv: 'M' }, ...milestone });
    }
    for (const { droppedAt } of project.outcomes) {
      const outcome = {
        droppedAt,
        kind: 'PRODUCT',
        title: { sv: 'O' },
        status: 'PLANNED',
        environmentalObjectives: [],
      };
      await em.insert(Outcome, { id: newId('outcome'), project: projectId, ...outcome } as never);
    }
    return id;
  });
}

export type GeneratedIdea = typeof anyIdea extends fc.Arbitrary<infer T> ? T : never;
