import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { changesOf } from '../shared/changes.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { DateOnly } from '../shared/values/scalars.js';
import { GatePolicyInput } from './gate-policy.js';
import { DESCRIBING_PROGRAMME, Programme } from './programme.js';
import { ProgrammePayload } from './programme-payload.js';

@InputType('CreateProgrammeInput', { description: 'A new programme.' })
export class CreateProgrammeInput {
  @Field(() => String, {
    description:
      'The unique code, with which the codes of its ideas begin: at most 12 capital letters A–Z and digits. It stays for ever.',
  })
  code!: string;

  @Field(() => LocalizedText, { description: 'The name, at most 200 characters.' })
  name!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'What it is for.' })
  description?: LocalizedText | null;

  @Field(() => DateOnly, { nullable: true, description: 'Its first day.' })
  startsOn?: string | null;

  @Field(() => DateOnly, { nullable: true, description: 'Its last day.' })
  endsOn?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether it takes new ideas.' })
  open?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'How many large projects it promises, 0 to 1,000; usually 1.' })
  requiredProjects?: number | null;

  @Field(() => GatePolicyInput, {
    nullable: true,
    description: 'What its gates ask, where it is not what they usually ask.',
  })
  gatePolicy?: GatePolicyInput | null;
}

@Resolver()
export class CreateProgrammeResolver {
  @Mutation(() => ProgrammePayload, { description: 'Adds a programme. For administrators.' })
  createProgramme(
    @Arg('input', () => CreateProgrammeInput, { description: 'The programme.' }) input: CreateProgrammeInput,
    @Ctx() context: Context,
  ) {
    return context.change(ProgrammePayload, async em => {
      permitFor(context.viewer, 'MANAGE_PROGRAMMES');
      const { code, gatePolicy } = input;
      const given = DESCRIBING_PROGRAMME.filter(name => input[name] != null);
      const programme = Programme.define({ code, gatePolicy, ...changesOf(input, given) } as never);
      em.persist(programme);
      return { programme };
    });
  }
}
