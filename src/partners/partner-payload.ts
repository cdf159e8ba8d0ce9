import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../shared/user-error.js';
import { Partner } from './partner.js';

@ObjectType('PartnerPayload', { implements: MutationPayload, description: 'The partner after the change.' })
export class PartnerPayload extends MutationPayload {
  @Field(() => Partner, { nullable: true, description: 'The partner as it is now; null when nothing was changed.' })
  partner?: Partner | null;
}
