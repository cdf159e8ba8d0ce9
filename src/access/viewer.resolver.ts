import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Partner } from '../partners/partner.js';
import { Brought, Reads } from '../reading/reads.js';
import { literal, param, raw, sql, VIEWER_PARTNER } from '../reading/sql.js';
import { Locale } from '../shared/localized-text.js';
import { ApiKey } from './api-key.js';
import { Role } from './roles.js';

@ObjectType('Viewer', { description: 'Who asks, as the API sees it.' })
export class ViewerType {
  @Field(() => Locale, { description: 'The language texts are answered in unless an argument says otherwise.' })
  locale!: Locale;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'Who asks: the role, partner and language of this request.' })
  viewer(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.read(info, scope => scope.object());
  }

  @FieldResolver(() => String, {
    description: 'The name of the key, the organisation and subject of the token, or "anonymous".',
  })
  @Reads(() => sql`${param(({ viewer }) => viewer.name)}::text`)
  name(@Brought() name: string) {
    return name;
  }

  @FieldResolver(() => Role, { nullable: true, description: 'The role, or null for anonymous.' })
  @Reads(() => sql`${param(({ viewer }) => viewer.role)}::text`)
  role(@Brought() role: Role | null) {
    return role;
  }

  @FieldResolver(() => Partner, { nullable: true, description: 'The partner the key acts for, or null.' })
  @Reads(scope => scope.one('Partner', partner => sql`${partner}.id = ${VIEWER_PARTNER}`))
  partner(@Brought() partner: Partner | null) {
    return partner;
  }

  @FieldResolver(() => Locale, { description: 'The language texts are answered in unless an argument says otherwise.' })
  @Reads(scope => literal(scope.locale))
  locale(@Brought() locale: Locale) {
    return locale;
  }

  @FieldResolver(() => [ApiKey], {
    description:
      'API keys, the newest first: for administrators all, for partners those of the partner, for integrators their own, for anonymous none.',
  })
  @Reads(scope =>
    scope.many('ApiKey', alias => ({ where: raw('true'), orderBy: raw(`${alias}.created_at desc, ${alias}.id desc`) })),
  )
  apiKeys(@Brought() keys: ApiKey[]) {
    return keys;
  }
}
