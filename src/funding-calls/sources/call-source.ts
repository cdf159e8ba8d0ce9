import { Embeddable, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { now } from '../../shared/time/clock.js';
import { WebAddress } from '../../shared/values/scalars.js';
import type { SourcePlace } from './call-statement.js';

@Embeddable()
@ObjectType('CallSource', { description: 'Where a funding call was imported from.' })
export class CallSource {
  @Property({ type: 'text' })
  @Field(() => String, { description: 'The system it comes from: GDP, VINNOVA, EU_PORTAL, COMMON_GRANTS, CSV.' })
  system!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its id in that system.' })
  externalId!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => WebAddress, { nullable: true, description: 'Its address in that system, or null.' })
  url?: string | null;

  @Property({ type: 'datetime', length: 3 })
  @Field(() => Date, { description: 'When it was last imported with a change, UTC.' })
  importedAt!: Date;

  static of({ system, externalId, url }: SourcePlace): CallSource {
    return Object.assign(new CallSource(), { system, externalId, url: url ?? null, importedAt: now() });
  }
}
