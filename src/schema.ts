import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { CreateApiKeyResolver } from './access/keys/create-api-key.resolver.js';
import { CreateFeedTokenResolver } from './access/keys/create-feed-token.resolver.js';
import { RevokeApiKeyResolver } from './access/keys/revoke-api-key.resolver.js';
import { RotateApiKeyResolver } from './access/keys/rotate-api-key.resolver.js';
import { EndAllSessionsResolver } from './access/sessions/end-all-sessions.resolver.js';
import { EndSessionResolver } from './access/sessions/end-session.resolver.js';
import { SessionResolver, SessionsOfViewerResolver } from './access/sessions/session.resolver.js';
import { ViewerResolver } from './access/viewer.resolver.js';
import { ActivityResolver, IdeaActivityResolver } from './activity/activity.resolver.js';
import { RedactActivityResolver } from './activity/redaction/redact-activity.resolver.js';
import { RedactedResolver } from './activity/redaction/redacted.resolver.js';
import { FollowActivityResolver } from './activity/follow-activity.resolver.js';
import { AgendaItemResolver, AgendaResolver } from './agenda/agenda.resolver.js';
import { ApplicationResolver } from './applications/application.resolver.js';
import { AddMemberResolver } from './consortia/add-member.resolver.js';
import { ConsortiumResolver, IdeaConsortiumResolver, MembershipResolver } from './consortia/consortium.resolver.js';
import { EndMembershipResolver } from './consortia/end-membership.resolver.js';
import { UpdateMemberResolver } from './consortia/update-member.resolver.js';
import { CreateFocusAreaResolver } from './focus-areas/create-focus-area.resolver.js';
import { FocusAreaResolver } from './focus-areas/focus-area.resolver.js';
import { RetireFocusAreaResolver } from './focus-areas/retire-focus-area.resolver.js';
import { UpdateFocusAreaResolver } from './focus-areas/update-focus-area.resolver.js';
import { CallFundersResolver } from './funding-calls/description/call-funders.resolver.js';
import { CallsOfFocusAreaResolver } from './funding-calls/calls-of-focus-area.resolver.js';
import { CancelFundingCallResolver } from './funding-calls/moves/cancel-funding-call.resolver.js';
import { FundingCallPublishedResolver } from './funding-calls/funding-call-published.resolver.js';
import { CreateFundingCallResolver } from './funding-calls/create-funding-call.resolver.js';
import { FundingCallResolver } from './funding-calls/funding-call.resolver.js';
import { ImportFundingCallsResolver } from './funding-calls/exchange/import-funding-calls.resolver.js';
import { ImportCellResolver, ImportedRowResolver, ImportLeftOutResolver } from './imports/import-rows.resolver.js';
import { DeleteFundingCallDraftResolver } from './funding-calls/moves/delete-funding-call-draft.resolver.js';
import { PublishFundingCallResolver } from './funding-calls/moves/publish-funding-call.resolver.js';
import { UpdateFundingCallResolver } from './funding-calls/update-funding-call.resolver.js';
import { ActorResolver } from './access/actor.resolver.js';
import { CreateIdeaResolver } from './ideas/create-idea.resolver.js';
import { IdeaChangedResolver } from './ideas/idea-changed.resolver.js';
import { IdeaResolver, StageTransitionResolver } from './ideas/idea.resolver.js';
import {
  IdeasOfFocusAreaResolver,
  IdeasOfPartnerResolver,
  IdeasOfProgrammeResolver,
} from './ideas/list/ideas-of.resolver.js';
import { IdeaReadinessResolver, RequirementResolver } from './ideas/gates/readiness.resolver.js';
import { AdvanceIdeaResolver } from './ideas/moves/advance-idea.resolver.js';
import { CompleteIdeaResolver } from './ideas/moves/complete-idea.resolver.js';
import { DiscontinueIdeaResolver } from './ideas/moves/discontinue-idea.resolver.js';
import { PauseIdeaResolver } from './ideas/moves/pause-idea.resolver.js';
import { ResumeIdeaResolver } from './ideas/moves/resume-idea.resolver.js';
import { ReturnIdeaResolver } from './ideas/moves/return-idea.resolver.js';
import { TransferIdeaResolver } from './ideas/transfer-idea.resolver.js';
import { UpdateIdeaResolver } from './ideas/update-idea.resolver.js';
import { EndNoticeSubscriptionResolver } from './notices/end-notice-subscription.resolver.js';
import { FollowByEmailResolver } from './notices/follow-by-email.resolver.js';
import { NoticesOfViewerResolver } from './notices/notices-of-viewer.resolver.js';
import { UpdateNoticeSubscriptionResolver } from './notices/update-notice-subscription.resolver.js';
import { CreatePartnerResolver } from './partners/create-partner.resolver.js';
import { ImportIdeasResolver } from './ideas/exchange/import-ideas.resolver.js';
import { ImportPartnersResolver } from './partners/exchange/import-partners.resolver.js';
import { PartnerResolver } from './partners/partner.resolver.js';
import { MergePartnersResolver } from './merging/merge-partners.resolver.js';
import { UpdatePartnerResolver } from './partners/update-partner.resolver.js';
import { CorrectDecisionResolver } from './applications/decisions/correct-decision.resolver.js';
import { RecordInvitationResolver } from './applications/decisions/record-invitation.resolver.js';
import { RecordDecisionResolver } from './applications/decisions/record-decision.resolver.js';
import { ApplicationsResolver } from './applications/list/applications.resolver.js';
import { StartApplicationResolver } from './applications/start-application.resolver.js';
import { StartReviewResolver } from './applications/start-review.resolver.js';
import { SubmitApplicationResolver } from './applications/submit-application.resolver.js';
import { UpdateApplicationResolver } from './applications/update-application.resolver.js';
import { WithdrawApplicationResolver } from './applications/withdraw-application.resolver.js';
import { AddLinkResolver } from './links/add-link.resolver.js';
import { AnswerJoinRequestResolver } from './joining/answer-join-request.resolver.js';
import { AskToJoinResolver } from './joining/ask-to-join.resolver.js';
import { InviteMemberResolver } from './joining/invite-member.resolver.js';
import {
  JoinRequestResolver,
  JoinRequestsOfConsortiumResolver,
  JoinRequestsOfPartnerResolver,
} from './joining/join-request.resolver.js';
import { WithdrawJoinRequestResolver } from './joining/withdraw-join-request.resolver.js';
import { LinkResolver, LinksOfIdeaResolver } from './links/link.resolver.js';
import { RemoveLinkResolver } from './links/remove-link.resolver.js';
import { PostStatusUpdateResolver } from './status-updates/post-status-update.resolver.js';
import { StatusUpdatesOfIdeaResolver } from './status-updates/status-updates-of-idea.resolver.js';
import { CompleteMilestoneResolver } from './projects/complete-milestone.resolver.js';
import { PlanProjectResolver } from './projects/plan-project.resolver.js';
import { CorrectMeasurementResolver } from './projects/correct-measurement.resolver.js';
import { RecordMeasurementResolver } from './projects/record-measurement.resolver.js';
import { ProjectRevisionResolver, ProjectRevisionsResolver } from './projects/project-revisions.resolver.js';
import { ReviseProjectResolver } from './projects/revise-project.resolver.js';
import { ProjectsResolver } from './projects/list/projects.resolver.js';
import { UpdateOutcomeResolver } from './projects/update-outcome.resolver.js';
import { IndicatorResolver, MilestoneResolver, ProjectResolver } from './projects/project.resolver.js';
import { PipelineConversionResolver } from './pipeline/conversion.resolver.js';
import { DeadlineWarningResolver, PipelineDeadlinesResolver } from './pipeline/deadlines.resolver.js';
import { PipelineForecastResolver } from './pipeline/forecast/forecast.resolver.js';
import { CreateProgrammeResolver } from './programmes/create-programme.resolver.js';
import { ProgrammeResolver } from './programmes/programme.resolver.js';
import { UpdateProgrammeResolver } from './programmes/update-programme.resolver.js';
import { PipelineFundingResolver } from './pipeline/funding.resolver.js';
import { PipelineGoalResolver, ProgrammeGoalResolver } from './pipeline/goal.resolver.js';
import { PipelineGroupResolver, PipelineGroupsResolver } from './pipeline/groups/groups.resolver.js';
import {
  IndicatorTotalResolver,
  PipelineResultsResolver,
  ProgrammeResultsResolver,
} from './pipeline/results/results.resolver.js';
import { PipelineHistoryResolver } from './pipeline/history.resolver.js';
import { ProgrammePipelineResolver } from './pipeline/programme-pipeline.resolver.js';
import { PartnerPipelineResolver, PipelineCellResolver, PipelineResolver } from './pipeline/pipeline.resolver.js';
import {
  CallMatchesResolver,
  CallMatchResolver,
  IdeaMatchesResolver,
  IdeaMatchResolver,
  MatchReasonResolver,
} from './matching/matches.resolver.js';
import {
  PartnerMatchesResolver,
  PartnerMatchReasonResolver,
  PartnerMatchResolver,
} from './matching/partners/partner-matches.resolver.js';
import { CreateWebhookResolver } from './webhooks/moves/create-webhook.resolver.js';
import { DeleteWebhookResolver } from './webhooks/moves/delete-webhook.resolver.js';
import { RedeliverResolver } from './webhooks/moves/redeliver.resolver.js';
import { TestWebhookResolver } from './webhooks/moves/test-webhook.resolver.js';
import { UpdateWebhookResolver } from './webhooks/moves/update-webhook.resolver.js';
import { WebhookResolver } from './webhooks/webhook.resolver.js';
import { WebhooksOfViewerResolver } from './webhooks/webhooks-of-viewer.resolver.js';
import { NodeResolver } from './reading/nodes/node.resolver.js';
import { DateTime } from './shared/values/scalars.js';

