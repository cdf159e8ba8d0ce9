import { Resolver } from 'type-graphql';
import { ViewerType } from '../access/viewer-type.js';
import { SqlField } from '../reading/sql-fields.js';
import { sql } from '../reading/sql.js';
import { Webhook } from './webhook.js';

@Resolver(() => ViewerType)
export class WebhooksOfViewerResolver {
  @SqlField(
    () => [Webhook],
    {
      description:
        'Webhooks that are not deleted, the newest first: for administrators all, for partners those of their keys, for integrators their own.',
    },
    scope =>
      scope.many('Webhook', alias => ({
        where: sql`${alias}.disabled_reason is distinct from 'DELETED'`,
        orderBy: sql`${alias}.created_at desc, ${alias}.id desc`,
      })),
  )
  webhooks!: Webhook[];
}
