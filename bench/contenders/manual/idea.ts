import { ArrayType, Collection, type FilterQuery, type Ref } from '@mikro-orm/core';
import { Entity, Filter, ManyToMany, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { newId } from '../../../src/shared/ids.js';
import { FundingCall, Money } from './funding-call.js';
import type { Asked } from './log.js';
import { FocusArea, Partner, Programme } from './reference.js';

export enum Stage {
  CONCEPT = 'CONCEPT',
  CONSORTIUM = 'CONSORTIUM',
  FUNDING_APPLICATION = 'FUNDING_APPLICATION',
  PROJECT = 'PROJECT',
}
registerEnumType(Stage, { name: 'Stage' });

/** Which ideas somebody sees, as a filter of the mapper: https://mikro-orm.io/docs/filters. */
function visibleTo({ viewer }: Asked): FilterQuery<Idea> {
  if (viewer?.role === 'ADMIN' || viewer?.grants.includes('ALL_IDEAS')) return {};
  if (!viewer) return { visibility: 'PUBLIC' };
  const shown = { visibility: { $in: ['PUBLIC', 'PARTNERS'] } };
  if (viewer.role === 'INTEGRATOR') return shown;
  const partner = viewer.partnerId!;
  return { $or: [shown, { owner: partner }, { memberships: { $some: { partner, leftAt: null } } }] };
}

@Entity()
@Filter({ name: 'visible', default: true, cond: visibleTo })
@ObjectType()
export class Idea {
  @PrimaryKey({ type: 'text' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  code!: string;

  @Property({ type: 'text', fieldName: 'title_sv' })
  @Field(() => String)
  title!: string;

  @Property({ type: 'text', fieldName: 'summary_sv' })
  summary!: string;

  @Property({ type: 'text', nullable: true, fieldName: 'challenge_sv' })
  challenge?: string | null;

  @Property({ type: 'text' })
  @Field(() => Stage)
  stage!: Stage;

  @Property({ type: 'text' })
  @Field(() => String)
  state!: string;

  @Property({ type: 'text' })
  visibility!: string;

  @Property({ type: ArrayType, columnType: 'text[]' })
  environmentalObjectives: string[] = [];

  /** Not read with the rest, which a star would. */
  @Property({ type: 'text', lazy: true, nullable: true })
  searchable?: string | null;

  @ManyToOne(() => Programme, { ref: true })
  programme!: Ref<Programme>;

  @ManyToOne(() => Partner, { ref: true })
  owner!: Ref<Partner>;

  @ManyToMany(() => FocusArea, undefined, { pivotTable: 'idea_focus_area', orderBy: { code: 'asc' } })
  focusAreas = new Collection<FocusArea>(this);

  @OneToMany(() => Membership, ({ idea }) => idea, { orderBy: { joinedAt: 'asc', id: 'asc' } })
  memberships = new Collection<Membership>(this);

  @OneToMany(() => Application, ({ idea }) => idea, { orderBy: { createdAt: 'asc', id: 'asc' } })
  applications = new Collection<Application>(this);

  @Property({ type: 'datetime' })
  @Field(() => Date)
  enteredStageAt!: Date;

  @Property({ version: true, type: 'integer' })
  @Field(() => Int)
  version!: number;

  @Property({ type: 'datetime', onUpdate: () => new Date() })
  @Field(() => Date)
  updatedAt!: Date;
}

@Entity()
@ObjectType()
export class Membership {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @ManyToOne(() => Idea, { ref: true })
  idea!: Ref<Idea>;

  @ManyToOne(() => Partner, { ref: true })
  partner!: Ref<Partner>;

  @Property({ type: 'text' })
  @Field(() => String)
  role!: string;

  @Property({ type: 'datetime' })
  joinedAt!: Date;

  @Property({ type: 'datetime', nullable: true })
  leftAt?: Date | null;
}

@Entity()
@ObjectType()
export class Application {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @ManyToOne(() => Idea, { ref: true })
  idea!: Ref<Idea>;

  @ManyToOne(() => FundingCall, { ref: true })
  call!: Ref<FundingCall>;

  @Property({ type: 'text' })
  @Field(() => String)
  status!: string;

  @Property({ type: 'datetime', nullable: true })
  @Field(() => Date, { nullable: true })
  deadline?: Date | null;

  @Property({ type: 'decimal', nullable: true })
  requestedAmount?: string | null;

  @Property({ type: 'text', nullable: true })
  requestedCurrency?: string | null;

  @Field(() => Money, { nullable: true })
  requested(): Money | null {
    return Money.of(this.requestedAmount, this.requestedCurrency);
  }

  @Property({ type: 'datetime' })
  createdAt!: Date;
}

@Entity()
export class StageTransition {
  @PrimaryKey({ type: 'text' })
  id = newId('transition');

  @ManyToOne(() => Idea, { ref: true })
  idea!: Ref<Idea>;

  @Property({ type: 'text' })
  from!: string;

  @Property({ type: 'text' })
  to!: string;

  @Property({ type: 'text' })
  fromState!: string;

  @Property({ type: 'text' })
  toState!: string;

  @Property({ type: 'datetime' })
  at = new Date();

  @Property({ type: 'text' })
  byName!: string;

  @Property({ type: 'text' })
  byRole!: string;

  @Property({ type: 'text', nullable: true })
  byPartnerId?: string | null;

  @Property({ type: ArrayType, columnType: 'text[]' })
  waived: string[] = [];
}
