import 'reflect-metadata';
import type { Database } from '../../../src/database/database.js';
import type { GateFacts } from '../../../src/ideas/gates/gate-facts.js';
import { gateFactsIn } from '../../../src/ideas/gates/gate-facts-sql.js';
import { readinessOf } from '../../../src/ideas/gates/gates.js';
import { Idea } from '../../../src/ideas/idea.js';
import { millisOf } from '../../../src/shared/time/instant.js';
import { anyIdea, storeIdea } from '../../support/make/any-idea.js';
import * as fc from '../../support/properties.js';
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
    policy: facts.policy,
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

it('any idea that can be stored stands before its gate alike, whether entities or the statement are asked', async () => {
  await fc.assert(
    fc.asyncProperty(anyIdea, async generated => expectAgreement(await storeIdea(database, generated))),
    { numRuns: 100 },
  );
});
