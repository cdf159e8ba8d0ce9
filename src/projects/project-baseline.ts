import { Embeddable, Embedded, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { now } from '../shared/time/clock.js';
import { Money } from '../shared/money.js';
import { DateOnly } from '../shared/values/scalars.js';

@Embeddable()
@ObjectType('ProjectBaseline', {
  description: 'The plan that an idea became a project with. It is what later amendments are compared with.',
})
export class ProjectBaseline {
  @Property({ type: 'date' })
  @Field(() => DateOnly, { description: 'The first day, as it was planned then.' })
  startsOn!: string;

  @Property({ type: 'date' })
  @Field(() => DateOnly, { description: 'The last day, as it was planned then, itself included.' })
  endsOn!: string;

  @Embedded(() => Money)
  @Field(() => Money, { description: 'The whole budget, as it was planned then. Public where the idea is.' })
  budget!: Money;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When the idea became a project, UTC.' })
  at!: Date;

  static of({ startsOn, endsOn, budget }: Omit<ProjectBaseline, 'at'>): ProjectBaseline {
    return Object.assign(new ProjectBaseline(), { startsOn, endsOn, budget: Money.of(budget), at: now() });
  }
}
