import { LockMode } from '@mikro-orm/core';
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { changesOf } from '../shared/changes.js';
import { refuse } from '../shared/refuse.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { DateOnly } from '../shared/values/scalars.js';
import { refuseIfMovedOn } from '../shared/versions.js';
import { GatePolicyInput } from './gate-policy.js';
import { DESCRIBING_PROGRAMME, Programme } from './programme.js';
import { ProgrammePayload } from './programme-payload.js';

@InputType('UpdateProgrammeInput', { description: 'Changes to a programme. What is left out stays.' })
export class UpdateProgrammeInput {
  @Field(() => String, { description: 'The code of the programme to change.' })
  code!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version the change builds on; if the programme has moved on, the answer is CONFLICT.',
  })
  expectedVersion?: number | null;

  @Field(() => LocalizedText, { nullable: true, description: 'The name, both languages at once.' })
  name?: LocalizedText;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'What it is for, both languages at once; null empties it.',
  })
  description?: LocalizedText | null;

  @Field(() => DateOnly, { nullable: true, description: 'Its first day; null empties it.' })
  startsOn?: string | null;

  @Field(() => DateOnly, { nullable: true, description: 'Its last day; null empties it.' })
  endsOn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it takes new ideas. Those of a closed programme go on under its rules.',
  })
  open?: boolean;

  @Field(() => Int, { nullable: true, description: 'How many large projects it promises, 0 to 1,000.' })
  requiredProjects?: number;

  @Field(() => GatePolicyInput, {
    nullable: true,
    description: 'Numbers of its gates. Steps to come are judged by them; none that was taken changes.',
  })
  gatePolicy?: GatePolicyInput | null;

  @Field(() => String, { nullable: true, description: 'Why, for the log; at most 2,000 characters.' })
  reason?: string | null;
}

@Resolver()
export class UpdateProgrammeResolver {
  @Mutation(() => ProgrammePayload, {
    description: 'Changes a programme or its gates, opens or closes it. For administrators.',
  })
  updateProgramme(
    @Arg('input', () => UpdateProgrammeInput, { description: 'The changes.' }) input: UpdateProgrammeInput,
    @Ctx() context: Context,
  ) {
    return context.change(ProgrammePayload, async em => {
      permitFor(context.viewer, 'MANAGE_PROGRAMMES');
      const found = await em.findOne(Programme, { code: input.code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const programme = found ?? refuse('NOT_FOUND', { path: ['code'] });
      refuseIfMovedOn(programme, input.expectedVersion);
      const { gatePolicy, reason } = input;
      programme.update({ ...changesOf(input, DESCRIBING_PROGRAMME), gatePolicy }, reason);
      return { programme };
    });
  }
}
