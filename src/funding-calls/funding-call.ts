import { Collection, type Opt } from '@mikro-orm/core';
import {
  Check,
  Embedded,
  Entity,
  Enum,
  Index,
  ManyToMany,
  OneToMany,
  Property,
  Unique,
} from '@mikro-orm/decorators/legacy';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { type About, Audited } from '../activity/audited.js';
import { Application } from '../applications/application.js';
import { FocusArea } from '../focus-areas/focus-area.js';
import { sameAreas } from '../focus-areas/same-areas.js';
import { EnvironmentalObjective } from '../ideas/classification.js';
import { Sector } from '../partners/sectors.js';
import { differing } from '../shared/changes.js';
import { LONGEST, textFaults } from '../shared/checks.js';
import { cleaned } from '../shared/text/clean-text.js';
import { now } from '../shared/time/clock.js';
import { wordsOf } from '../shared/described-enum.js';
import { newId } from '../shared/ids.js';
import { InstantArray } from '../shared/time/instant-array.js';
import { LocalizedField } from '../shared/text/localized-field.js';
import type { LocalizedText } from '../shared/text/localized-text.js';
import { Money, notNegative } from '../shared/money.js';
import { Node } from '../shared/node.js';
import { refuse, refuseAny } from '../shared/refuse.js';
import { WebAddress } from '../shared/scalars.js';
import { TextArray } from '../shared/text-array.js';
import { CallSource } from './call-source.js';
import type { CallWords } from './call-words.js';
import { type CallDescription, callFaults, endlessFaults, isEndless } from './call-description.js';
import { DeadlineModel } from './call-status.js';
import type { CallDraft, DraftSource } from './exchange/draft/call-draft.js';
import { descriptionOf, type DraftChanges, filledFields } from './exchange/draft/draft-changes.js';

@Entity()
@Index({ name: 'funding_call_closes_at', properties: ['closesAt', 'id'] })
@Index({ name: 'funding_call_updated_at', properties: ['updatedAt', 'id'] })
@Unique({
  name: 'funding_call_source',
  expression: 'create unique index funding_call_source on funding_call (source_system, source_external_id)',
})
@Check({ name: 'funding_call_trl_range', expression: 'trl_min >= 1 and trl_max <= 9 and trl_min <= trl_max' })
@Check({
  name: 'funding_call_rate_percent',
  expression: "funding_rate > '0'::double precision and funding_rate <= '100'::double precision",
})
@Check({ name: 'funding_call_minimums', expression: 'min_partners >= 1 and min_countries >= 1' })
@Check({ name: 'funding_call_budget', expression: notNegative('budget') })
@Check({ name: 'funding_call_grant_min', expression: notNegative('grant_min') })
@Check({ name: 'funding_call_grant_max', expression: notNegative('grant_max') })
@Check({ name: 'funding_call_grant_range', expression: 'grant_min_amount <= grant_max_amount' })
@Check({ name: 'funding_call_dates_in_order', expression: 'opens_at <= closes_at' })
@Check({ name: 'funding_call_deadline_labels', expression: 'cardinality(deadlines) = cardinality(deadline_labels)' })
@ObjectType('FundingCall', {
  implements: Node,
  description: 'A call for applications by a funder (utlysning). Public once published.',
})
export class FundingCall extends Audited {
  static override readonly unlogged = new Set([...Audited.unlogged, 'closesAt', 'editedFields', 'assumedFields']);
  static override readonly loggedBeside = new Set(['deadlineLabels', 'publishedAt', 'cancelledAt']);

  @Property({ type: 'text' })
  @Unique()
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

  @OneToMany(() => Application, application => application.call, { orderBy: { createdAt: 'asc', id: 'asc' } })
  @Field(() => [Application], { description: 'Applications to it from ideas the viewer may see, the oldest first.' })
  readonly applications = new Collection<Application>(this);

  @Embedded(() => CallSource, { nullable: true })
  @Field(() => CallSource, { nullable: true, description: 'Where it was imported from; null when it was typed in.' })
  source?: CallSource | null;

  /** Fields a person has changed since the import; a later import leaves them alone. */
  @Property({ type: 'text[]', columnType: 'text[]' })
  editedFields: string[] & Opt = [];

  /** Parts that no source has said: the next one that says them wins. `publishedAt`: a draft until a deadline is said. */
  @Property({ type: 'text[]', columnType: 'text[]', defaultRaw: "'{}'" })
  assumedFields: string[] & Opt = [];

  @Property({ type: 'datetime', length: 3, nullable: true })
  publishedAt?: Date | null;

  @Property({ type: 'datetime', length: 3, nullable: true })
  cancelledAt?: Date | null;

  @Property({ version: true, type: 'integer' })
  @Field(() => Int, {
    description: 'Counts up at every change; send it as expectedVersion to be told of changes by others.',
  })
  readonly version!: number & Opt;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it was created, UTC.' })
  readonly createdAt!: Date;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it last changed, UTC.' })
  updatedAt!: Date;

  override about(): About {
    return { subjectId: this.id, callId: this.id };
  }

  /** A new call, public from the start or a draft until it is published. */
  static create({ identifier, description, focusAreas, publishedAt }: NewCall): FundingCall {
    refuseAny([
      ...textFaults(['identifier'], identifier, LONGEST.name),
      ...callFaults(description),
      ...(publishedAt ? endlessFaults(description) : []),
    ]);
    const call = Object.assign(new FundingCall(), { id: newId('call'), identifier: cleaned(identifier), publishedAt });
    Object.assign(call, { createdAt: now(), updatedAt: now() });
    call.describe(description);
    call.focusAreas.set([...focusAreas]);
    call.happened('CALL_CREATED');
    return call;
  }

