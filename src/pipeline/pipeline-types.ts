import { Field, Float, Int, ObjectType } from 'type-graphql';
import { FocusArea } from '../focus-areas/focus-area.js';
import { IdeaState, Stage } from '../ideas/stages.js';

@ObjectType('Pipeline', {
  description:
    'The figures of all ideas that the viewer may see and the filter holds for, at one moment. All of them come from one statement, so they never disagree.',
})
export class Pipeline {}

@ObjectType('StageSummary', { description: 'The ideas in one stage.' })
export class StageSummary {
  @Field(() => Stage, { description: 'The stage.' })
  stage!: Stage;

  @Field(() => Int, {
    description: 'How many ideas are in it, in whatever state: it stays when an idea pauses or ends.',
  })
  count!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The median of the whole days since they entered the stage, of those that are ACTIVE or PAUSED; null when there are none.',
  })
  medianDaysInStage?: number | null;
}

@ObjectType('PipelineCell', { description: 'One cell of the matrix of focus areas and stages.' })
export class PipelineCell {
  @Field(() => Stage, { description: 'The stage.' })
  stage!: Stage;

  @Field(() => Int, {
    description: 'How many ideas, in whatever state, are in the area or a part of it, and in the stage.',
  })
  count!: number;

  /** What the cell's own field asks of the area, by key. */
  readonly brought!: Readonly<Record<string, FocusArea>>;
}

@ObjectType('StateCount', { description: 'The ideas in one state.' })
export class StateCount {
  @Field(() => IdeaState, { description: 'The state.' })
  state!: IdeaState;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('StageCount', { description: 'The ideas in one stage.' })
export class StageCount {
  @Field(() => Stage, { description: 'The stage.' })
  stage!: Stage;

  @Field(() => Int, { description: 'How many ideas, in whatever state.' })
  count!: number;
}
