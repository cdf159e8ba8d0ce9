import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Partner } from '../../partners/partner.js';
import { wordsOf } from '../../shared/described-enum.js';
import { KeyGrant, Role } from '../../shared/roles.js';
import { ApiKey } from '../keys/api-key.js';

@Entity()
@Check({
  name: 'session_of_key_or_subject',
  expression:
    '(api_key_id is null) <> (subject is null) and (subject is null) = (role is null) and (subject is null) = (name is null)',
})
@ObjectType('Session', {
  description: 'A sign-in in a browser. Seen by whoever signed in alike: with the same key, or as the same subject.',
})
export class Session {
  @PrimaryKey({ type: 'text' })
  @Field(() => ID, { description: 'The TypeID of the session, which lets nobody in.' })
  readonly id!: string;

  /** SHA-256 of what the browser keeps, in hex. */
  @Property({ type: 'text', hidden: true })
  @Unique()
  hash!: string;

  /** The key that signed in: the session has its rights, and falls with it. */
  @ManyToOne(() => ApiKey, { ref: true, nullable: true, deleteRule: 'cascade' })
  @Index({ name: 'session_api_key_id' })
  apiKey?: Ref<ApiKey> | null;

  /** Else the subject of a token, with the name, role, partner and grants that its claims gave. */
  @Property({ type: 'text', nullable: true })
  @Index({ name: 'session_subject' })
  subject?: string | null;

  @Property({ type: 'text', nullable: true })
  name?: string | null;

  @Enum({ items: () => wordsOf(Role), type: 'text', nullable: true })
  role?: Role | null;

  @ManyToOne(() => Partner, { ref: true, nullable: true, deleteRule: 'cascade' })
  partner?: Ref<Partner> | null;

  @Enum({ items: () => wordsOf(KeyGrant), array: true, type: 'text[]' })
  grants: KeyGrant[] & Opt = [];

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What signed in, in a few words such as "Firefox, Windows"; null where it did not say.',
  })
  device?: string | null;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it signed in, UTC.' })
  createdAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it was last used, UTC, to the minute.' })
  lastUsedAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  @Index({ name: 'session_ends_at' })
  @Field(() => Date, { description: 'When it ends however much it is used, UTC.' })
  endsAt!: Date;

  /** So long after it was last used it ends by itself. */
  @Property({ type: 'integer' })
  idleMinutes!: number;
}

/** When a session ends unless it is used before, in a statement. */
export function endsUnused(session: string): string {
  return `least(${session}.ends_at, ${session}.last_used_at + ${session}.idle_minutes * interval '1 minute')`;
}

/** Whether a session goes on, in a statement: of the row under an alias, at a moment. Its key is looked at beside it. */
export function sessionLasts(session: string, moment: string): string {
  return `${endsUnused(session)} > ${moment}`;
}
