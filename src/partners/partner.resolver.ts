import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, InputType, Query, Resolver } from 'type-graphql';
import { contactEmail } from '../access/contact.js';
import type { Context } from '../context/context.js';
import { badInput } from '../reading/bad-input.js';
import { connection } from '../reading/connections/connection.js';
import { connectionTypes } from '../reading/connections/connection-types.js';
import { PageArgs } from '../reading/connections/page.js';
import { searchedIn } from '../reading/search/search-text.js';
import { SqlField } from '../reading/sql-fields.js';
import { sql } from '../reading/sql.js';
import { Partner } from './partner.js';
import { PARTNER_LIST } from './partner-list.js';
import { Sector } from './sectors.js';

export const { Connection: PartnerConnection } = connectionTypes('Partner', () => Partner);

@InputType('PartnerFilter', {
  description: 'Which partners. Every condition given must hold; within a list, one is enough.',
})
export class PartnerFilter {
  @Field(() => String, { nullable: true, description: searchedIn('name, slug and description') })
  text?: string | null;

  @Field(() => [Sector], { nullable: true, description: 'Of one of these sectors.' })
  sectors?: Sector[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'In one of these countries, ISO 3166-1 alpha-2 in capitals or small letters; a code that there is not is refused.',
  })
  countries?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'With an idea, owned or taken part in, in one of these focus areas or their parts; by code.',
  })
  focusAreas?: string[] | null;
}

@ArgsType()
export class PartnerPageArgs extends PageArgs {
  @Field(() => PartnerFilter, { nullable: true, description: 'Which partners; all when left out.' })
  filter?: PartnerFilter | null;
}

@Resolver(() => Partner)
export class PartnerResolver {
  @SqlField(
    () => String,
    {
      nullable: true,
      description:
        "A role's mailbox by which the organisation is reached; null when unknown, and for callers without a key and feed tokens.",
    },
    contactEmail,
  )
  contactEmail!: string | null;

  @Query(() => Partner, {
    nullable: true,
    description:
      'One partner by id or by slug, exactly one of the two; null if there is none. The slug of one that has been merged leads to the partner it is part of now.',
  })
  partner(
    @Arg('id', () => ID, { nullable: true, description: 'The TypeID: partner_….' }) id: string | null,
    @Arg('slug', () => String, { nullable: true, description: 'The short name: techtank.' }) slug: string | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if ((id == null) === (slug == null)) throw badInput('Give exactly one of id and slug.');
    return context.read(info, scope => {
      const asked = scope.arg(args => args.id ?? args.slug);
      const named = sql`(select coalesce(named.merged_into_id, named.id) from partner named where named.slug = ${asked})`;
      return scope.one('Partner', partner => sql`${partner}.id = ${id == null ? named : asked}`);
    });
  }

  @Query(() => PartnerConnection, {
    description: 'The partners, by name, or the best matches first when there is a text.',
  })
  partners(@Args() _page: PartnerPageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.read(info, connection(PARTNER_LIST));
  }
}
