import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../../shared/user-error.js';
import { ApiKey } from './api-key.js';

@ObjectType('CreateApiKeyPayload', { implements: MutationPayload, description: 'The new key, with its secret.' })
export class CreateApiKeyPayload extends MutationPayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key; null when none was created.' })
  apiKey?: ApiKey | null;

  @Field(() => String, {
    nullable: true,
    description: 'The secret, ks3_…, for the Authorization header. It is shown this once and not stored.',
  })
  secret?: string | null;
}
