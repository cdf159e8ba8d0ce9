import { ArrayType, Collection } from '@mikro-orm/core';
import { Entity, Filter, ManyToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { FocusArea } from './reference.js';
import type { Asked } from './log.js';

@ObjectType()
export class Money {
  @Field(() => String)
  amount!: string;

  @Field(() => String)
  currency!: string;

  static of(amount: string | null | undefined, currency: string | null | undefined): Money | null {
    return amount == null ? null : { amount, currency: currency! };
  }
}

@Entity()
@Filter({
  name: 'visible',
  default: true,
  cond: ({ viewer }: Asked) => (viewer?.role === 'ADMIN' ? { deletedAt: null } : { publishedAt: { $ne: null } }),
})
@ObjectType()
export class FundingCall {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  identifier!: string;

  @Property({ type: 'text', fieldName: 'title_sv' })
  @Field(() => String)
  title!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  programme!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  funder!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  deadlineModel!: string;

  @Property({ type: 'datetime', nullable: true })
  opensAt?: Date | null;

  @Property({ type: ArrayType, columnType: 'timestamptz[]' })
  deadlines: string[] = [];

  @Property({ type: ArrayType, columnType: 'text[]' })
  deadlineLabels: string[] = [];

  @Property({ type: 'datetime', nullable: true })
  closesAt?: Date | null;

  /** Not read with the rest, which a star would. */
  @Property({ type: 'text', lazy: true, nullable: true, persist: false })
  searchable?: string | null;

  /** Only to order by. */
  @Property<FundingCall>({
    type: 'datetime',
    nullable: true,
    lazy: true,
    formula: columns => `(select min(ahead) from unnest(${columns.deadlines}) ahead where ahead >= now())`,
  })
  deadlineAhead?: Date | null;

  @Property({ type: 'decimal', nullable: true })
  budgetAmount?: string | null;

  @Property({ type: 'text', nullable: true })
  budgetCurrency?: string | null;

  @Property({ type: ArrayType, columnType: 'text[]' })
  requiredSectors: string[] = [];

  @Property({ type: ArrayType, columnType: 'text[]' })
  environmentalObjectives: string[] = [];

  @Property({ type: ArrayType, columnType: 'text[]' })
  editedFields: string[] = [];

  @Property({ type: ArrayType, columnType: 'text[]' })
  assumedFields: string[] = [];

  @ManyToMany(() => FocusArea, undefined, { pivotTable: 'funding_call_focus_area', orderBy: { code: 'asc' } })
  focusAreas = new Collection<FocusArea>(this);

  @Property({ type: 'datetime', nullable: true })
  publishedAt?: Date | null;

  @Property({ type: 'datetime', nullable: true })
  cancelledAt?: Date | null;

  @Property({ type: 'datetime', nullable: true })
  deletedAt?: Date | null;

  @Property({ version: true, type: 'integer' })
  @Field(() => Int)
  version!: number;

  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  @Property({ type: 'datetime', onUpdate: () => new Date() })
  updatedAt: Date = new Date();
}
