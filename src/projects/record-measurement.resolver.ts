import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { permit } from '../ideas/idea-policy.js';
import type { Context } from '../context/context.js';
import { loadInside } from '../ideas/load-inside.js';
import { DateOnly, Decimal } from '../shared/values/scalars.js';
import { Indicator } from './plan/indicator.js';
import { Measurement } from './plan/measurement.js';
import { ProjectPayload } from './project-payload.js';

@InputType('RecordMeasurementInput', { description: 'A measured value.' })
export class RecordMeasurementInput {
  @Field(() => ID, { description: 'The TypeID of the indicator.' })
  indicatorId!: string;

  @Field(() => DateOnly, {
    description:
      'The day it holds for; one value a day, not ahead, and not before the first day of a project that has begun.',
  })
  on!: string;

  @Field(() => Decimal, { description: "The value, in the indicator's unit." })
  value!: string;
}

@Resolver()
export class RecordMeasurementResolver {
  @Mutation(() => ProjectPayload, {
    description: "Records a measurement of an indicator. For the idea's owner, its coordinator and administrators.",
  })
  recordMeasurement(
    @Arg('input', () => RecordMeasurementInput, { description: 'Which indicator, when and how much.' })
    input: RecordMeasurementInput,
    @Ctx() context: Context,
  ) {
    return context.change(ProjectPayload, async em => {
      const inside = { populate: ['project'], path: ['indicatorId'] };
      const { found: indicator, idea } = await loadInside(context, em, Indicator, { id: input.indicatorId }, inside);
      permit(context.viewer, 'MANAGE_PROJECT', idea.standing());
      em.persist(Measurement.record(indicator, input));
      return { project: indicator.project, idea };
    });
  }
}
