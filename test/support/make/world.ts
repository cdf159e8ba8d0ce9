import type { EntityManager } from '@mikro-orm/core';
import { SYSTEM } from '../../../src/shared/viewer.js';
import type { ActivityKind } from '../../../src/activity/activity-kind.js';
import { Application } from '../../../src/applications/application.js';
import type { ApplicationStatus } from '../../../src/applications/application-status.js';
import { Membership } from '../../../src/consortia/membership.js';
import { FocusArea } from '../../../src/focus-areas/focus-area.js';
import type { CallDescription } from '../../../src/funding-calls/description/call-description.js';
import { FundingCall } from '../../../src/funding-calls/funding-call.js';
import type { IdeaDescription } from '../../../src/ideas/idea-description.js';
import { Idea } from '../../../src/ideas/idea.js';
import { StageTransition } from '../../../src/ideas/moves/stage-transition.js';
import type { IdeaState, Stage } from '../../../src/ideas/stages.js';
import { Partner } from '../../../src/partners/partner.js';
import { Programme } from '../../../src/programmes/programme.js';
import { Project } from '../../../src/projects/project.js';
import { at, now } from '../../../src/shared/time/clock.js';
import { newId } from '../../../src/shared/ids.js';
import { Money } from '../../../src/shared/money.js';
import { flushAs } from '../../../src/activity/activity-writer.js';
import { ref } from '@mikro-orm/core';
import type { Service } from '../service/service.js';

interface Told {
  happened(kind: ActivityKind, how?: { reason?: string }): void;
}

const say = (noun: object, kind: ActivityKind) => (noun as Told).happened(kind);

