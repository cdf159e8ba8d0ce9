import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { permit } from '../ideas/idea-policy.js';
import { loadInside } from '../ideas/load-inside.js';
import { refuse } from '../shared/refuse.js';
import { DateOnly, Decimal } from '../shared/values/scalars.js';
import { Indicator } from './plan/indicator.js';
import { Measurement } from './plan/measurement.js';
import { ProjectPayload } from './project-payload.js';

@InputType('CorrectMeasurementInput', { description: 'What a recorded measurement ought to have been.' })
export class CorrectMeasurementInput {
  @Field(() => ID, { description: 'The TypeID of the indicator.' })
  indicatorId!: string;

  @Field(() => DateOnly, { description: 'The day of the measurement.' })
  on!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "The right value, in the indicator's unit; null when nothing was measured that day.",
  })
  value?: string | null;

  @Field(() => String, { description: 'Why it is corrected; at most 2,000 characters.' })
  reason!: string;
}

@Resolver()
export class CorrectMeasurementResolver {
  @Mutation(() => ProjectPayload, {
    description:
      "Corrects a recorded measurement, or takes it away; what was recorded stays in the history. For the idea's owner, its coordinator and administrators.",
  })
  correctMeasurement(
    @Arg('input', () => CorrectMeasurementInput, { description: 'Which measurement, and what is right.' })
    { indicatorId, on, value = null, reason }: CorrectMeasurementInput,
    @Ctx() context: Context,
  ) {
    return context.change(ProjectPayload, async em => {
      const inside = { populate: ['project'], path: ['indicatorId'] };
      const { found: indicator, idea } = await loadInside(context, em, Indicator, { id: indicatorId }, inside);
      permit(context.viewer, 'MANAGE_PROJECT', idea.standing());
      const measurement = await em.findOne(Measurement, { indicator, on });
      if (!measurement) refuse('NOT_FOUND', { path: ['on'], message: NOT_MEASURED });
      measurement.correct({ value, reason });
      if (value === null) em.remove(measurement);
      return { project: indicator.project, idea };
    });
  }
}

const NOT_MEASURED = {
  sv: 'Indikatorn har inget mätvärde för den dagen.',
  en: 'The indicator has no measurement for that day.',
};
