import Big from 'big.js';
import { Collection, type Ref, ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { differing } from '../../shared/changes.js';
import { cleaned } from '../../shared/text/clean-text.js';
import { newId } from '../../shared/ids.js';
import { LocalizedField } from '../../shared/text/localized-field.js';
import { LocalizedText } from '../../shared/text/localized-text.js';
import { Node } from '../../shared/node.js';
import { Decimal } from '../../shared/values/scalars.js';
import { Measurement } from './measurement.js';
import { Project } from '../project.js';
import { PlanPart } from './plan-part.js';
import type { PlannedIndicator } from './project-plan.js';

@Entity()
@Unique({ name: 'indicator_code_per_project', properties: ['project', 'code'], deferMode: 'immediate' })
@ObjectType('Indicator', {
  implements: Node,
  description: 'Something measured in a project, such as the ERDF indicator RCO 10.',
})
export class Indicator extends PlanPart<PlannedIndicator> {
  @ManyToOne(() => Project, { ref: true })
  @Field(() => Project, { description: 'The project that is measured.' })
  project!: Ref<Project>;

  @Property({ type: 'text' })
  @Field(() => String, {
    description:
      'The code, unique in the project; ERDF codes are written "RCO 10" (Regulation (EU) 2021/1058, annex I).',
  })
  code!: string;

  @LocalizedField({ description: 'What is measured.' })
  name!: LocalizedText;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The unit of its values: enterprises, tonnes CO2e per year, …' })
  unit!: string;

  @Property({ type: 'decimal', columnType: 'numeric', nullable: true })
  @Field(() => Decimal, { nullable: true, description: 'The value before the project, or null when unknown.' })
  baseline?: string | null;

  @Property({ type: 'decimal', columnType: 'numeric' })
  @Field(() => Decimal, { description: 'The value to reach.' })
  target!: string;

  @OneToMany(() => Measurement, measurement => measurement.indicator, { orderBy: { on: 'asc' } })
  @Field(() => [Measurement], { description: 'Its measurements, the oldest first.' })
  readonly measurements = new Collection<Measurement>(this);

  /** An indicator of a plan that tells of it. */
  static plan(project: Project, planned: PlannedIndicator): Indicator {
    const own = { id: newId('indicator'), project: ref(project) };
    return Object.assign(new Indicator(), own, Indicator.said(planned)).asPartOfAnother();
  }

  /** What a plan says of an indicator, as it is stored. */
  private static said({ code, name, unit, baseline, target }: PlannedIndicator) {
    const texts = { code: cleaned(code), name: LocalizedText.of(name), unit: cleaned(unit) };
    return { ...texts, baseline: baseline ?? null, target };
  }

  /** What an indicator says, alike for two that say the same. */
  static textOf(this: void, planned: PlannedIndicator): string {
    return JSON.stringify(Indicator.compared(planned));
  }

  /** The same with numbers by their value: 12.50 is 12.5. */
  private static compared(planned: PlannedIndicator) {
    const { baseline, target, ...texts } = Indicator.said(planned);
    return { ...texts, baseline: baseline && Big(baseline).toFixed(), target: Big(target).toFixed() };
  }

  protected override restated(planned: PlannedIndicator) {
    const real = differing(Indicator.compared(this), Indicator.compared(planned));
    return Object.fromEntries(Object.entries(Indicator.said(planned)).filter(([field]) => field in real));
  }
}
