import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, Float, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Consortium } from '../../consortia/consortium.js';
import type { Context } from '../../context/context.js';
import { Partner } from '../../partners/partner.js';
import { badInput } from '../../reading/bad-input.js';
import { NeedsSql, SqlResult } from '../../reading/sql-fields.js';
import { LocaleArg } from '../../shared/text/localized-field.js';
import { inLocale, type Locale } from '../../shared/text/localized-text.js';
import {
  bestPartners,
  type ConsortiumFacts,
  type PartnerFacts,
  type PartnerMatchReason,
  PartnerMatchReasonCode,
} from './partner-match.js';
import { consortiumAndPartners } from './partner-match-sql.js';

const MOST = 50;

@ObjectType('PartnerMatchReason', { description: 'One side from which a partner was compared, and what was found.' })
export class PartnerMatchReasonType {
  @Field(() => PartnerMatchReasonCode, { description: 'Which side.' })
  code!: PartnerMatchReasonCode;

  @Field(() => Boolean, { description: 'Whether it speaks for the partner.' })
  satisfied!: boolean;
}

@ObjectType('PartnerMatch', { description: 'Why a partner would fill out a consortium: never a bare number.' })
export class PartnerMatch {
  readonly partnerId!: string;

  @Field(() => Float, {
    description:
      'How well, 0 to 1: a missing sector 0.40, the same focus areas 0.25, having worked together 0.15, a missing country 0.10, funding granted before 0.10.',
  })
  score!: number;

  @Field(() => [PartnerMatchReasonType], { description: 'All five sides, in the order of the enum.' })
  reasons!: PartnerMatchReasonType[];
}

@Resolver(() => Consortium)
export class PartnerMatchesResolver {
  @FieldResolver(() => [PartnerMatch], {
    description:
      'Partners outside the idea that would fill out its consortium, the best first; those that score less than 0.25 are left out. Ideas that the viewer does not see say nothing. At most 1,000 partners are compared, in the order of their names. Empty when the viewer is not inside the idea.',
  })
  @NeedsSql(scope => {
    if (scope.args.first < 0 || scope.args.first > MOST)
      throw badInput(`first must be at least 0 and at most ${MOST}.`);
    return consortiumAndPartners(scope);
  })
  partnerMatches(
    @Arg('first', () => Int, { nullable: true, defaultValue: 5, description: `How many at most, 0 to ${MOST}.` })
    first: number | null,
    @SqlResult() told: { consortium: ConsortiumFacts; partners: PartnerFacts[] } | null,
  ) {
    return told ? bestPartners(told.partners, told.consortium, first ?? 5) : [];
  }
}

@Resolver(() => PartnerMatch)
export class PartnerMatchResolver {
  @FieldResolver(() => Partner, { description: 'The partner.' })
  partner(@Root() { partnerId }: PartnerMatch, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.readById(info, 'Partner', partnerId);
  }
}

@Resolver(() => PartnerMatchReasonType)
export class PartnerMatchReasonResolver {
  @FieldResolver(() => String, { description: 'What was found.' })
  message(@Root() { message }: PartnerMatchReason, @LocaleArg() locale: Locale | null, @Ctx() context: Context) {
    return inLocale(message, locale ?? context.locale);
  }
}
