import { type Ref, ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { type About, Audited } from '../../activity/audited.js';
import { now } from '../../shared/time/clock.js';
import { newId } from '../../shared/ids.js';
import { DateOnly, Decimal } from '../../shared/values/scalars.js';
import { Indicator } from './indicator.js';
import { dayNotAhead } from './project-plan.js';
import { refuseUnlessUnderWay } from '../under-way.js';

@Entity()
@Unique({ name: 'measurement_one_a_day', properties: ['indicator', 'on'] })
@ObjectType('Measurement', { description: 'One measured value of an indicator.' })
export class Measurement extends Audited {
  static override readonly loggedBeside = new Set(['indicator']);

  @ManyToOne(() => Indicator, { ref: true })
  indicator!: Ref<Indicator>;

  @Property({ type: 'date' })
  @Field(() => DateOnly, { description: 'The day it holds for; one value a day.' })
  on!: string;

  @Property({ type: 'decimal', columnType: 'numeric' })
  @Field(() => Decimal, { description: "The value, in the indicator's unit." })
  value!: string;

  /** A value that the indicator had on a day. */
  static record(indicator: Indicator, { on, value }: { on: string; value: string }): Measurement {
    const project = indicator.project.unwrap();
    refuseUnlessUnderWay(project.idea.unwrap());
    dayNotAhead('on', on, now());
    const measurement = Object.assign(new Measurement(), {
      id: newId('measurement'),
      indicator: ref(indicator),
      on,
      value,
    });
    project.touch();
    measurement.happened('INDICATOR_MEASURED');
    return measurement;
  }

  /** It is the indicator that a measurement tells of. */
  override about(): About {
    return this.indicator.unwrap().about();
  }
}
