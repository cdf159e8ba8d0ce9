import { type Ref, ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import Big from 'big.js';
import { type About, Audited } from '../../activity/audited.js';
import { now } from '../../shared/time/clock.js';
import { LONGEST, textFaults } from '../../shared/checks.js';
import { newId } from '../../shared/ids.js';
import { refuseAny } from '../../shared/refuse.js';
import { DateOnly, Decimal } from '../../shared/values/scalars.js';
import { Indicator } from './indicator.js';
import { dayNotAhead, dayNotBeforeStart } from './project-plan.js';
import { refuseUnlessAmendable, refuseUnlessUnderWay } from '../under-way.js';

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
    indicator.refuseIfDropped();
    dayNotAhead('on', on, now());
    dayNotBeforeStart('on', on, project, now());
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

  /** Says another value than was recorded, or with null that there was none: then it is to be removed. */
  correct({ value, reason }: { value: string | null; reason: string }): void {
    const project = this.indicator.unwrap().project.unwrap();
    refuseUnlessAmendable(project.idea.unwrap(), project.baseline);
    refuseAny(textFaults(['reason'], reason, LONGEST.reason));
    const [on, was] = [this.on, this.value];
    if (value !== null && Big(value).eq(was)) return;
    project.touch();
    if (value !== null) {
      this.value = value;
      return this.happened('MEASUREMENT_CORRECTED', { reason, beside: [{ field: 'on', before: on, after: on }] });
    }
    const beside = Object.entries({ on, value: was }).map(([field, before]) => ({ field, before, after: null }));
    this.happened('MEASUREMENT_CORRECTED', { reason, beside });
  }

  /** It is the indicator that a measurement tells of. */
  override about(): About {
    return this.indicator.unwrap().about();
  }
}
