import { Collection, type Opt } from '@mikro-orm/core';
import { Check, Embedded, Entity, Index, OneToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import type { About } from '../activity/audited.js';
import { Application } from '../applications/application.js';
import type { FocusArea } from '../focus-areas/focus-area.js';
import { sameAreas } from '../focus-areas/same-areas.js';
import { differing } from '../shared/changes.js';
import { LONGEST, textFaults } from '../shared/checks.js';
import { newId } from '../shared/ids.js';
import { notNegative } from '../shared/money.js';
import { Node } from '../shared/node.js';
import { refuse, refuseAny } from '../shared/refuse.js';
import { cleaned } from '../shared/text/clean-text.js';
import { now } from '../shared/time/clock.js';
import { deadlinesInOrder } from './description/call-deadlines.js';
import { type CallDescription, callFaults, endlessFaults, isEndless } from './description/call-description.js';
import type { CallWords } from './description/call-words.js';
import { DescribedCall } from './description/described-call.js';
import { CANCELLED, type NewCall, NO_DRAFT, PUBLISHED_ALREADY } from './moves/call-moves.js';
import { CallSource } from './sources/call-source.js';
import type { SourceChanges } from './sources/call-statement.js';

@Entity()
@Index({ name: 'funding_call_closes_at', properties: ['closesAt', 'id'] })
@Index({ name: 'funding_call_updated_at', properties: ['updatedAt', 'id'] })
@Unique({
  name: 'funding_call_source',
  expression:
    'create unique index funding_call_source on funding_call (source_system, source_external_id) where deleted_at is null',
})
@Check({ name: 'funding_call_deleted_draft', expression: 'deleted_at is null or published_at is null' })
@Check({ name: 'funding_call_trl_range', expression: 'trl_min >= 1 and trl_max <= 9 and trl_min <= trl_max' })
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
export class FundingCall extends DescribedCall {
  static override readonly unlogged = new Set([...DescribedCall.unlogged, 'closesAt', 'editedFields', 'assumedFields']);
  static override readonly loggedBeside = new Set(['deadlineLabels', 'publishedAt', 'cancelledAt', 'deletedAt']);

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

  @Property({ type: 'datetime', length: 3, nullable: true })
  deletedAt?: Date | null;

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
      changes.deadlines === undefined ? changes : { ...changes, deadlines: deadlinesInOrder(changes.deadlines) },
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
  static imported(identifier: string, said: SourceChanges & { readonly description: CallDescription }): FundingCall {
    const { source, description, focusAreas = [], assumed } = said;
    const publishedAt = isEndless(description) ? null : now();
    const call = FundingCall.create({ identifier, focusAreas, description, publishedAt });
    call.source = CallSource.of(source);
    call.assumedFields = [...assumed, ...(publishedAt ? [] : ['publishedAt'])];
    return call;
  }

  /** The fields that people have filled in or changed: imports leave them alone. */
  fieldsOfPeople(): readonly string[] {
    return this.source ? this.editedFields : this.filledFields();
  }

  /**
   * Takes over what a source has changed, and gives the names of the fields. A call that was typed in by hand becomes
   * the source's, but keeps everything that a person has filled in. Faults are worded in the source's own names.
   */
  takeOver({ source, description: changes, assumed, focusAreas }: SourceChanges, words: CallWords): string[] {
    const brought = [...Object.keys(changes), ...(focusAreas ? ['focusAreas'] : [])];
    if (brought.length === 0) return brought;
    const changed = [...brought, ...(this.source ? [] : ['source'])];
    this.refuseIfCancelled();
    const description = { ...this.description(), ...changes };
    refuseAny([...callFaults(description, words), ...(isEndless(this) ? [] : endlessFaults(description, words))]);
    this.editedFields = [...this.fieldsOfPeople()];
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

  /** Makes the call public, unless it would look open for ever. */
  publish(): void {
    this.refuseIfCancelled();
    if (this.publishedAt) refuse('ILLEGAL_TRANSITION', { message: PUBLISHED_ALREADY });
    refuseAny(endlessFaults(this));
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

  /** Marks a draft, to which nobody can have applied, as a mistake: it is shown nowhere. */
  deleteDraft(): void {
    if (this.publishedAt || this.cancelledAt) refuse('ILLEGAL_TRANSITION', { path: ['id'], message: NO_DRAFT });
    this.deletedAt = this.updatedAt = now();
    this.happened('CALL_DELETED');
  }

  private refuseIfCancelled(): void {
    if (this.cancelledAt) refuse('ILLEGAL_TRANSITION', { message: CANCELLED });
  }
}
