import type { EntityClass, MikroORM } from '@mikro-orm/core';
import { Actor } from './access/actor.js';
import { ApiKey } from './access/keys/api-key.js';
import { Session } from './access/sessions/session.js';
import * as visible from './access/visibility.js';
import { activityFromUnitOfWork } from './activity/activity-writer.js';
import { Activity } from './activity/activity.js';
import { Audited } from './activity/audited.js';
import { Application } from './applications/application.js';
import { Membership } from './consortia/membership.js';
import { JoinRequest } from './joining/join-request.js';
import type { Mapping } from './database/mapping.js';
import { FocusArea } from './focus-areas/focus-area.js';
import { CallSource } from './funding-calls/sources/call-source.js';
import { FundingCall } from './funding-calls/funding-call.js';
import { Idea } from './ideas/idea.js';
import { StageTransition } from './ideas/moves/stage-transition.js';
import { Link } from './links/link.js';
import { NoticeSubscription } from './notices/notice-subscription.js';
import { Mailed } from './notices/sending/mailed.js';
import { Partner } from './partners/partner.js';
import { GatePolicy } from './programmes/gate-policy.js';
import { Programme } from './programmes/programme.js';
import { Indicator } from './projects/plan/indicator.js';
import { Measurement } from './projects/plan/measurement.js';
import { Milestone } from './projects/plan/milestone.js';
import { Outcome } from './projects/plan/outcome.js';
import { PlanPart } from './projects/plan/plan-part.js';
import { ProjectBaseline } from './projects/project-baseline.js';
import { Project } from './projects/project.js';
import type { ReadPolicy } from './reading/policy.js';
import type { IdPrefix } from './shared/ids.js';
import { Money } from './shared/money.js';
import { LocalizedText } from './shared/text/localized-text.js';
import { StatusUpdate } from './status-updates/status-update.js';
import { WebhookDelivery } from './webhooks/delivery.js';
import { Webhook } from './webhooks/webhook.js';

/** All that must be said of something stored. What the log leaves out is said by the noun itself (`unlogged`). */
export interface Noun {
  readonly entity: EntityClass<object>;
  /** Who sees a row of it. */
  readonly visible: visible.Rule;
  /** Whether `node(id)` reads it; what is not is reached by way of what holds it. */
  readonly isNode: boolean;
  /** Whether the activity log tells of every change to it. */
  readonly isLogged: boolean;
  /** What `asOf` shows of it: as it was then, or as it is now. */
  readonly past: 'THEN' | 'NOW';
}

const USUAL = { isNode: true, isLogged: true, past: 'THEN' } as const;

/** Everything that is stored and has an id, by the prefix of its ids: the one list. Forgetting one does not compile. */
export const NOUNS: Readonly<Record<IdPrefix, Noun>> = {
  programme: { ...USUAL, entity: Programme, visible: visible.everybody, past: 'NOW' },
  partner: { ...USUAL, entity: Partner, visible: visible.everybody },
  focus: { ...USUAL, entity: FocusArea, visible: visible.everybody, past: 'NOW' },
  idea: { ...USUAL, entity: Idea, visible: visible.ideaVisible },
  transition: { ...USUAL, entity: StageTransition, visible: visible.ofVisibleIdea, isNode: false },
  membership: { ...USUAL, entity: Membership, visible: visible.ofVisibleIdea },
  call: { ...USUAL, entity: FundingCall, visible: visible.callVisible },
  application: { ...USUAL, entity: Application, visible: visible.applicationVisible },
  project: { ...USUAL, entity: Project, visible: visible.ofVisibleIdea },
  milestone: { ...USUAL, entity: Milestone, visible: visible.ofVisibleProject },
  outcome: { ...USUAL, entity: Outcome, visible: visible.ofVisibleProject },
  indicator: { ...USUAL, entity: Indicator, visible: visible.ofVisibleProject },
  // Reached by way of its indicator alone, which is seen or not.
  measurement: { ...USUAL, entity: Measurement, visible: visible.everybody, isNode: false },
  status: { ...USUAL, entity: StatusUpdate, visible: visible.insideItsIdea },
  link: { ...USUAL, entity: Link, visible: visible.insideItsIdea },
  join: { ...USUAL, entity: JoinRequest, visible: visible.joinRequestVisible },
  activity: { ...USUAL, entity: Activity, visible: visible.activityVisible },
  // The log does not tell when a key was last used, who signs in, where a webhook stands in it, whom mails go to, and what became of what was sent.
  key: { entity: ApiKey, visible: visible.keyVisible, isNode: true, isLogged: false, past: 'NOW' },
  session: { entity: Session, visible: visible.ownAlone, isNode: false, isLogged: false, past: 'NOW' },
  notice: { entity: NoticeSubscription, visible: visible.ownAlone, isNode: true, isLogged: false, past: 'NOW' },
  webhook: { entity: Webhook, visible: visible.webhookVisible, isNode: true, isLogged: false, past: 'NOW' },
  delivery: { entity: WebhookDelivery, visible: visible.deliveryVisible, isNode: true, isLogged: false, past: 'NOW' },
};

const BY_NAME = new Map(Object.values(NOUNS).map(noun => [noun.entity.name, noun]));

/** What is stored, and what writes its activity. */
export const MAPPING: Mapping = {
  entities: [
    LocalizedText,
    Money,
    GatePolicy,
    Actor,
    CallSource,
    ProjectBaseline,
    Audited,
    Mailed,
    PlanPart,
    ...BY_NAME.values().map(({ entity }) => entity),
  ],
  subscribers: [activityFromUnitOfWork],
  /** Tables without an entity. */
  others: ['activity_head', 'idempotent_request', 'import_source', 'search_document', 'search_word'],
};

/** What reading is handed of them. */
export const READ_POLICY: ReadPolicy = {
  visible(entity, row, viewer) {
    const noun = BY_NAME.get(entity);
    if (!noun) throw new Error(`no rule says who sees ${entity}`);
    return noun.visible(row, viewer);
  },
  isLogged: entity => BY_NAME.get(entity)?.isLogged ?? false,
  nodes: new Map(
    Object.entries(NOUNS).flatMap(([prefix, { isNode, entity }]) => (isNode ? [[prefix, entity.name]] : [])),
  ),
};

/** The nouns as the mapper knows them, by name. */
export function entitiesOf(orm: Pick<MikroORM, 'getMetadata'>) {
  return new Map([...orm.getMetadata()].map(meta => [meta.className, meta] as const));
}
