import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ForwardArgs, PageArgs } from '../../reading/connections/page.js';
import { searchedIn } from '../../reading/search/search-text.js';
import { IntRange } from '../../shared/int-range.js';
import { SortDirection } from '../../shared/sort-direction.js';
import { Health } from '../../status-updates/health.js';
import { EnvironmentalObjective, EuMission } from '../classification.js';
import { Duration } from '../../shared/values/scalars.js';
import { RequirementCode } from '../gates/gates.js';
import { IdeaOrderField } from './idea-list.js';
import { IdeaState, Stage } from '../stages.js';

@InputType('IdeaFilter', { description: 'Which ideas. Every condition given must hold; within a list, one is enough.' })
export class IdeaFilter {
  @Field(() => String, {
    nullable: true,
    description: searchedIn('code, title, summary, challenge, and the names of the owner and of current members'),
  })
  text?: string | null;

  @Field(() => [Stage], { nullable: true, description: 'In one of these stages.' })
  stages?: Stage[] | null;

  @Field(() => [IdeaState], { nullable: true, description: 'In one of these states.' })
  states?: IdeaState[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'In one of these focus areas, by code; an area matches its parts too.',
  })
  focusAreas?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Owned by one of these partners, or with one as a current member; by id.',
  })
  partners?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'With an application, in whatever status, to one of these funding calls; by id.',
  })
  fundingCalls?: string[] | null;

  @Field(() => [EnvironmentalObjective], { nullable: true, description: 'Contributing to one of these objectives.' })
  environmentalObjectives?: EnvironmentalObjective[] | null;

  @Field(() => [EuMission], { nullable: true, description: 'Contributing to one of these missions.' })
  missions?: EuMission[] | null;

  @Field(() => [String], { nullable: true, description: 'Of one of these programmes, by code.' })
  programmes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Owned by one of these partners; by id.' })
  owners?: string[] | null;

  @Field(() => [RequirementCode], {
    nullable: true,
    description:
      'Whose gate ahead asks for one of these and finds it not met. An idea whose requirement the viewer is not shown is left out, and so it is under not.',
  })
  missing?: RequirementCode[] | null;

  @Field(() => [Health], {
    nullable: true,
    description:
      'Whose newest status update says one of these. An idea that the viewer is not inside is left out, and so it is under not.',
  })
  health?: Health[] | null;

  @Field(() => IntRange, { nullable: true, description: 'With a technology readiness level in this range.' })
  technologyReadinessLevel?: IntRange | null;

  @Field(() => Duration, { nullable: true, description: 'Changed within this time: P14D is the last two weeks.' })
  updatedWithin?: string | null;

  @Field(() => Duration, { nullable: true, description: 'Created within this time.' })
  createdWithin?: string | null;

  @Field(() => Duration, { nullable: true, description: 'With a next deadline within this time from now.' })
  deadlineWithin?: string | null;

  @Field(() => Duration, { nullable: true, description: 'In its present stage for longer than this.' })
  inStageLongerThan?: string | null;

  @Field(() => Duration, {
    nullable: true,
    description: 'Neither it nor anything inside it has changed for longer than this.',
  })
  quietLongerThan?: string | null;

  @Field(() => Date, { nullable: true, description: 'Changed at or after this moment.' })
  updatedSince?: Date | null;

  @Field(() => Date, { nullable: true, description: 'With a next deadline before this moment.' })
  deadlineBefore?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: owned by the viewer's partner, or with it as a current member. False: all others.",
  })
  mine?: boolean | null;

  @Field(() => [IdeaFilter], {
    nullable: true,
    description: 'All of these hold, too. Filters may stand in filters five deep, and fifty in one.',
  })
  and?: IdeaFilter[] | null;

  @Field(() => [IdeaFilter], { nullable: true, description: 'At least one of these holds, too.' })
  or?: IdeaFilter[] | null;

  @Field(() => IdeaFilter, {
    nullable: true,
    description: 'This does not hold. What a viewer is not shown neither holds nor fails to.',
  })
  not?: IdeaFilter | null;
}

@InputType('IdeaOrder', { description: 'The order of a list of ideas. Equals are ordered by id.' })
export class IdeaOrder {
  @Field(() => IdeaOrderField, { description: 'What to order by.' })
  field!: IdeaOrderField;

  @Field(() => SortDirection, { description: 'Which end comes first.' })
  direction!: SortDirection;
}

const ORDER = 'The order; without it the last changed come first, or the best matches when there is a text.';

@ArgsType()
export class IdeasArgs extends PageArgs {
  @Field(() => IdeaFilter, { nullable: true, description: 'Which ideas; all the viewer may see when left out.' })
  filter?: IdeaFilter | null;

  @Field(() => IdeaOrder, { nullable: true, description: ORDER })
  orderBy?: IdeaOrder | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'A moment that is not ahead: the ideas and all that is inside them as they were then, by the same rules as pipeline(asOf:). Left out: now.',
  })
  asOf?: Date | null;
}

@ArgsType()
export class IdeaForwardArgs extends ForwardArgs {
  @Field(() => IdeaFilter, { nullable: true, description: 'Which ideas; all the viewer may see when left out.' })
  filter?: IdeaFilter | null;

  @Field(() => IdeaOrder, { nullable: true, description: ORDER })
  orderBy?: IdeaOrder | null;
}
