import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { changesOf } from '../shared/changes.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { WebAddress } from '../shared/scalars.js';
import { Partner } from './partner.js';
import { PartnerPayload } from './partner-payload.js';
import { Sector } from './sectors.js';

@InputType('UpdatePartnerInput', {
  description: 'Changes to a partner. What is left out stays as it is; null empties what can be empty.',
})
export class UpdatePartnerInput {
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

  @Field(() => String, { nullable: true, description: 'Swedish organisationsnummer, with or without hyphen.' })
  organisationNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'EU Participant Identification Code, 9 digits.' })
  pic?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2 code of its country, in capitals or small letters.',
  })
  country?: string;

  @Field(() => String, { nullable: true, description: 'NUTS region in its country.' })
  nutsCode?: string | null;

  @Field(() => WebAddress, { nullable: true, description: "The organisation's web site." })
  website?: string | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What the organisation does, both languages at once.' })
  description?: LocalizedText | null;
}

@Resolver()
export class UpdatePartnerResolver {
  @Mutation(() => PartnerPayload, { description: "Changes a partner's particulars. For administrators." })
  updatePartner(
    @Arg('input', () => UpdatePartnerInput, { description: 'The changes.' }) input: UpdatePartnerInput,
    @Ctx() context: Context,
  ) {
    return context.change(PartnerPayload, async em => {
      permitFor(context.viewer, 'KEEP_PARTNERS');
      const partner = await context.load(em, Partner, input);
      const fields = [
        'name',
        'sector',
        'organisationNumber',
        'pic',
        'country',
        'nutsCode',
        'website',
        'description',
      ] as const;
      partner.update(changesOf(input, fields));
      return { partner };
    });
  }
}
