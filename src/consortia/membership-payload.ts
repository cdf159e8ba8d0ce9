import { Field, ObjectType } from 'type-graphql';
import { Idea } from '../ideas/idea.js';
import { MutationPayload } from '../shared/user-error.js';
import { Membership } from './membership.js';

@ObjectType('MembershipPayload', {
  implements: MutationPayload,
  description: 'The membership and its idea after the change.',
})
export class MembershipPayload extends MutationPayload {
  @Field(() => Membership, {
    nullable: true,
    description: 'The membership as it is now; null when nothing was changed.',
  })
  membership?: Membership | null;

  @Field(() => Idea, { nullable: true, description: 'Its idea as it is now; null when nothing was changed.' })
  idea?: Idea | null;
}
