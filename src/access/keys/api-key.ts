import { hash, randomBytes } from 'node:crypto';
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
import { type Fault, fault, refuse, refuseAny } from '../../shared/refuse.js';
import { endFaults, latestEnd, type NewFeedToken } from './feed-token.js';
import { KeyGrant, Role } from '../../shared/roles.js';

@Entity()
@Check({ name: 'api_key_partner_of_partner', expression: "role <> 'PARTNER' or partner_id is not null" })
@Check({ name: 'api_key_grants_of_integrator', expression: "role = 'INTEGRATOR' or grants = '{}'" })
@Check({
  name: 'api_key_feed_token_ends',
  expression: 'not feed_only or (parent_id is not null and expires_at is not null)',
})
@Index({ name: 'api_key_parent_id', properties: ['parent'] })
@ObjectType('ApiKey', {
  implements: Node,
  description: 'A key to this API. Administrators see all keys, others their own. The secret itself is not stored.',
})
export class ApiKey extends Audited {
  static override readonly unlogged = new Set([...Audited.unlogged, 'hash']);
  static override readonly loggedBeside = new Set(['parent']);

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

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, {
    description:
      'Whether it is a feed token: it reads files, feeds and the calendar and nothing else, never money, letters of intent or mailboxes, and is the only kind that an address may carry.',
  })
  feedOnly: boolean & Opt = false;

  /** The key that made it: what comes of a key never outlives it, and falls with it. */
  @ManyToOne(() => ApiKey, { ref: true, nullable: true })
  parent?: Ref<ApiKey> | null;

  /** A new key and its secret. A secret of one's own choosing is for demo data. */
  static issue({ name, role, partner, expiresAt, grants }: NewApiKey, secret = newSecret()): Issued {
    refuseAny([...textFaults(['name'], name, LONGEST.name), ...standingFaults({ role, partner, grants, expiresAt })]);
    const apiKey = Object.assign(new ApiKey(), {
      id: newId('key'),
      name: cleaned(name),
      role,
      partner: partner ? ref(partner) : null,
    });
    Object.assign(apiKey, {
      prefix: secret.slice(0, 12),
      hash: hashOf(secret),
      grants: grants ?? [],
      createdAt: now(),
      expiresAt: expiresAt ?? null,
    });
    apiKey.happened('API_KEY_CREATED');
    return { apiKey, secret };
  }

  /** A token for addresses, which sees of ideas and calls what this key sees. It ends within a year, and with this key. */
  makeFeedToken({ name, expiresAt }: NewFeedToken, secret?: string): Issued {
    const { role, grants } = this;
    const latest = latestEnd(this);
    refuseAny(endFaults(expiresAt, latest));
    const issued = ApiKey.issue(
      {
        name,
        role,
        partner: this.partner?.unwrap(),
        grants: grants.filter(grant => grant === 'ALL_IDEAS'),
        expiresAt: expiresAt ?? latest,
      },
      secret,
    );
    Object.assign(issued.apiKey, { feedOnly: true, parent: ref(this) });
    return issued;
  }

  get works(): boolean {
    return !this.revokedAt && (!this.expiresAt || this.expiresAt > now());
  }

  revoke(): void {
    if (this.revokedAt)
      refuse('ILLEGAL_TRANSITION', {
        message: { sv: 'Nyckeln är redan återkallad.', en: 'The key is already revoked.' },
      });
    this.revokedAt = now();
    this.happened('API_KEY_REVOKED');
  }
}

/** The same as `works` in a statement: of the row under an alias, at a moment. */
export function keyWorks(key: string, moment: string): string {
  return `${key}.revoked_at is null and (${key}.expires_at is null or ${key}.expires_at > ${moment})`;
}

interface NewApiKey {
  name: string;
  role: Role;
  partner?: Partner | null | undefined;
  expiresAt?: Date | null | undefined;
  grants?: KeyGrant[] | null | undefined;
}

/** A key, and its secret, which is told this once. */
interface Issued {
  readonly apiKey: ApiKey;
  readonly secret: string;
}

function newSecret(): string {
  return `ks3_${randomBytes(20).toString('hex')}`;
}

/** What is stored of a secret, and looked up by. */
export function hashOf(secret: string): string {
  return hash('sha256', secret);
}

function standingFaults({ role, partner, grants, expiresAt }: Omit<NewApiKey, 'name'>): Fault[] {
  const faults: Fault[] = [];
  if (role === 'PARTNER' && !partner) {
    faults.push(
      fault('REQUIRED', ['partnerId'], {
        sv: 'En partnernyckel behöver en partner.',
        en: 'A PARTNER key needs a partner.',
      }),
    );
  }
  if (role !== 'INTEGRATOR' && (grants ?? []).length > 0) {
    faults.push(
      fault('INVALID', ['grants'], {
        sv: 'Bara nycklar för INTEGRATOR har grants.',
        en: 'Only INTEGRATOR keys have grants.',
      }),
    );
  }
  if (expiresAt && expiresAt <= now()) {
    faults.push(
      fault('INVALID', ['expiresAt'], { sv: 'expiresAt ska ligga framåt i tiden.', en: 'expiresAt must lie ahead.' }),
    );
  }
  return faults;
}
