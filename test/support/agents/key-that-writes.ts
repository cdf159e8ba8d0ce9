import { KEYS, type Service } from '../service/service.js';

interface Wanted {
  readonly role: 'ADMIN' | 'PARTNER';
  readonly slug?: string;
  readonly name?: string;
}

/** The secret of a new key with which the tools of an agent may write. */
export async function keyThatWrites(service: Service, { role, slug, name = 'Agent' }: Wanted): Promise<string> {
  const admin = service.as(KEYS.admin);
  const { partner } = slug
    ? await admin.run<any, object>('query ($slug: String!) { partner(slug: $slug) { id } }', { slug })
    : { partner: null };
  const { createApiKey } = await admin.run<any, object>(
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { toolsMayWrite } userErrors { message } } }',
    { input: { name, role, partnerId: partner?.id, toolsMayWrite: true } },
  );
  expect(createApiKey).toMatchObject({ apiKey: { toolsMayWrite: true }, userErrors: [] });
  return createApiKey.secret;
}
