import { Embeddable, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { Sector } from '../partners/sectors.js';
import { rangeFaults } from '../shared/checks.js';
import { wordsOf } from '../shared/described-enum.js';
import { type Fault, fault } from '../shared/refuse.js';

/** The numbers that a programme's gates hold its ideas to. */
@Embeddable()
@ObjectType('GatePolicy', { description: "The numbers that a programme's gates hold its ideas to." })
export class GatePolicy {
  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The fewest characters of a summary.' })
  summaryMinLength!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The fewest current members, associated partners not counted.' })
  minPartners!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The fewest sectors among the members.' })
  minSectors!: number;

  @Property({ type: 'json' })
  @Field(() => [[Sector]], { description: 'Sectors that must be among them: of each group at least one.' })
  requiredSectors!: Sector[][];

  @Property({ type: 'double' })
  @Field(() => Float, { description: 'The shortest project, in years; a quarter of a year is three months.' })
  projectMinYears!: number;

  @Property({ type: 'double' })
  @Field(() => Float, { description: 'The longest project, in years.' })
  projectMaxYears!: number;

  /** The same numbers but for those that are given; a group of sectors is told in the enum's order. */
  static of(numbers: GatePolicy, given: Partial<GatePolicy> = {}): GatePolicy {
    const real = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
    const policy = Object.assign(new GatePolicy(), numbers, real);
    policy.requiredSectors = policy.requiredSectors.map(group => SECTORS.filter(sector => group.includes(sector)));
    return policy;
  }
}

@InputType('GatePolicyInput', { description: 'Numbers of the gates; what is left out stays, or is the usual number.' })
export class GatePolicyInput implements Partial<GatePolicy> {
  @Field(() => Int, { nullable: true, description: 'The fewest characters of a summary, 0 to 10,000; usually 80.' })
  summaryMinLength?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The fewest current members, associated partners not counted, 1 to 100; usually 3.',
  })
  minPartners?: number;

  @Field(() => Int, { nullable: true, description: 'The fewest sectors among the members, 1 to 6; usually 3.' })
  minSectors?: number;

  @Field(() => [[Sector]], {
    nullable: true,
    description:
      'Sectors that must be among them, of each group at least one; usually academia, and a business of any size.',
  })
  requiredSectors?: Sector[][];

  @Field(() => Float, {
    nullable: true,
    description: 'The shortest project in years, in quarters from 0.25 to 50; usually 5.',
  })
  projectMinYears?: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The longest project in years, in quarters from 0.25 to 50; usually 10.',
  })
  projectMaxYears?: number;
}

/** The numbers of a programme that says no others: "one large development project which over 5–10 years …". */
export const GATE_POLICY: GatePolicy = {
  summaryMinLength: 80,
  minPartners: 3,
  minSectors: 3,
  requiredSectors: [['ACADEMIA'], ['BUSINESS_SME', 'BUSINESS_LARGE']],
  projectMinYears: 5,
  projectMaxYears: 10,
};

const SECTORS = wordsOf(Sector);
const BOUNDS = {
  summaryMinLength: [0, 10_000],
  minPartners: [1, 100],
  minSectors: [1, SECTORS.length],
} as const satisfies Partial<Record<keyof GatePolicy, readonly [number, number]>>;

/** Everything that is wrong with the numbers of a programme. */
export function gatePolicyFaults(policy: GatePolicy): Fault[] {
  const path = (name: keyof GatePolicy) => ['gatePolicy', name];
  const { requiredSectors, projectMinYears, projectMaxYears } = policy;
  return [
    ...Object.entries(BOUNDS).flatMap(([name, bounds]) =>
      rangeFaults(path(name as keyof typeof BOUNDS), policy[name as keyof typeof BOUNDS], bounds),
    ),
    ...(requiredSectors.length > SECTORS.length || requiredSectors.some(group => group.length === 0)
      ? [fault('INVALID', path('requiredSectors'), GROUPS)]
      : []),
    ...yearFaults(path('projectMinYears'), projectMinYears),
    ...yearFaults(path('projectMaxYears'), projectMaxYears),
    ...(projectMinYears > projectMaxYears ? [fault('INVALID', path('projectMaxYears'), IN_ORDER)] : []),
  ];
}

const GROUPS = {
  sv: `Ange högst ${SECTORS.length} grupper med minst en sektor i varje.`,
  en: `Give at most ${SECTORS.length} groups with at least one sector in each.`,
};

const IN_ORDER = {
  sv: 'Det längsta projektet kan inte vara kortare än det kortaste.',
  en: 'The longest project cannot be shorter than the shortest.',
};

/** Quarters are whole months, so that a date decides and no rounding. */
function yearFaults(path: readonly string[], years: number): Fault[] {
  if (years >= 0.25 && years <= 50 && Number.isInteger(years * 4)) return [];
  return [
    fault('INVALID', path, {
      sv: 'Antalet år ska vara mellan 0,25 och 50, i hela kvartal: 2,5 eller 2,75.',
      en: 'The number of years must be between 0.25 and 50, in whole quarters: 2.5 or 2.75.',
    }),
  ];
}
