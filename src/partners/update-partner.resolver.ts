import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { permitFor } from '../access/policy.js';
import type { Context } from '../context/context.js';
import { changesOf } from '../shared/changes.js';
import type { Viewer } from '../shared/viewer.js';
import { Partner } from './partner.js';
import { DESCRIBING_PARTNER, FOR_ADMINISTRATORS, type PartnerDescription } from './partner-description.js';
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
  @Mutation(() => PartnerPayload, {
    description:
      "Changes a partner's particulars. For administrators, and for the partner its own region, web site, description and contact.",
  })
  updatePartner(
    @Arg('input', () => UpdatePartnerInput, { description: 'The changes.' }) input: UpdatePartnerInput,
    @Ctx() context: Context,
  ) {
    return context.change(PartnerPayload, async em => {
      const changes = changesOf(input, DESCRIBING_PARTNER);
      permitChanges(context.viewer, input.id, changes);
      const partner = await context.load(em, Partner, input);
      partner.update(changes);
      return { partner };
    });
  }
}

/** A partner changes of itself what only it knows; what others rest on is for administrators. */
function permitChanges(viewer: Viewer, id: string, changes: Partial<PartnerDescription>): void {
  if (viewer.role !== 'PARTNER' || viewer.partnerId !== id) return permitFor(viewer, 'MANAGE_PARTNERS');
  for (const field of FOR_ADMINISTRATORS) if (field in changes) permitFor(viewer, 'MANAGE_PARTNERS', [field]);
}