/** Every door of the API, noun by noun; the order is that of the printed schema. */
const RESOLVERS: NonEmptyArray<Function> = [
  ViewerResolver,
  AgendaResolver,
  AgendaItemResolver,
  SessionsOfViewerResolver,
  SessionResolver,
  WebhooksOfViewerResolver,
  NodeResolver,
  IdeaResolver,
  ActorResolver,
  StageTransitionResolver,
  IdeaReadinessResolver,
  RequirementResolver,
  CreateIdeaResolver,
  UpdateIdeaResolver,
  TransferIdeaResolver,
  AdvanceIdeaResolver,
  ReturnIdeaResolver,
  PauseIdeaResolver,
  ResumeIdeaResolver,
  DiscontinueIdeaResolver,
  CompleteIdeaResolver,
  IdeaConsortiumResolver,
  ConsortiumResolver,
  MembershipResolver,
  AddMemberResolver,
  UpdateMemberResolver,
  EndMembershipResolver,
  JoinRequestsOfConsortiumResolver,
  JoinRequestResolver,
  AskToJoinResolver,
  InviteMemberResolver,
  AnswerJoinRequestResolver,
  WithdrawJoinRequestResolver,
  ApplicationsResolver,
  ApplicationResolver,
  StartApplicationResolver,
  UpdateApplicationResolver,
  SubmitApplicationResolver,
  StartReviewResolver,
  RecordInvitationResolver,
  RecordDecisionResolver,
  CorrectDecisionResolver,
  WithdrawApplicationResolver,
  ProjectsResolver,
  ProjectResolver,
  MilestoneResolver,
  IndicatorResolver,
  ProjectRevisionsResolver,
  ProjectRevisionResolver,
  PlanProjectResolver,
  ReviseProjectResolver,
  CompleteMilestoneResolver,
  UpdateOutcomeResolver,
  RecordMeasurementResolver,
  CorrectMeasurementResolver,
  StatusUpdatesOfIdeaResolver,
  PostStatusUpdateResolver,
  LinksOfIdeaResolver,
  LinkResolver,
  AddLinkResolver,
  RemoveLinkResolver,
  PartnerResolver,
  JoinRequestsOfPartnerResolver,
  IdeasOfPartnerResolver,
  CreatePartnerResolver,
  UpdatePartnerResolver,
  MergePartnersResolver,
  FocusAreaResolver,
  IdeasOfFocusAreaResolver,
  CallFundersResolver,
  CallsOfFocusAreaResolver,
  CreateFocusAreaResolver,
  UpdateFocusAreaResolver,
  RetireFocusAreaResolver,
  ProgrammeResolver,
  IdeasOfProgrammeResolver,
  CreateProgrammeResolver,
  UpdateProgrammeResolver,
  FundingCallResolver,
  CreateFundingCallResolver,
  UpdateFundingCallResolver,
  PublishFundingCallResolver,
  CancelFundingCallResolver,
  DeleteFundingCallDraftResolver,
  ImportCellResolver,
  ImportedRowResolver,
  ImportFundingCallsResolver,
  ImportIdeasResolver,
  ImportPartnersResolver,
  ImportLeftOutResolver,
  CallMatchesResolver,
  IdeaMatchesResolver,
  CallMatchResolver,
  IdeaMatchResolver,
  MatchReasonResolver,
  PartnerMatchesResolver,
  PartnerMatchResolver,
  PartnerMatchReasonResolver,
  PipelineResolver,
  PipelineCellResolver,
  PipelineFundingResolver,
  PipelineConversionResolver,
  PipelineDeadlinesResolver,
  DeadlineWarningResolver,
  PipelineHistoryResolver,
  PipelineForecastResolver,
  PipelineResultsResolver,
  ProgrammeResultsResolver,
  IndicatorTotalResolver,
  PipelineGroupsResolver,
  PipelineGroupResolver,
  PipelineGoalResolver,
  ProgrammePipelineResolver,
  ProgrammeGoalResolver,
  PartnerPipelineResolver,
  ActivityResolver,
  IdeaActivityResolver,
  RedactedResolver,
  RedactActivityResolver,
  FollowActivityResolver,
  IdeaChangedResolver,
  FundingCallPublishedResolver,
  CreateApiKeyResolver,
  CreateFeedTokenResolver,
  RevokeApiKeyResolver,
  RotateApiKeyResolver,
  EndSessionResolver,
  EndAllSessionsResolver,
  NoticesOfViewerResolver,
  FollowByEmailResolver,
  UpdateNoticeSubscriptionResolver,
  EndNoticeSubscriptionResolver,
  WebhookResolver,
  CreateWebhookResolver,
  UpdateWebhookResolver,
  TestWebhookResolver,
  DeleteWebhookResolver,
  RedeliverResolver,
];

/** Subscriptions read the activity log; what the schema builder would have them publish through is never used. */
const NO_PUB_SUB = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('subscriptions follow the activity log');
  },
};

/** The API's schema, before it is joined to the statements that answer it. */
export function buildApiSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: RESOLVERS,
    validate: false,
    pubSub: NO_PUB_SUB,
    scalarsMap: [{ type: Date, scalar: DateTime }],
  });
}
