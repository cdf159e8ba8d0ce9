import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { changesOf } from '../shared/changes.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { WebAddress } from '../shared/scalars.js';
import { Partner } from './partner.js';
import { PartnerPayload } from './partner-payload.js';
import { Sector } from './sectors.js';

@InputType('CreatePartnerInput', { description: 'A partner that has not been known before.' })
export class CreatePartnerInput {
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
    description:
      'Swedish organisationsnummer, with or without hyphen. Numbers of sole traders are refused: they are personal identity numbers.',
  })
  organisationNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'EU Participant Identification Code, 9 digits.' })
  pic?: string | null;

  @Field(() => String, {
    nullable: true,
    defaultValue: 'SE',
    description: 'ISO 3166-1 alpha-2 code of its country, in capitals or small letters.',
  })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'NUTS region in that country: SE221 is Blekinge.' })
  nutsCode?: string | null;

  @Field(() => WebAddress, { nullable: true, description: "The organisation's web site." })
  website?: string | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What the organisation does.' })
  description?: LocalizedText | null;
}

@Resolver()
export class CreatePartnerResolver {
  @Mutation(() => PartnerPayload, { description: 'Registers a partner. For administrators.' })
  createPartner(
    @Arg('input', () => CreatePartnerInput, { description: 'The partner.' }) input: CreatePartnerInput,
    @Ctx() context: Context,
  ) {
    return context.change(PartnerPayload, async em => {
      permitFor(context.viewer, 'KEEP_PARTNERS');
      const fields = [
        'slug',
        'name',
        'sector',
        'organisationNumber',
        'pic',
        'country',
        'nutsCode',
        'website',
        'description',
      ] as const;
      const partner = Partner.register(changesOf(input, fields));
      em.persist(partner);
      return { partner };
    });
  }
}
