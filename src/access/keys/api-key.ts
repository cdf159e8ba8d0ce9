import { type Opt, type Ref, ref } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Audited } from '../../activity/audited.js';
import { Partner } from '../../partners/partner.js';
import { LONGEST, textFaults } from '../../shared/checks.js';
import { cleaned } from '../../shared/text/clean-text.js';
import { now } from '../../shared/time/clock.js';
import { wordsOf } from '../../shared/described-enum.js';
import { newId } from '../../shared/ids.js';
import { Node } from '../../shared/node.js';
import { refuse, refuseAny } from '../../shared/refuse.js';
import { KeyGrant, Role } from '../../shared/roles.js';
import { endFaults, lapseFrom, latestEnd, type NewFeedToken, NO_ROTATION, NO_SECRET } from './feed-token.js';
import { keptOf, newSecret, overlapFrom } from './secret.js';
import { ALREADY_REVOKED, KEY_ENDED } from './key-refusals.js';
import { type NewApiKey, outlivingFaults, type SignedIn, standingFaults, TOOLS_OF_WRITERS } from './standing.js';

@Entity()
@Check({ name: 'api_key_partner_of_partner', expression: "role <> 'PARTNER' or partner_id is not null" })
@Check({ name: 'api_key_grants_of_integrator', expression: "role = 'INTEGRATOR' or grants = '{}'" })
@Check({
  name: 'api_key_feed_token_ends',
  expression:
    'not feed_only or ((parent_id is not null or (subject is not null and lapses_at is not null)) and expires_at is not null)',
})
@Check({ name: 'api_key_tools_of_writers', expression: TOOLS_OF_WRITERS })
@Index({ name: 'api_key_parent_id', properties: ['parent'] })
@Index({
  name: 'api_key_subject',
  expression: 'create index api_key_subject on api_key (subject) where subject is not null',
})
@ObjectType('ApiKey', {
  implements: Node,
  description: 'A key to this API. Administrators see all keys, others their own. The secret itself is not stored.',
})
export class ApiKey extends Audited {
  static override readonly unlogged = new Set([
    ...Audited.unlogged,
    ...['hash', 'previousHash', 'previousEndsAt', 'subject', 'lapsesAt'],
  ]);
  static override readonly loggedBeside = new Set(['parent']);

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is for; shown as the actor of what it does. No personal names.' })
  name!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The beginning of the secret, enough to recognise it.' })
  prefix!: string;

  @Property({ type: 'text', hidden: true })
  @Unique()
  hash!: string;