  /** Replaces what is given and keeps the rest. A person's changes are remembered, so that imports leave them alone. */
  update(changes: Partial<CallDescription>, focusAreas?: readonly FocusArea[]): void {
    this.refuseIfCancelled();
    const before = this.description();
    const real = differing(
      before,
      changes.deadlines === undefined ? changes : { ...changes, deadlines: inOrder(changes.deadlines) },
    );
    const description = { ...before, ...real };
    refuseAny([
      ...callFaults(description),
      ...(this.publishedAt && !isEndless(before) ? endlessFaults(description) : []),
    ]);
    const areas = focusAreas && sameAreas(this.focusAreas.getItems(), focusAreas) ? undefined : focusAreas;
    const edited = [...Object.keys(real), ...(areas ? ['focusAreas'] : [])];
    if (edited.length === 0) return;
    this.describe(real);
    if (areas) this.focusAreas.set([...areas]);
    if (this.source) this.editedFields = [...new Set([...this.editedFields, ...edited])].sort();
    this.assumedFields = this.assumedFields.filter(part => !edited.includes(part.split('.')[0]!));
    this.updatedAt = now();
    this.happened('CALL_UPDATED');
  }

  /** A call that a source publishes: public from the start, but a draft while it would look open for ever. */
  static imported(draft: CallDraft, focusAreas: readonly FocusArea[]): FundingCall {
    const { description, assumed } = descriptionOf(draft);
    const publishedAt = isEndless(description) ? null : now();
    const call = FundingCall.create({ identifier: draft.identifier, focusAreas, description, publishedAt });
    call.source = CallSource.of(draft.source);
    call.assumedFields = [...assumed, ...(publishedAt ? [] : ['publishedAt'])];
    return call;
  }

  /**
   * Takes over what a source has changed, and gives the names of the fields. A call that was typed in by hand becomes
   * the source's, but keeps everything that a person has filled in.
   */
  takeOver({ source, words, changes, assumed, focusAreas }: TakeOver): string[] {
    const brought = [...Object.keys(changes), ...(focusAreas ? ['focusAreas'] : [])];
    if (brought.length === 0) return brought;
    const changed = [...brought, ...(this.source ? [] : ['source'])];
    this.refuseIfCancelled();
    const description = { ...this.description(), ...changes };
    refuseAny([...callFaults(description, words), ...(isEndless(this) ? [] : endlessFaults(description, words))]);
    if (!this.source) this.editedFields = filledFields(this);
    this.describe(changes);
    if (focusAreas) this.focusAreas.set([...focusAreas]);
    this.source = CallSource.of(source);
    this.assumedFields = [...assumed];
    this.updatedAt = now();
    this.happened('CALL_UPDATED');
    if (!assumed.includes('publishedAt') || isEndless(this)) return changed;
    this.publish();
    return [...changed, 'publishedAt'];
  }

  /** Makes the call public. */
  publish(): void {
    this.refuseIfCancelled();
    if (this.publishedAt) {
      refuse('ILLEGAL_TRANSITION', {
        message: { sv: 'Utlysningen är redan publicerad.', en: 'The funding call is already published.' },
      });
    }
    this.publishedAt = this.updatedAt = now();
    this.assumedFields = this.assumedFields.filter(part => part !== 'publishedAt');
    this.happened('CALL_PUBLISHED');
  }

  /** Calls it off for good. */
  cancel(reason: string): void {
    this.refuseIfCancelled();
    refuseAny(textFaults(['reason'], reason, LONGEST.reason));
    this.cancelledAt = this.updatedAt = now();
    this.happened('CALL_CANCELLED', { reason });
  }

  /** The description as it stands, deadlines with their labels. */
  description(): CallDescription {
    const deadlines = this.deadlines.map((at, index) => ({ at, label: this.deadlineLabels[index] || null }));
    return { ...this, deadlines };
  }

  private describe({ deadlines, ...changes }: Partial<CallDescription>): void {
    Object.assign(this, changes);
    if (deadlines === undefined) return;
    const sorted = inOrder(deadlines);
    this.deadlines = sorted.map(({ at }) => at);
    this.deadlineLabels = sorted.map(({ label }) => label ?? '');
    this.closesAt = sorted.at(-1)?.at ?? null;
  }

  private refuseIfCancelled(): void {
    if (!this.cancelledAt) return;
    refuse('ILLEGAL_TRANSITION', { message: { sv: 'Utlysningen är inställd.', en: 'The funding call is cancelled.' } });
  }
}

function inOrder(deadlines: CallDescription['deadlines']): { at: Date; label: string | null }[] {
  const sorted = [...(deadlines ?? [])].sort((one, other) => one.at.getTime() - other.at.getTime());
  return sorted.map(({ at, label }) => ({ at, label: cleaned(label ?? '') || null }));
}

interface TakeOver extends DraftChanges {
  source: DraftSource;
  /** The source's own names for its fields. */
  words: CallWords;
}

interface NewCall {
  identifier: string;
  description: CallDescription;
  focusAreas: readonly FocusArea[];
  publishedAt: Date | null;
}
