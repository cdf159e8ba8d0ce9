import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { changesOf } from '../shared/changes.js';
import { Partner } from './partner.js';
import { DESCRIBING_PARTNER } from './partner-description.js';
import { PartnerDetailsInput } from './partner-input.js';
import { PartnerPayload } from './partner-payload.js';
import { Sector } from './sectors.js';

@InputType('CreatePartnerInput', { description: 'A partner that has not been known before.' })
export class CreatePartnerInput extends PartnerDetailsInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The unique short name in addresses: small letters, digits and hyphens; made from the name when left out.',
  })
  slug?: string | null;

  @Field(() => String, { description: "The organisation's name, at most 200 characters." })
  name!: string;

  @Field(() => Sector, { description: 'The part of society it belongs to.' })
  sector!: Sector;

  @Field(() => String, {
    nullable: true,
    defaultValue: 'SE',
    description: 'ISO 3166-1 alpha-2 code of its country, in capitals or small letters.',
  })
  country?: string | null;
}

@Resolver()
export class CreatePartnerResolver {
  @Mutation(() => PartnerPayload, { description: 'Registers a partner. For administrators.' })
  createPartner(
    @Arg('input', () => CreatePartnerInput, { description: 'The partner.' }) input: CreatePartnerInput,
    @Ctx() context: Context,
  ) {
    return context.change(PartnerPayload, async em => {
      permitFor(context.viewer, 'MANAGE_PARTNERS');
      const partner = Partner.register(changesOf(input, ['slug', ...DESCRIBING_PARTNER]));
      em.persist(partner);
      return { partner };
    });
  }
}
