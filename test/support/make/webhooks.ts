import { readConfig } from '../../../src/config.js';
import { runQuery } from '../../../src/http/graphql/own-query.js';
import { at } from '../../../src/shared/time/clock.js';
import { Courier } from '../../../src/webhooks/delivering/courier.js';
import { Events } from '../../../src/webhooks/event.js';
import { KEYS, type Service } from '../service/service.js';

export const CREATE = `mutation ($input: CreateWebhookInput!) {
  createWebhook(input: $input) { secret webhook { id url kinds active disabledReason } userErrors { code path message } }
}`;
export const DELETE = `mutation ($id: ID!) {
  deleteWebhook(id: $id) { webhook { id active disabledReason } userErrors { code path } }
}`;
export const REDELIVER = `mutation ($id: ID!) {
  redeliver(deliveryId: $id) { delivery { id status nextAttemptAt } userErrors { code path } }
}`;
const READ = `query ($id: ID!) { node(id: $id) { ... on Webhook {
  active disabledReason
  deliveries(first: 100) { nodes {
    id status attempts responseStatus lastOutcome lastAttemptAt nextAttemptAt activity { sequence kind subject { id } }
  } }
} } }`;

type Where = Pick<Service, 'as'>;

/** A webhook that is made and works. */
export async function makeWebhook(
  service: Where,
  url: string,
  { key = KEYS.admin, kinds = ['IDEA_UPDATED'] }: { key?: string; kinds?: string[] } = {},
) {
  const { createWebhook } = await service.as(key).run<any, object>(CREATE, { input: { url, kinds } });
  expect(createWebhook.userErrors).toEqual([]);
  return { id: createWebhook.webhook.id as string, secret: createWebhook.secret as string };
}

/** The webhook as an administrator sees it, its deliveries the oldest first. */
export async function webhookOf(service: Where, id: string, key: string = KEYS.admin) {
  const { node } = await service.as(key).run<any, object>(READ, { id });
  return node && { ...node, deliveries: node.deliveries.nodes.toReversed() };
}

/** A copy of the service that delivers, beside the one that runs, and waits for nothing once it shall stop. */
export function courierOf({ api, database }: Pick<Service, 'api' | 'database'>, settings: NodeJS.ProcessEnv = {}) {
  const failures: unknown[] = [];
  const courier = new Courier({
    database,
    settings: readConfig({ WEBHOOK_ALLOW_PRIVATE: 'true', WEBHOOK_TIMEOUT_MS: '500', ...settings }).webhooks,
    events: new Events(
      (viewer, document, variables) => runQuery(api, api.contextFor(viewer, 'SV'), document, variables),
      database,
    ),
    attempted: () => undefined,
    failed: error => failures.push(error),
    graceMs: 0,
  });
  const workAt = async (moment: Date) => {
    await at(moment, () => courier.work());
    expect(failures).toEqual([]);
  };
  return { workAt, stop: () => courier.stop() };
}

/** Delivers what is due at another moment. */
export function deliverAt(service: Pick<Service, 'api' | 'database'>, moment: Date, settings: NodeJS.ProcessEnv = {}) {
  return courierOf(service, settings).workAt(moment);
}

/** An idea that changes its title again and again; each change is one activity. */
export async function anIdea(service: Where, input: object = {}) {
  const admin = service.as(KEYS.admin);
  const { partner } = await admin.run<any, object>('{ partner(slug: "netport-science-park") { id } }');
  const { createIdea } = await admin.run<any, object>(
    'mutation($input: CreateIdeaInput!) { createIdea(input: $input) { idea { id } userErrors { message } } }',
    {
      input: {
        title: { sv: 'Vågkraft' },
        summary: { sv: 'Prov' },
        visibility: 'PUBLIC',
        ownerId: partner.id,
        ...input,
      },
    },
  );
  const { id } = createIdea.idea as { id: string };
  return {
    id,
    retitle: async (title: string, through: Where = service) => {
      const { updateIdea } = await through
        .as(KEYS.admin)
        .run<any, object>(
          'mutation($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { message } } }',
          { input: { id, title: { sv: title } } },
        );
      expect(updateIdea.userErrors).toEqual([]);
    },
  };
}

/** The titles that were sent, in the order they came. */
export const titlesIn = (received: readonly { json: any }[]) =>
  received.map(({ json }) => json.data.changes.find(({ field }: { field: string }) => field === 'title').after.sv);
