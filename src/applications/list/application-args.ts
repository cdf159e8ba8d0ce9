import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../reading/connections/page.js';
import { SortDirection } from '../../shared/sort-direction.js';
import { Duration } from '../../shared/values/scalars.js';
import { ApplicationStatus } from '../application-status.js';
import { ApplicationOrderField } from './application-list.js';

@InputType('ApplicationFilter', {
  description: 'Which applications. Every condition given must hold; within a list, one is enough.',
})
export class ApplicationFilter {
  @Field(() => [ApplicationStatus], { nullable: true, description: 'In one of these statuses.' })
  statuses?: ApplicationStatus[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of one of these ideas, by id.' })
  ideas?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'To one of these funding calls, by id.' })
  fundingCalls?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Of an idea that one of these partners owns or is a current member of; by id.',
  })
  partners?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of an idea of one of these programmes, by code.' })
  programmes?: string[] | null;

  @Field(() => Duration, {
    nullable: true,
    description:
      'Whose deadline lies ahead and within this time from now, whatever the status: P90D is the next 90 days.',
  })
  deadlineWithin?: string | null;

  @Field(() => Duration, {
    nullable: true,
    description: 'Decided within this time: P1Y is the last year.',
  })
  decidedWithin?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: of an idea that the viewer's partner owns or is a current member of. False: all others.",
  })
  mine?: boolean | null;
}

@InputType('ApplicationOrder', { description: 'The order of a list of applications. Equals are ordered by id.' })
export class ApplicationOrder {
  @Field(() => ApplicationOrderField, { description: 'What to order by.' })
  field!: ApplicationOrderField;

  @Field(() => SortDirection, { description: 'Which end comes first.' })
  direction!: SortDirection;
}

@ArgsType()
export class ApplicationPageArgs extends PageArgs {
  @Field(() => ApplicationFilter, {
    nullable: true,
    description: 'Which applications; all the viewer may see when left out.',
  })
  filter?: ApplicationFilter | null;

  @Field(() => ApplicationOrder, {
    nullable: true,
    description: 'The order; without it those started last come first.',
  })
  orderBy?: ApplicationOrder | null;
}
