import { Actor } from './access/actor.js';
import { ApiKey } from './access/keys/api-key.js';
import { Activity } from './activity/activity.js';
import { Audited } from './activity/audited.js';
import { Application } from './applications/application.js';
import { Membership } from './consortia/membership.js';
import { FocusArea } from './focus-areas/focus-area.js';
import { CallSource } from './funding-calls/call-source.js';
import { FundingCall } from './funding-calls/funding-call.js';
import { Idea } from './ideas/idea.js';
import { StageTransition } from './ideas/moves/stage-transition.js';
import { Partner } from './partners/partner.js';
import { Programme } from './programmes/programme.js';
import { Indicator } from './projects/indicator.js';
import { Measurement } from './projects/measurement.js';
import { Milestone } from './projects/milestone.js';
import { Outcome } from './projects/outcome.js';
import { Project } from './projects/project.js';
import { LocalizedText } from './shared/text/localized-text.js';
import { WebhookDelivery } from './webhooks/delivery.js';
import { Webhook } from './webhooks/webhook.js';
import { Money } from './shared/money.js';

/** Everything that is stored. */
export const ENTITIES = [
  LocalizedText,
  Money,
  Actor,
  CallSource,
  Audited,
  Programme,
  Partner,
  FocusArea,
  Idea,
  StageTransition,
  Membership,
  FundingCall,
  Application,
  Project,
  Milestone,
  Outcome,
  Indicator,
  Measurement,
  Activity,
  ApiKey,
  Webhook,
  WebhookDelivery,
];
