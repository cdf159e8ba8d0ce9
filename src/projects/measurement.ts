import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateOnly, Decimal } from '../shared/scalars.js';
import { Indicator } from './indicator.js';

@Entity()
@Unique({ name: 'measurement_one_a_day', properties: ['indicator', 'on'] })
@ObjectType('Measurement', { description: 'One measured value of an indicator.' })
export class Measurement {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @ManyToOne(() => Indicator, { ref: true })
  indicator!: Ref<Indicator>;

  @Property({ type: 'date' })
  @Field(() => DateOnly, { description: 'The day it holds for; one value a day.' })
  on!: string;

  @Property({ type: 'decimal', columnType: 'numeric' })
  @Field(() => Decimal, { description: "The value, in the indicator's unit." })
  value!: string;
}
