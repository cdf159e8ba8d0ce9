import type { Service } from '../service/service.js';

/** The id and the secret of a new feed token, made by a key. */
export async function feedTokenOf(
  service: Pick<Service, 'as'>,
  key: string,
): Promise<{ id: string; secret: string; expiresAt: string }> {
  const { createFeedToken } = await service
    .as(key)
    .run<any, object>(
      'mutation { createFeedToken(input: { name: "Kalendern" }) { apiKey { id feedOnly expiresAt } secret userErrors { message } } }',
    );
  expect(createFeedToken).toMatchObject({ apiKey: { feedOnly: true }, userErrors: [] });
  return { ...createFeedToken.apiKey, secret: createFeedToken.secret };
}
