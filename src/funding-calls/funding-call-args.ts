import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ForwardArgs, PageArgs } from '../reading/connections/page.js';
import { searchedIn } from '../reading/search/search-text.js';
import { Money } from '../shared/money.js';
import { SortDirection } from '../shared/sort-direction.js';
import { CallStatus } from './call-status.js';
import { FundingCallOrderField } from './funding-call-list.js';

@InputType('FundingCallFilter', {
  description: 'Which funding calls. Every condition given must hold; within a list, one is enough.',
})
export class FundingCallFilter {
  @Field(() => String, {
    nullable: true,
    description: searchedIn('identifier, title, summary, programme and funder'),
  })
  text?: string | null;

  @Field(() => [ID], { nullable: true, description: 'One of these.' })
  ids?: string[] | null;

  @Field(() => [CallStatus], { nullable: true, description: 'In one of these statuses now.' })
  statuses?: CallStatus[] | null;

  @Field(() => [String], { nullable: true, description: 'Of one of these programmes, written exactly so.' })
  programmes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of one of these funders, written exactly so.' })
  funders?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Suiting one of these focus areas, by code; an area matches its parts too.',
  })
  focusAreas?: string[] | null;

  @Field(() => Date, { nullable: true, description: 'With a next deadline after this moment.' })
  deadlineAfter?: Date | null;

  @Field(() => Date, { nullable: true, description: 'With a next deadline before this moment.' })
  deadlineBefore?: Date | null;

  @Field(() => Money, {
    nullable: true,
    description: 'With a budget of at least this, in the same currency; calls without a known budget are left out.',
  })
  minBudget?: Money | null;

  @Field(() => Date, { nullable: true, description: 'Changed at this moment or later.' })
  updatedSince?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Last changed before this moment.' })
  updatedBefore?: Date | null;
}

@InputType('FundingCallOrder', { description: 'The order of a list of funding calls. Equals are ordered by id.' })
export class FundingCallOrder {
  @Field(() => FundingCallOrderField, { description: 'What to order by.' })
  field!: FundingCallOrderField;

  @Field(() => SortDirection, { description: 'Which end comes first.' })
  direction!: SortDirection;
}

@ArgsType()
export class FundingCallPageArgs extends PageArgs {
  @Field(() => FundingCallFilter, { nullable: true, description: 'Which calls; all the viewer may see when left out.' })
  filter?: FundingCallFilter | null;

  @Field(() => FundingCallOrder, {
    nullable: true,
    description: 'The order; without it by next deadline, or the best matches when there is a text.',
  })
  orderBy?: FundingCallOrder | null;
}

@ArgsType()
export class FundingCallForwardArgs extends ForwardArgs {
  @Field(() => FundingCallFilter, { nullable: true, description: 'Which calls; all the viewer may see when left out.' })
  filter?: FundingCallFilter | null;
}
