import { Field, Float, InputType, Int } from 'type-graphql';
import { EnvironmentalObjective } from '../../ideas/classification.js';
import { Sector } from '../../partners/sectors.js';
import { Money } from '../../shared/money.js';
import { LocalizedText } from '../../shared/text/localized-text.js';
import { WebAddress } from '../../shared/values/scalars.js';

@InputType('CallDeadlineInput', { description: 'One deadline of a funding call.' })
export class CallDeadlineInput {
  @Field(() => Date, { description: 'The last moment to submit, with its offset: 2027-03-01T17:00:00+01:00.' })
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'What the deadline is for, such as "Stage 1"; at most 200 characters, and blank is none.',
  })
  label?: string | null;
}

/** What new and changed calls have in common. */
@InputType()
export abstract class CallDetailsInput {
  @Field(() => LocalizedText, { nullable: true, description: 'What the call funds, at most 10,000 characters.' })
  summary?: LocalizedText | null;

  @Field(() => WebAddress, { nullable: true, description: "The funder's page about the call." })
  url?: string | null;

  @Field(() => Date, { nullable: true, description: 'When it opens; without it the call counts as open.' })
  opensAt?: Date | null;

  @Field(() => [CallDeadlineInput], { nullable: true, description: 'All its deadlines, in any order.' })
  deadlines?: CallDeadlineInput[] | null;

  @Field(() => Money, { nullable: true, description: 'What the call has to give in all.' })
  budget?: Money | null;

  @Field(() => Money, { nullable: true, description: 'The smallest grant.' })
  grantMin?: Money | null;

  @Field(() => Money, { nullable: true, description: 'The largest grant, in the currency of grantMin.' })
  grantMax?: Money | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Percent of the eligible cost that is funded, above 0 and at most 100.',
  })
  fundingRate?: number | null;

  @Field(() => Int, { nullable: true, description: 'The fewest partners, at least 1.' })
  minPartners?: number | null;

  @Field(() => Int, { nullable: true, description: 'The fewest countries, at least 1.' })
  minCountries?: number | null;

  @Field(() => [Sector], { nullable: true, description: 'Sectors that must be represented.' })
  requiredSectors?: Sector[];

  @Field(() => Int, { nullable: true, description: 'The lowest technology readiness level, 1 to 9.' })
  trlMin?: number | null;

  @Field(() => Int, { nullable: true, description: 'The highest technology readiness level, 1 to 9.' })
  trlMax?: number | null;

  @Field(() => [String], { nullable: true, description: 'Focus areas it suits, by code.' })
  focusAreas?: string[];

  @Field(() => [EnvironmentalObjective], { nullable: true, description: 'Environmental objectives it funds.' })
  environmentalObjectives?: EnvironmentalObjective[];
}
