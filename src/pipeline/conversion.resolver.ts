import { Field, Float, Int, ObjectType, Resolver } from 'type-graphql';
import { Stage } from '../ideas/stages.js';
import { SqlField } from '../reading/sql-fields.js';
import { sql } from '../reading/sql.js';
import { Pipeline } from './pipeline-types.js';

@ObjectType('StageConversion', { description: 'One step of the path: how many ideas take it, and how long they wait.' })
export class StageConversion {
  @Field(() => Stage, { description: 'The stage before the step.' })
  from!: Stage;

  @Field(() => Stage, { description: 'The stage after it.' })
  to!: Stage;

  @Field(() => Int, { description: 'How many ideas have ever been in the stage before.' })
  entered!: number;

  @Field(() => Int, { description: 'How many of them have ever advanced from it, even if they were returned later.' })
  advanced!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Advanced over entered, 0 to 1; null when none has entered. Ideas that are still there may advance one day.',
  })
  rate?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The median of the whole days from entering the stage to advancing, over all advances; null when there are none.',
  })
  medianDays?: number | null;
}

@Resolver(() => Pipeline)
export class PipelineConversionResolver {
  @SqlField(
    () => [StageConversion],
    { description: 'The three steps of the path, in order.' },
    () => sql`(select json_agg(json_build_object('from', passed.stage, 'to', passed.next, 'entered', passed.entered, 'advanced', passed.advanced,
      'rate', passed.advanced::float8 / nullif(passed.entered, 0), 'medianDays', passed.median) order by passed.place) from passed)`,
  )
  conversion!: StageConversion[];
}
