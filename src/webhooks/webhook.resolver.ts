import { Args, Resolver } from 'type-graphql';
import { Idea } from '../ideas/idea.js';
import { connection } from '../reading/connections/connection.js';
import { connectionTypes } from '../reading/connections/connection-types.js';
import { ForwardArgs } from '../reading/connections/page.js';
import { SqlField } from '../reading/sql-fields.js';
import type { Scope } from '../reading/scope.js';
import { NOW, sql, type Sql } from '../reading/sql.js';
import { WebhookDelivery } from './delivery.js';
import { Webhook, WebhookDisabledReason } from './webhook.js';

export const { Connection: WebhookDeliveryConnection } = connectionTypes('WebhookDelivery', () => WebhookDelivery, {
  counted: false,
});

@Resolver(() => Webhook)
export class WebhookResolver {
  @SqlField(
    () => Boolean,
    { description: 'Whether it is sent anything; disabledReason tells why not.' },
    scope => sql`${reasonOf(scope)} is null`,
  )
  active!: boolean;

  @SqlField(
    () => WebhookDisabledReason,
    {
      nullable: true,
      description: 'Why it is not active; null while it is.',
    },
    scope => reasonOf(scope),
  )
  disabledReason!: WebhookDisabledReason | null;

  @SqlField(
    () => [Idea],
    {
      description:
        'The ideas that it is limited to, as far as the viewer may see them, by id; empty where it is not limited to ideas, and where none of them may be seen any more: `limited` tells the two apart.',
    },
    scope =>
      scope.many('Idea', alias => ({
        where: sql`${alias}.id = any(${scope.column('ideas')})`,
        orderBy: sql`${alias}.id`,
      })),
  )
  ideas!: Idea[];

  @SqlField(
    () => Boolean,
    {
      description:
        'Whether it is limited to ideas or focus areas. Limited to ideas that none may see any more, it is sent nothing of them, and `ideas` is empty.',
    },
    scope => sql`(cardinality(${scope.column('ideas')}) + cardinality(${scope.column('focusAreas')}) > 0)`,
  )
  limited!: boolean;

  @SqlField(
    () => WebhookDeliveryConnection,
    {
      description: 'What was sent and what is being tried, of the last 30 days, the newest first.',
    },
    scope =>
      connection({
        entity: 'WebhookDelivery',
        where: alias => sql`${alias}.webhook_id = ${scope.row.alias}.id`,
        order: alias => ({ name: 'deliveries', key: sql`${alias}.sequence`, type: 'int', direction: 'DESC' }),
      })(scope),
  )
  deliveries(@Args() _page: ForwardArgs): void {}
}

function reasonOf(scope: Scope): Sql {
  return sql`coalesce(${scope.column('disabledReason')}, (select 'KEY_ENDED' from api_key of_key
    where of_key.id = ${scope.column('apiKey')} and (of_key.revoked_at is not null or of_key.expires_at <= ${NOW})))`;
}
