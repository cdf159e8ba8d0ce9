import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { Partner } from '../partners/partner.js';
import { SqlField } from '../reading/sql-fields.js';
import { literal, param, raw, sql, VIEWER_KEY, VIEWER_PARTNER } from '../reading/sql.js';
import { Locale } from '../shared/text/localized-text.js';
import { ApiKey } from './keys/api-key.js';
import { ViewerType } from './viewer-type.js';
import { Role } from '../shared/roles.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'Who asks: the role, partner and language of this request.' })
  viewer(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.read(info, scope => scope.object());
  }

  @SqlField(
    () => String,
    { description: 'The name of the key, the organisation and subject of the token, or "anonymous".' },
    () => sql`${param(({ viewer }) => viewer.name)}::text`,
  )
  name!: string;

  @SqlField(
    () => Role,
    { nullable: true, description: 'The role, or null for anonymous.' },
    () => sql`${param(({ viewer }) => viewer.role)}::text`,
  )
  role!: Role | null;

  @SqlField(() => Partner, { nullable: true, description: 'The partner the key acts for, or null.' }, scope =>
    scope.one('Partner', partner => sql`${partner}.id = ${VIEWER_PARTNER}`),
  )
  partner!: Partner | null;

  @SqlField(
    () => ApiKey,
    { nullable: true, description: 'The API key that asks; null for a sign-in at an organisation, and for anonymous.' },
    scope => scope.one('ApiKey', key => sql`${key}.id = ${VIEWER_KEY}`),
  )
  apiKey!: ApiKey | null;

  @SqlField(
    () => Locale,
    { description: 'The language texts are answered in unless an argument says otherwise.' },
    scope => literal(scope.locale),
  )
  locale!: Locale;

  @SqlField(
    () => [ApiKey],
    {
      description:
        'API keys, the newest first: for administrators all, for partners those of the partner, for integrators their own, for anonymous none.',
    },
    scope =>
      scope.many('ApiKey', alias => ({
        where: raw('true'),
        orderBy: sql`${alias}.created_at desc, ${alias}.id desc`,
      })),
  )
  apiKeys!: ApiKey[];
}