/** What can happen in a world, each deed at a moment, written and logged as the service itself would. */
export function worldOf({ database }: Pick<Service, 'database'>) {
  const change = <T>(moment: Date, deed: (em: EntityManager) => Promise<T>): Promise<T> =>
    at(moment, () =>
      database.orm.em.fork().transactional(async em => {
        const made = await deed(em);
        await flushAs(em, SYSTEM);
        return made;
      }),
    );
  const areas = (em: EntityManager, codes: readonly string[]) => em.find(FocusArea, { code: { $in: [...codes] } });

  return {
    partner: (moment: Date, name: string, sector: Partner['sector'] = 'ACADEMIA') =>
      change(moment, async em => {
        const partner = Partner.register({ name, slug: name, sector });
        em.persist(partner);
        return partner.id;
      }),

    area: (moment: Date, code: string, parent?: string) =>
      change(moment, async em => {
        const above = parent ? await em.findOneOrFail(FocusArea, { code: parent }) : null;
        em.persist(FocusArea.define({ code, name: { sv: code, en: null }, parent: above }));
      }),

    call: (
      moment: Date,
      identifier: string,
      description: Partial<CallDescription> = {},
      codes: readonly string[] = [],
    ) =>
      change(moment, async em => {
        const call = FundingCall.create({
          identifier,
          description: {
            title: { sv: identifier, en: null },
            programme: 'Horizon Europe',
            funder: 'European Commission',
            deadlineModel: 'MULTIPLE_CUT_OFF',
            ...description,
          },
          focusAreas: await areas(em, codes),
          publishedAt: now(),
        });
        em.persist(call);
        return call.id;
      }),

    updateCall: (moment: Date, id: string, changes: Partial<CallDescription>) =>
      change(moment, async em => (await em.findOneOrFail(FundingCall, { id })).update(changes)),

    cancelCall: (moment: Date, id: string) =>
      change(moment, async em => (await em.findOneOrFail(FundingCall, { id })).cancel('Inställd')),

    idea: (
      moment: Date,
      ownerId: string,
      { focusAreas = [], ...description }: Partial<IdeaDescription> & { focusAreas?: readonly string[] } = {},
    ) =>
      change(moment, async em => {
        const programme = await em.findOneOrFail(Programme, { code: 'KS3' });
        const idea = Idea.create({
          programme,
          owner: await em.findOneOrFail(Partner, { id: ownerId }),
          focusAreas: await areas(em, focusAreas),
          by: SYSTEM,
          description: {
            title: { sv: 'En idé', en: null },
            summary: { sv: 'Vad idén är.', en: null },
            visibility: 'PUBLIC',
            environmentalObjectives: [],
            missions: [],
            ...description,
          },
        });
        em.persist(idea);
        return { id: idea.id, code: idea.code };
      }),

    updateIdea: (moment: Date, id: string, changes: Partial<IdeaDescription>, codes?: readonly string[]) =>
      change(moment, async em => {
        const idea = await em.findOneOrFail(Idea, { id }, { populate: ['focusAreas'] });
        idea.update(changes, codes && (await areas(em, codes)));
      }),

    /** Stage and state change as told, whatever the path says: the gates have tests of their own. */
    move: (moment: Date, id: string, stage: Stage, state: IdeaState) =>
      change(moment, async em => {
        const idea = await em.findOneOrFail(Idea, { id }, { populate: ['transitions'] });
        const { stage: from, state: fromState } = idea;
        Object.assign(idea, { stage, state, ...(stage !== from && { enteredStageAt: now() }) });
        idea.transitions.add(StageTransition.of(idea, { from, fromState, by: SYSTEM }));
        idea.touch();
        say(idea, stage === from ? 'IDEA_PAUSED' : 'IDEA_ADVANCED');
      }),

    join: (moment: Date, ideaId: string, partnerId: string, role: Membership['role'] = 'BENEFICIARY') =>
      change(moment, async em => {
        const idea = await em.findOneOrFail(Idea, { id: ideaId });
        const partner = await em.findOneOrFail(Partner, { id: partnerId });
        const membership = Membership.join(idea, partner, { role, letterOfIntent: 'NONE' });
        em.persist(membership);
        return membership.id;
      }),

    leave: (moment: Date, id: string) =>
      change(moment, async em => (await em.findOneOrFail(Membership, { id }, { populate: ['idea'] })).end()),

    apply: (moment: Date, ideaId: string, callId: string, told: Partial<ApplicationState> = {}) =>
      change(moment, async em => {
        const application = Object.assign(new Application(), {
          id: newId('application'),
          idea: ref(await em.findOneOrFail(Idea, { id: ideaId })),
          call: ref(await em.findOneOrFail(FundingCall, { id: callId })),
          status: 'DRAFT',
          createdAt: now(),
          updatedAt: now(),
          ...stored(told),
        });
        say(application, 'APPLICATION_STARTED');
        em.persist(application);
        return application.id;
      }),

    updateApplication: (moment: Date, id: string, changes: Partial<ApplicationState>) =>
      change(moment, async em => {
        const application = await em.findOneOrFail(Application, { id });
        Object.assign(application, stored(changes));
        say(application, 'APPLICATION_UPDATED');
      }),

    plan: (moment: Date, ideaId: string, startsOn: string, endsOn: string) =>
      change(moment, async em => {
        const project = Object.assign(new Project(), {
          id: newId('project'),
          idea: ref(await em.findOneOrFail(Idea, { id: ideaId })),
          startsOn,
          endsOn,
          budget: Money.of({ amount: '1000000', currency: 'SEK' }),
          createdAt: now(),
          updatedAt: now(),
        });
        say(project, 'PROJECT_PLANNED');
        em.persist(project);
        return project.id;
      }),

    replan: (moment: Date, id: string, changes: { startsOn?: string; endsOn?: string }) =>
      change(moment, async em => {
        const project = await em.findOneOrFail(Project, { id });
        Object.assign(project, changes);
        say(project, 'PROJECT_UPDATED');
      }),
  };
}

export type World = ReturnType<typeof worldOf>;

export interface ApplicationState {
  status: ApplicationStatus;
  requested: { amount: string; currency: string } | null;
  coFinancing: { amount: string; currency: string } | null;
  granted: { amount: string; currency: string } | null;
  deadline: Date | null;
}

function stored(changes: Partial<ApplicationState>): object {
  const money = (['requested', 'coFinancing', 'granted'] as const).filter(field => changes[field]);
  return { ...changes, ...Object.fromEntries(money.map(field => [field, Money.of(changes[field]!)])) };
}
