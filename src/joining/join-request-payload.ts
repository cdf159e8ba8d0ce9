import { Field, ObjectType } from 'type-graphql';
import { Membership } from '../consortia/membership.js';
import { Idea } from '../ideas/idea.js';
import { MutationPayload } from '../shared/user-error.js';
import { JoinRequest } from './join-request.js';

@ObjectType('JoinRequestPayload', {
  implements: MutationPayload,
  description: 'The request to join and its idea after the change, and the membership that it became.',
})
export class JoinRequestPayload extends MutationPayload {
  @Field(() => JoinRequest, { nullable: true, description: 'The request as it is now; null when nothing was changed.' })
  joinRequest?: JoinRequest | null;

  @Field(() => Membership, { nullable: true, description: 'The membership that it became; null unless accepted now.' })
  membership?: Membership | null;

  @Field(() => Idea, {
    nullable: true,
    description: 'Its idea as it is now; null when nothing was changed, or when the viewer sees it no longer.',
  })
  idea?: Idea | null;
}
