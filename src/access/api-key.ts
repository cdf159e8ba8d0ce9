import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Audited } from '../activity/audited.js';
import { Partner } from '../partners/partner.js';
import { wordsOf } from '../shared/described-enum.js';
import { Node } from '../shared/node.js';
import { KeyGrant, Role } from './roles.js';

@Entity()
@Check({ name: 'api_key_partner_of_partner', expression: "role <> 'PARTNER' or partner_id is not null" })
@Check({ name: 'api_key_grants_of_integrator', expression: "role = 'INTEGRATOR' or grants = '{}'" })
@ObjectType('ApiKey', {
  implements: Node,
  description: 'A key to this API. Administrators see all keys, others their own. The secret itself is not stored.',
})
export class ApiKey extends Audited {
  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is for; shown as the actor of what it does. No personal names.' })
  name!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The beginning of the secret, enough to recognise it.' })
  prefix!: string;

  /** SHA-256 of the secret, in hex. The secret has 160 random bits, so a slow hash would add nothing. */
  @Property({ type: 'text', hidden: true })
  @Unique()
  hash!: string;

  @Enum({ items: () => wordsOf(Role), type: 'text' })
  @Field(() => Role, { description: 'What it may do.' })
  role!: Role;

  @ManyToOne(() => Partner, { ref: true, nullable: true })
  @Field(() => Partner, { nullable: true, description: 'The partner it acts for; null for integrators.' })
  partner?: Ref<Partner> | null;

  @Enum({ items: () => wordsOf(KeyGrant), array: true, type: 'text[]' })
  @Field(() => [KeyGrant], { description: 'What an integrator may see beyond the ordinary; empty for other roles.' })
  grants: KeyGrant[] & Opt = [];

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it was created, UTC.' })
  createdAt!: Date;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was last used, UTC, to the minute; null when never.' })
  lastUsedAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it stops working, UTC; null for never.' })
  expiresAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was revoked, UTC; null while it works.' })
  revokedAt?: Date | null;
}
