import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { changesOf } from '../shared/changes.js';
import { Partner } from './partner.js';
import { DESCRIBING_PARTNER } from './partner-description.js';
import { PartnerDetailsInput } from './partner-input.js';
import { PartnerPayload } from './partner-payload.js';
import { Sector } from './sectors.js';

@InputType('UpdatePartnerInput', {
  description: 'Changes to a partner. What is left out stays as it is; null empties what can be empty.',
})
export class UpdatePartnerInput extends PartnerDetailsInput {
  @Field(() => ID, { description: 'The TypeID of the partner.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version the change builds on; if the partner has moved on, the answer is CONFLICT.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: "The organisation's name." })
  name?: string;

  @Field(() => Sector, { nullable: true, description: 'The part of society it belongs to.' })
  sector?: Sector;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2 code of its country, in capitals or small letters.',
  })
  country?: string;
}

@Resolver()
export class UpdatePartnerResolver {
  @Mutation(() => PartnerPayload, { description: "Changes a partner's particulars. For administrators." })
  updatePartner(
    @Arg('input', () => UpdatePartnerInput, { description: 'The changes.' }) input: UpdatePartnerInput,
    @Ctx() context: Context,
  ) {
    return context.change(PartnerPayload, async em => {
      permitFor(context.viewer, 'MANAGE_PARTNERS');
      const partner = await context.load(em, Partner, input);
      partner.update(changesOf(input, DESCRIBING_PARTNER));
      return { partner };
    });
  }
}
