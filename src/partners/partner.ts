import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps, type Ref, ref } from '@mikro-orm/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { Audited } from '../activity/audited.js';
import { nullFaults } from '../shared/checks.js';
import { differing, isNothing } from '../shared/changes.js';
import { now } from '../shared/time/clock.js';
import { wordsOf } from '../shared/described-enum.js';
import { newId } from '../shared/ids.js';
import { LocalizedField } from '../shared/text/localized-field.js';
import type { LocalizedText } from '../shared/text/localized-text.js';
import { Node } from '../shared/node.js';
import { fault, refuse, refuseAny } from '../shared/refuse.js';
import { WebAddress } from '../shared/values/scalars.js';
import { MERGED } from './merged-partners.js';
import { checkedPartner, type PartnerDescription } from './partner-description.js';
import { Sector } from './sectors.js';
import { NO_SLUG, slug, slugOf } from './slug.js';

@Entity()
@Check({ name: 'partner_merged_into_another', expression: 'merged_into_id <> id' })
@ObjectType('Partner', {
  implements: Node,
  description: 'An organisation that owns ideas or takes part in consortia. Public.',
})
export class Partner extends Audited {
  [OptionalProps]?: 'version' | 'createdAt' | 'updatedAt';

  @Property({ type: 'text' })
  @Unique()
  @Field(() => String, { description: "The partner's unique short name in addresses: techtank." })
  slug!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: "The organisation's name." })
  name!: string;

  @Enum({ items: () => wordsOf(Sector), type: 'text' })
  @Field(() => Sector, { description: 'The part of society it belongs to.' })
  sector!: Sector;

  @Property({ type: 'text', nullable: true })
  @Unique({
    name: 'partner_organisation_number_unique',
    expression:
      'create unique index partner_organisation_number_unique on partner (organisation_number) where merged_into_id is null',
  })
  @Field(() => String, {
    nullable: true,
    description:
      'Swedish organisationsnummer, NNNNNN-NNNN, its check digit verified; null when unknown or not Swedish.',
  })
  organisationNumber?: string | null;

  @Property({ type: 'text', nullable: true })
  @Unique({
    name: 'partner_pic_unique',
    expression: 'create unique index partner_pic_unique on partner (pic) where merged_into_id is null',
  })
  @Field(() => String, {
    nullable: true,
    description: 'EU Participant Identification Code, 9 digits; null when unknown.',
  })
  pic?: string | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 code of its country: SE, DE, …' })
  country!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'NUTS 2021 region: SE221 is Blekinge. Null when unknown.' })
  nutsCode?: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => WebAddress, { nullable: true, description: "The organisation's web site, or null." })
  website?: string | null;

  @Property({ type: 'text', nullable: true })
  contactEmail?: string | null;

  @LocalizedField({ nullable: true, description: 'What the organisation does, or null.' })
  description?: LocalizedText | null;

  @ManyToOne(() => Partner, { ref: true, nullable: true })
  @Field(() => Partner, {
    nullable: true,
    description:
      'The partner that this duplicate has been merged into, which has its ideas, memberships, requests and keys now; null for all others.',
  })
  mergedInto?: Ref<Partner> | null;

  @Property({ version: true, type: 'integer' })
  @Field(() => Int, {
    description: 'Counts up at every change; send it as expectedVersion to be told of changes by others.',
  })
  readonly version!: number;

  @Property({ type: 'datetime', length: 3 })
  readonly createdAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  updatedAt!: Date;

  /** A partner that has not been known before; without a slug it gets one from its name. */
  static register({ slug: wanted, ...description }: NewPartner): Partner {
    const short = slug(wanted ?? slugOf(description.name) ?? '');
    const { faults, values } = checkedPartner({ country: 'SE', ...description });
    refuseAny([
      ...(short.fault ? [fault('INVALID', ['slug'], wanted == null ? NO_SLUG : short.fault)] : []),
      ...faults,
    ]);
    const partner = Object.assign(new Partner(), description, values, { id: newId('partner'), slug: short.value });
    Object.assign(partner, { createdAt: now(), updatedAt: now() });
    partner.happened('PARTNER_CREATED');
    return partner;
  }

  /** Replaces what is given and keeps the rest; the slug stays for ever. */
  update(changes: Partial<PartnerDescription>): void {
    const { faults, values } = checkedPartner(changes, this.country);
    if (this.mergedInto) refuse('ILLEGAL_TRANSITION', { path: ['id'], message: MERGED });
    refuseAny([...nullFaults(changes, ['name', 'sector', 'country']), ...faults]);
    const real = differing(this, { ...changes, ...values });
    if (isNothing(real)) return;
    Object.assign(this, real, { updatedAt: now() });
    this.happened('PARTNER_UPDATED');
  }

  /** Marks it as a duplicate of another. What refers to it moves beside this. */
  mergeInto(into: Partner, reason: string): void {
    Object.assign(this, { mergedInto: ref(into), updatedAt: now() });
    this.happened('PARTNER_MERGED', { reason });
  }

  /** Takes over the numbers that it lacks from a duplicate of it, which keeps them for the record. */
  takeNumbersOf({ organisationNumber, pic }: Partner, reason: string): void {
    const numbers = { organisationNumber: this.organisationNumber ?? organisationNumber, pic: this.pic ?? pic };
    const real = differing(this, numbers);
    if (isNothing(real)) return;
    Object.assign(this, real, { updatedAt: now() });
    this.happened('PARTNER_UPDATED', { reason });
  }
}

type NewPartner = PartnerDescription & { slug?: string | null | undefined };
