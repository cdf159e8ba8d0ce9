import { Resolver } from 'type-graphql';
import { ViewerType } from '../access/viewer-type.js';
import { SqlField } from '../reading/sql-fields.js';
import { sql } from '../reading/sql.js';
import { NoticeSubscription } from './notice-subscription.js';

@Resolver(() => ViewerType)
export class NoticesOfViewerResolver {
  @SqlField(
    () => [NoticeSubscription],
    {
      description:
        'The mails that the key or person that asks has asked for and not ended, the newest first; each sees its own alone. Empty for anonymous.',
    },
    scope =>
      scope.many('NoticeSubscription', alias => ({
        where: sql`${alias}.ended_at is null`,
        orderBy: sql`${alias}.created_at desc, ${alias}.id desc`,
      })),
  )
  noticeSubscriptions!: NoticeSubscription[];
}