  @Property({ type: 'text', nullable: true, hidden: true })
  @Unique()
  previousHash?: string | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: 'When the secret before the newest one stops working, UTC; null when it was never rotated.',
  })
  previousEndsAt?: Date | null;

  @Enum({ items: () => wordsOf(Role), type: 'text' })
  @Field(() => Role, { description: 'What it may do.' })
  role!: Role;

  @ManyToOne(() => Partner, { ref: true, nullable: true })
  @Field(() => Partner, { nullable: true, description: 'The partner it acts for; null for integrators.' })
  partner?: Ref<Partner> | null;

  @Enum({ items: () => wordsOf(KeyGrant), array: true, type: 'text[]' })
  @Field(() => [KeyGrant], { description: 'What an integrator may see beyond the ordinary; empty for other roles.' })
  grants: KeyGrant[] & Opt = [];

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the tools of an agent, at /mcp, may change things with it.' })
  toolsMayWrite: boolean & Opt = false;

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

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, {
    description:
      'Whether it is a feed token: it reads files, feeds and the calendar and nothing else, never money, letters of intent or mailboxes, and is the only kind that an address may carry.',
  })
  feedOnly: boolean & Opt = false;

  /** Who made it by a sign-in of their own, without a key that it could fall with. */
  @Property({ type: 'text', nullable: true })
  subject?: string | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, {
    nullable: true,
    description:
      'For a feed token made by a sign-in at an organisation: when it stops working unless its maker signs in before, UTC; null for others.',
  })
  lapsesAt?: Date | null;

  /** The key that made it: what comes of a key never outlives it, and falls with it. */
  @ManyToOne(() => ApiKey, { ref: true, nullable: true })
  @Field(() => ApiKey, {
    nullable: true,
    description:
      'The key that made it, and with which it falls; null for one made by an administrator or a sign-in at an organisation.',
  })
  parent?: Ref<ApiKey> | null;

  /** A new key and its secret. A secret of one's own choosing is for demo data. */
  static issue(wanted: NewApiKey, secret = newSecret()): Issued {
    const { name, role, partner, expiresAt, grants, toolsMayWrite } = wanted;
    refuseAny([...textFaults(['name'], name, LONGEST.name), ...standingFaults(wanted)]);
    const standing = {
      role,
      grants: grants ?? [],
      toolsMayWrite: toolsMayWrite ?? false,
      expiresAt: expiresAt ?? null,
    };
    const known = { id: newId('key'), name: cleaned(name), partner: partner ? ref(partner) : null, createdAt: now() };
    const apiKey = Object.assign(new ApiKey(), known, standing, keptOf(secret));
    apiKey.happened('API_KEY_CREATED');
    return { apiKey, secret };
  }

  /** A key that acts for the same partner. It ends with this one at the latest, and falls with it. */
  makeKey({ name, grants, toolsMayWrite, expiresAt: wanted }: Omit<NewApiKey, 'role' | 'partner'>): Issued {
    const expiresAt = wanted ?? this.expiresAt;
    refuseAny(outlivingFaults(expiresAt, this));
    const { role, partner } = this;
    const issued = ApiKey.issue({ name, grants, toolsMayWrite, role, partner: partner?.unwrap(), expiresAt });
    issued.apiKey.parent = ref(this);
    return issued;
  }

  /** A token for addresses, which sees of ideas and calls what this key sees. It ends within a year, and with this key. */
  makeFeedToken({ name, expiresAt }: NewFeedToken, secret?: string): Issued {
    const { role, grants, partner } = this;
    const latest = latestEnd(this);
    const issued = ApiKey.issueFeedToken({ name, expiresAt, latest, role, grants, partner: partner?.unwrap() }, secret);
    issued.apiKey.parent = ref(this);
    return issued;
  }

  /** The same for somebody who signed in without a key: it ends within a year, and when they sign in no more. */
  static feedTokenOf({ subject, ...signedIn }: SignedIn, wanted: NewFeedToken): Issued {
    const issued = ApiKey.issueFeedToken({ ...signedIn, ...wanted, latest: latestEnd({}) });
    return { ...issued, apiKey: Object.assign(issued.apiKey, { subject, lapsesAt: lapseFrom(now()) }) };
  }

  private static issueFeedToken({ latest, expiresAt, grants, ...rest }: NewApiKey & { latest: Date }, secret?: string) {
    refuseAny(endFaults(expiresAt, latest));
    const kept = (grants ?? []).filter(grant => grant === 'ALL_IDEAS');
    const issued = ApiKey.issue({ ...rest, grants: kept, expiresAt: expiresAt ?? latest }, secret);
    issued.apiKey.feedOnly = true;
    return issued;
  }

  get works(): boolean {
    const ends = [this.expiresAt, this.lapsesAt].filter(end => end != null);
    return !this.revokedAt && ends.every(end => end > now());
  }

  /** Gives the key a new secret; the old one works a day more, so that what uses it can be changed meanwhile. */
  rotate(): Issued {
    if (!this.works) refuse('ILLEGAL_TRANSITION', { message: KEY_ENDED });
    if (this.feedOnly) refuse('INVALID', { path: ['id'], message: NO_ROTATION });
    if (this.subject) refuse('INVALID', { path: ['id'], message: NO_SECRET });
    const secret = newSecret();
    Object.assign(this, { previousHash: this.hash, previousEndsAt: overlapFrom(now()), ...keptOf(secret) });
    this.happened('API_KEY_ROTATED');
    return { apiKey: this, secret };
  }

  revoke(): void {
    if (this.revokedAt) refuse('ILLEGAL_TRANSITION', { message: ALREADY_REVOKED });
    this.revokedAt = now();
    this.happened('API_KEY_REVOKED');
  }
}

/** A key, and its secret, which is told this once. */
type Issued = Readonly<{ apiKey: ApiKey; secret: string }>;
