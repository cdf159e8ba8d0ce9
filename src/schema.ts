import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { CreateApiKeyResolver } from './access/create-api-key.resolver.js';
import { RevokeApiKeyResolver } from './access/revoke-api-key.resolver.js';
import { ViewerResolver } from './access/viewer.resolver.js';
import { ActivityResolver, IdeaActivityResolver } from './activity/activity.resolver.js';
import { ApplicationResolver } from './applications/application.resolver.js';
import { AddMemberResolver } from './consortia/add-member.resolver.js';
import { ConsortiumResolver, IdeaConsortiumResolver, MembershipResolver } from './consortia/consortium.resolver.js';
import { EndMembershipResolver } from './consortia/end-membership.resolver.js';
import { UpdateMemberResolver } from './consortia/update-member.resolver.js';
import { CreateFocusAreaResolver } from './focus-areas/create-focus-area.resolver.js';
import { FocusAreaResolver } from './focus-areas/focus-area.resolver.js';
import { UpdateFocusAreaResolver } from './focus-areas/update-focus-area.resolver.js';
import { CancelFundingCallResolver } from './funding-calls/cancel-funding-call.resolver.js';
import { CreateFundingCallResolver } from './funding-calls/create-funding-call.resolver.js';
import { FundingCallResolver } from './funding-calls/funding-call.resolver.js';
import { PublishFundingCallResolver } from './funding-calls/publish-funding-call.resolver.js';
import { UpdateFundingCallResolver } from './funding-calls/update-funding-call.resolver.js';
import { CreateIdeaResolver } from './ideas/create-idea.resolver.js';
import { IdeaResolver, StageTransitionResolver } from './ideas/idea.resolver.js';
import { IdeaReadinessResolver, RequirementResolver } from './ideas/readiness.resolver.js';
import { UpdateIdeaResolver } from './ideas/update-idea.resolver.js';
import { CreatePartnerResolver } from './partners/create-partner.resolver.js';
import { PartnerResolver } from './partners/partner.resolver.js';
import { UpdatePartnerResolver } from './partners/update-partner.resolver.js';
import { PipelineConversionResolver } from './pipeline/conversion.resolver.js';
import { DeadlineWarningResolver, PipelineDeadlinesResolver } from './pipeline/deadlines.resolver.js';
import { PipelineForecastResolver } from './pipeline/forecast.resolver.js';
import { PipelineFundingResolver } from './pipeline/funding.resolver.js';
import { PipelineGoalResolver, ProgrammeGoalResolver } from './pipeline/goal.resolver.js';
import { PipelineHistoryResolver } from './pipeline/history.resolver.js';
import { PartnerPipelineResolver, PipelineCellResolver, PipelineResolver } from './pipeline/pipeline.resolver.js';
import { NodeResolver } from './reading/node.resolver.js';
import { DateTime } from './shared/scalars.js';

/** Every door of the API, noun by noun; the order is that of the printed schema. */
const RESOLVERS: NonEmptyArray<Function> = [
  ViewerResolver,
  NodeResolver,
  IdeaResolver,
  StageTransitionResolver,
  IdeaReadinessResolver,
  RequirementResolver,
  CreateIdeaResolver,
  UpdateIdeaResolver,
  IdeaConsortiumResolver,
  ConsortiumResolver,
  MembershipResolver,
  AddMemberResolver,
  UpdateMemberResolver,
  EndMembershipResolver,
  ApplicationResolver,
  PartnerResolver,
  CreatePartnerResolver,
  UpdatePartnerResolver,
  FocusAreaResolver,
  CreateFocusAreaResolver,
  UpdateFocusAreaResolver,
  FundingCallResolver,
  CreateFundingCallResolver,
  UpdateFundingCallResolver,
  PublishFundingCallResolver,
  CancelFundingCallResolver,
  PipelineResolver,
  PipelineCellResolver,
  PipelineFundingResolver,
  PipelineConversionResolver,
  PipelineDeadlinesResolver,
  DeadlineWarningResolver,
  PipelineHistoryResolver,
  PipelineForecastResolver,
  PipelineGoalResolver,
  ProgrammeGoalResolver,
  PartnerPipelineResolver,
  ActivityResolver,
  IdeaActivityResolver,
  CreateApiKeyResolver,
  RevokeApiKeyResolver,
];

/** The API's schema, before it is joined to the statements that answer it. */
export function buildApiSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: RESOLVERS,
    validate: false,
    scalarsMap: [{ type: Date, scalar: DateTime }],
  });
}
