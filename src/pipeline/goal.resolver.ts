import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Idea } from '../ideas/idea.js';
import { NeedsSql, SqlResult } from '../reading/sql-fields.js';
import { GOAL, type Goal, goalOf, ProgrammeGoal } from './goal.js';
import { Pipeline } from './pipeline-types.js';

@Resolver(() => Pipeline)
export class PipelineGoalResolver {
  @FieldResolver(() => ProgrammeGoal, {
    description:
      'How far the programmes that the filter holds have kept their promises together: all of them, where it says nothing of programmes.',
  })
  @NeedsSql(GOAL)
  goal(@SqlResult() goal: Goal): ProgrammeGoal {
    return goalOf(goal);
  }
}

@Resolver(() => ProgrammeGoal)
export class ProgrammeGoalResolver {
  @FieldResolver(() => [Idea], {
    description:
      'The five ACTIVE ideas that are closest to PROJECT: the last stages first, there the furthest application (GRANTED, UNDER_REVIEW, SUBMITTED, DRAFT), then the longest there.',
  })
  closest(@Root() { brought }: ProgrammeGoal, @Info() { path }: GraphQLResolveInfo) {
    return brought[path.key];
  }
}
