import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../reading/connections/page.js';
import { Duration } from '../../shared/values/scalars.js';

const PROGRAMMES = 'Of an idea of one of these programmes, by code.';
const MINE = "True: of an idea that the viewer's partner owns or is a current member of. False: all others.";

@InputType('ProjectFilter', {
  description: 'Which projects. Every condition given must hold; within a list, one is enough.',
})
export class ProjectFilter {
  @Field(() => [String], { nullable: true, description: PROGRAMMES })
  programmes?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Of an idea that one of these partners owns or is a current member of; by id.',
  })
  partners?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Of an idea in one of these focus areas, by code; an area matches its parts too.',
  })
  focusAreas?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: MINE })
  mine?: boolean | null;
}

@InputType('MilestoneFilter', { description: 'Which milestones. Every condition given must hold.' })
export class MilestoneFilter {
  @Field(() => Duration, {
    nullable: true,
    description: 'Due today (Swedish day) or within this time from now, completed or not, but not dropped.',
  })
  dueWithin?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: overdue. False: all others.' })
  overdue?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: completed. False: still to be completed. Dropped ones are neither.',
  })
  completed?: boolean | null;

  @Field(() => [String], { nullable: true, description: PROGRAMMES })
  programmes?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: MINE })
  mine?: boolean | null;
}

@ArgsType()
export class ProjectPageArgs extends PageArgs {
  @Field(() => ProjectFilter, { nullable: true, description: 'Which projects; all the viewer may see when left out.' })
  filter?: ProjectFilter | null;
}

@ArgsType()
export class MilestonePageArgs extends PageArgs {
  @Field(() => MilestoneFilter, {
    nullable: true,
    description: 'Which milestones; all the viewer may see when left out.',
  })
  filter?: MilestoneFilter | null;
}
