import { LockMode, ref } from '@mikro-orm/core';
import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { newId } from '../../../src/shared/ids.js';
import { FundingCall } from './funding-call.js';
import { Idea, Stage, StageTransition } from './idea.js';
import { Activity, type Viewer } from './log.js';
import { FocusArea } from './reference.js';
import {
  AdvanceIdeaInput,
  AdvanceIdeaPayload,
  type Context,
  CreateFundingCallInput,
  FundingCallPayload,
} from './shapes.js';

/** Changes of entities in a transaction, flushed at its end: https://mikro-orm.io/docs/transactions. */
@Resolver()
export class WritingResolver {
  @Authorized(['ADMIN', 'PARTNER'])
  @Mutation(() => AdvanceIdeaPayload)
  advanceIdea(
    @Arg('input', () => AdvanceIdeaInput) { id, expectedVersion }: AdvanceIdeaInput,
    @Ctx() { em: outer, viewer }: Context,
  ): Promise<AdvanceIdeaPayload> {
    return outer.transactional(async em => {
      // Whatever is populated with a lock is locked too, and all ideas share their programme.
      const idea = await em.findOneOrFail(Idea, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      await em.populate(idea, ['memberships', 'focusAreas', 'programme']);
      if (!leads(viewer!, idea)) return refused('FORBIDDEN', 'Only those who lead the idea may do this.');
      if (expectedVersion != null && expectedVersion !== idea.version) return refused('CONFLICT', 'It has moved on.');
      // The later gates are not asked here: all ideas that are advanced are concepts.
      if (idea.state !== 'ACTIVE' || idea.stage !== Stage.CONCEPT) return refused('ILLEGAL_TRANSITION', 'Not now.');
      const unmet = unmetBy(idea);
      if (unmet.length > 0) return { idea, unmet: unmet.map(code => ({ code })), userErrors: [] };
      advance(idea, viewer!).forEach(made => em.persist(made));
      await em.flush();
      return { idea, unmet: [], userErrors: [] };
    });
  }

  @Authorized('ADMIN')
  @Mutation(() => FundingCallPayload)
  createFundingCall(
    @Arg('input', () => CreateFundingCallInput) input: CreateFundingCallInput,
    @Ctx() { em: outer, viewer }: Context,
  ): Promise<FundingCallPayload> {
    return outer.transactional(async em => {
      const areas = await em.find(FocusArea, { code: { $in: input.focusAreas } });
      if (areas.length < input.focusAreas.length) return refused('NOT_FOUND', 'There is no such focus area.');
      if (!input.title.sv.trim()) return refused('REQUIRED', 'The title is missing.');
      const call = called(input, areas);
      const changes = Object.entries(input).map(([field, after]) => ({ field, before: null, after }));
      em.persist([call, new Activity(viewer!, { kind: 'CALL_CREATED', subjectId: call.id, call: ref(call), changes })]);
      await em.flush();
      return { call, userErrors: [] };
    });
  }
}

const refused = (code: string, message: string) => ({ unmet: [], userErrors: [{ code, message, path: [] }] });

function leads({ role, partnerId }: Viewer, { owner, memberships }: Idea): boolean {
  const coordinator = memberships.getItems().find(member => member.role === 'COORDINATOR' && !member.leftAt);
  return role === 'ADMIN' || partnerId === owner.id || partnerId === coordinator?.partner.id;
}

function unmetBy({ title, summary, challenge, focusAreas, environmentalObjectives, programme }: Idea): string[] {
  const least = Math.max(1, programme.getEntity().gatePolicySummaryMinLength);
  const described = title.trim() && challenge?.trim() && [...summary.trim()].length >= least;
  return [
    ...(described ? [] : ['DESCRIBED']),
    ...(focusAreas.length > 0 ? [] : ['FOCUS_AREA_CHOSEN']),
    ...(environmentalObjectives.length > 0 ? [] : ['ENVIRONMENTAL_OBJECTIVE_CHOSEN']),
  ];
}

/** Moves the idea, and gives the transition and the row of the log that tell so. */
function advance(idea: Idea, by: Viewer): [StageTransition, Activity] {
  const { stage: from, state, enteredStageAt } = idea;
  const [to, at] = [Stage.CONSORTIUM, new Date()];
  Object.assign(idea, { stage: to, enteredStageAt: at });
  const transition = Object.assign(new StageTransition(), {
    ...{ idea: ref(idea), from, to, fromState: state, toState: state, at },
    ...{ byName: by.name, byRole: by.role, byPartnerId: by.partnerId },
  });
  const changes = [
    { field: 'stage', before: from, after: to },
    { field: 'enteredStageAt', before: enteredStageAt, after: at },
  ];
  return [transition, new Activity(by, { kind: 'IDEA_ADVANCED', subjectId: idea.id, idea: ref(idea), changes })];
}

function called({ identifier, title, programme, funder, ...rest }: CreateFundingCallInput, areas: FocusArea[]) {
  const deadlines = rest.deadlines.map(({ at }) => at).sort((one, other) => Number(one) - Number(other));
  const call = Object.assign(new FundingCall(), {
    ...{ id: newId('call'), identifier, title: title.sv, programme, funder, deadlineModel: rest.deadlineModel },
    ...{ deadlines: deadlines.map(at => at.toISOString()), deadlineLabels: deadlines.map(() => '') },
    ...{ closesAt: deadlines.at(-1), publishedAt: new Date() },
    ...{ budgetAmount: rest.budget?.amount, budgetCurrency: rest.budget?.currency },
  });
  call.focusAreas.set(areas);
  return call;
}
