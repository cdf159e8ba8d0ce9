import { Collection, type Opt } from '@mikro-orm/core';
import { Check, Embedded, Enum, ManyToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Audited } from '../../activity/audited.js';
import { FocusArea } from '../../focus-areas/focus-area.js';
import { EnvironmentalObjective } from '../../ideas/classification.js';
import { Sector } from '../../partners/sectors.js';
import { wordsOf } from '../../shared/described-enum.js';
import { Money } from '../../shared/money.js';
import { IdField } from '../../shared/node.js';
import { WebAddress } from '../../shared/values/scalars.js';
import { TextArray } from '../../shared/values/text-array.js';
import { LocalizedField } from '../../shared/text/localized-field.js';
import type { LocalizedText } from '../../shared/text/localized-text.js';
import { InstantArray } from '../../shared/time/instant-array.js';
import { DeadlineModel } from '../call-status.js';
import { type CallDescription, DESCRIBING } from './call-description.js';
import { deadlinesInOrder } from './call-deadlines.js';

/** What describes a funding call, column by column; what becomes of the call is told in funding-call.ts. */
@ObjectType()
export abstract class DescribedCall extends Audited {
  // Fields of a base class come before those of an interface: without this one the id would stand after all of them.
  @IdField()
  override readonly id!: string;

  @Property({ type: 'text' })
  @Unique({
    name: 'funding_call_identifier_unique',
    expression:
      'create unique index funding_call_identifier_unique on funding_call (identifier) where deleted_at is null',
  })
  @Field(() => String, { description: "The funder's own unique identifier: HORIZON-MISS-2026-03-OCEAN-01." })
  identifier!: string;

  @LocalizedField({ description: 'The title.' })
  title!: LocalizedText;

  @LocalizedField({ nullable: true, description: 'What the call funds, as plain text, or null.' })
  summary?: LocalizedText | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The programme it belongs to: Horizon Europe, ERDF Skåne-Blekinge, …' })
  programme!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who funds: Vinnova, Tillväxtverket, European Commission, …' })
  funder!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => WebAddress, { nullable: true, description: "The funder's page about the call, or null." })
  url?: string | null;

  @Enum({ items: () => wordsOf(DeadlineModel), type: 'text' })
  @Field(() => DeadlineModel, { description: 'How the deadlines are meant.' })
  deadlineModel!: DeadlineModel;

  @Property({ type: 'datetime', length: 3, nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: 'When it opens for applications, UTC; null when unknown, and then it counts as open.',
  })
  opensAt?: Date | null;

  /** In order of time; the label of each stands at the same place in `deadlineLabels`. */
  @Property({ type: InstantArray, columnType: 'timestamptz[]' })
  deadlines: Date[] & Opt = [];

  @Property({ type: TextArray, columnType: 'text[]' })
  deadlineLabels: string[] & Opt = [];

  /** The last deadline; null when there is none, as in a continuous call. */
  @Property({ type: 'datetime', length: 3, nullable: true })
  closesAt?: Date | null;

  @Embedded(() => Money, { nullable: true })
  @Field(() => Money, { nullable: true, description: 'What the call has to give in all, or null when unknown.' })
  budget?: Money | null;

  @Embedded(() => Money, { nullable: true })
  @Field(() => Money, { nullable: true, description: 'The smallest grant, or null when unknown.' })
  grantMin?: Money | null;

  @Embedded(() => Money, { nullable: true })
  @Field(() => Money, { nullable: true, description: 'The largest grant, or null when unknown.' })
  grantMax?: Money | null;

  @Property({ type: 'double', nullable: true })
  @Check({
    name: 'funding_call_rate_percent',
    expression: "funding_rate > '0'::double precision and funding_rate <= '100'::double precision",
  })
  @Field(() => Float, {
    nullable: true,
    description: 'Percent of the eligible cost that is funded, above 0 and at most 100; null when unknown.',
  })
  fundingRate?: number | null;

  @Property({ type: 'smallint', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'The fewest partners an applying consortium must have; null when there is no such rule.',
  })
  minPartners?: number | null;

  @Property({ type: 'smallint', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'The fewest countries they must come from; null when there is no such rule.',
  })
  minCountries?: number | null;

  @Enum({ items: () => wordsOf(Sector), array: true, type: 'text[]' })
  @Field(() => [Sector], { description: 'Sectors that must be represented; empty when there is no such rule.' })
  requiredSectors: Sector[] & Opt = [];

  @Property({ type: 'smallint', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'The lowest technology readiness level, 1 to 9; null when there is no such rule.',
  })
  trlMin?: number | null;

  @Property({ type: 'smallint', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'The highest technology readiness level, 1 to 9; null when there is no such rule.',
  })
  trlMax?: number | null;

  @ManyToMany(() => FocusArea, undefined, { pivotTable: 'funding_call_focus_area', orderBy: { code: 'asc' } })
  @Field(() => [FocusArea], { description: 'The focus areas it suits, by code.' })
  readonly focusAreas = new Collection<FocusArea>(this);

  @Enum({ items: () => wordsOf(EnvironmentalObjective), array: true, type: 'text[]' })
  @Field(() => [EnvironmentalObjective], { description: 'The environmental objectives it funds.' })
  environmentalObjectives: EnvironmentalObjective[] & Opt = [];

  /** The description as it stands, deadlines with their labels. */
  description(): CallDescription {
    const deadlines = this.deadlines.map((at, index) => ({ at, label: this.deadlineLabels[index] || null }));
    return { ...this, deadlines };
  }

  /** The names of the fields that hold something. */
  filledFields(): string[] {
    const present = { ...this.description(), focusAreas: this.focusAreas.getItems() };
    const isFilled = (value: unknown) => value != null && !(Array.isArray(value) && value.length === 0);
    return ([...DESCRIBING, 'focusAreas'] as const).filter(field => isFilled(present[field])).sort();
  }

  protected describe({ deadlines, ...changes }: Partial<CallDescription>): void {
    Object.assign(this, changes);
    if (deadlines === undefined) return;
    const sorted = deadlinesInOrder(deadlines);
    this.deadlines = sorted.map(({ at }) => at);
    this.deadlineLabels = sorted.map(({ label }) => label ?? '');
    this.closesAt = sorted.at(-1)?.at ?? null;
  }
}
