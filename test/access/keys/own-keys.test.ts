import { Make } from '../../support/make/make.js';
import { feedTokenOf } from '../../support/make/feed-token.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';
import { at } from '../../../src/shared/time/clock.js';
import { authenticator } from '../../../src/access/authenticate.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { apiKey { id parent { id } partner { id } expiresAt } secret userErrors { code path message } } }`;
const ROTATE = `mutation ($id: ID!) {
  rotateApiKey(id: $id) { apiKey { id prefix previousEndsAt } secret userErrors { code path message } } }`;
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { revokedAt } userErrors { code } } }';

const create = async (key: string, input: object = {}) =>
  (await service.as(key).run<any, object>(CREATE, { input: { name: 'Integrationen', role: 'PARTNER', ...input } }))
    .createApiKey;
const rotate = async (key: string, id: string) => (await service.as(key).run<any, object>(ROTATE, { id })).rotateApiKey;
const revoke = async (key: string, id: string) => (await service.as(key).run<any, object>(REVOKE, { id })).revokeApiKey;
const keyOf = async (key: string): Promise<string> =>
  (await service.as(key).run<any, object>('{ viewer { apiKey { id } } }')).viewer.apiKey.id;

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);

/** Whether a secret lets in, so many hours from now. */
async function letsIn(secret: string, hours = 0): Promise<boolean> {
  const authenticate = authenticator(service.database, null);
  const asked = at(inHours(hours), () => authenticate({ authorization: `Bearer ${secret}` }));
  return asked.then(
    () => true,
    () => false,
  );
}

/** The secret of a key of a new partner. */
const newPartnersKey = async () => make.key('PARTNER', await make.partner());

describe('a key that a partner makes', () => {
  it('acts for the same partner, comes of the key that made it, and is told to administrators alone', async () => {
    const own = await newPartnersKey();
    const { apiKey, secret, userErrors } = await create(own);
    expect(userErrors).toEqual([]);
    const { viewer } = await service.as(own).run<any, object>('{ viewer { partner { id } apiKey { id } } }');
    expect(apiKey).toMatchObject({ parent: { id: viewer.apiKey.id }, partner: viewer.partner, expiresAt: null });
    expect((await service.as(secret).run<any, object>('{ viewer { partner { id } } }')).viewer.partner).toEqual(
      viewer.partner,
    );
    const told = '{ activity(first: 1, kinds: [API_KEY_CREATED]) { nodes { subject { id } } } }';
    expect((await service.as(KEYS.admin).run<any, object>(told)).activity.nodes).toEqual([
      { subject: { id: apiKey.id } },
    ]);
    expect((await service.as(own).run<any, object>(told)).activity.nodes).toEqual([]);
  });

  it('ends with the key that made it at the latest, whose children and theirs fall with it', async () => {
    const own = await newPartnersKey();
    const end = inHours(1).toISOString();
    const child = await create(own, { expiresAt: end });
    expect((await create(child.secret)).apiKey.expiresAt).toBe(end);
    const before = await stored(service.database);
    expect(await create(child.secret, { expiresAt: inHours(2) })).toMatchObject({
      apiKey: null,
      secret: null,
      userErrors: [{ code: 'INVALID', path: ['expiresAt'] }],
    });
    expect(await stored(service.database)).toEqual(before);
    const grandchild = await create(child.secret);
    const { secret: token } = await feedTokenOf(service, grandchild.secret);
    expect((await revoke(own, child.apiKey.id)).userErrors).toEqual([]);
    expect(await Promise.all([own, child.secret, grandchild.secret, token].map(each => letsIn(each)))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['for another role', async () => ({ role: 'ADMIN' }), ['FORBIDDEN', ['role']]],
    ['for another partner', async () => ({ partnerId: (await make.partner()).id }), ['FORBIDDEN', ['partnerId']]],
    ['with grants', async () => ({ grants: ['ALL_IDEAS'] }), ['INVALID', ['grants']]],
  ] as const)('is refused %s', async (_, input, [code, path]) => {
    const own = await newPartnersKey();
    const given = await input();
    const before = await stored(service.database);
    expect((await create(own, given)).userErrors).toMatchObject([{ code, path }]);
    expect(await stored(service.database)).toEqual(before);
  });

  it('is one of twenty at most, so that rates do not multiply', async () => {
    const own = await newPartnersKey();
    for (let i = 1; i < 20; i += 1) expect((await create(own)).userErrors).toEqual([]);
    const before = await stored(service.database);
    expect((await create(own)).userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect(await stored(service.database)).toEqual(before);
  });
});

describe('many keys made at once', () => {
  it('are twenty at most, too', async () => {
    const own = await newPartnersKey();
    const made = await Promise.all(Array.from({ length: 24 }, () => create(own)));
    expect(made.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(19);
  });
});

describe('a key that is rotated', () => {
  it('has a new secret, and the old one works a day more', async () => {
    const own = await newPartnersKey();
    const { apiKey, secret, userErrors } = await rotate(own, await keyOf(own));
    expect(userErrors).toEqual([]);
    expect(secret.startsWith(apiKey.prefix)).toBe(true);
    expect(Math.abs(Date.parse(apiKey.previousEndsAt) - inHours(24).getTime())).toBeLessThan(HOUR / 60);
    expect(await keyOf(secret)).toBe(await keyOf(own));
    expect([await letsIn(own, 23.9), await letsIn(own, 24.1), await letsIn(secret, 24.1)]).toEqual([true, false, true]);
  });

  it('keeps what it has made, and falls whole: neither secret lets in once it is revoked', async () => {
    const own = await newPartnersKey();
    const { secret: token } = await feedTokenOf(service, own);
    const { apiKey, secret } = await rotate(own, await keyOf(own));
    expect(await letsIn(token, 48)).toBe(true);
    await revoke(secret, apiKey.id);
    expect(await Promise.all([own, secret, token].map(each => letsIn(each)))).toEqual([false, false, false]);
  });

  it('forgets the first secret when it is rotated again', async () => {
    const first = await newPartnersKey();
    const second = await rotate(first, await keyOf(first));
    const third = await rotate(second.secret, second.apiKey.id);
    expect(await Promise.all([first, second.secret, third.secret].map(each => letsIn(each)))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('is told to administrators alone, by what its secrets begin with', async () => {
    const own = await newPartnersKey();
    const { apiKey } = await rotate(own, await keyOf(own));
    const told =
      '{ activity(first: 1, kinds: [API_KEY_ROTATED]) { nodes { subject { id } changes { field before after } } } }';
    expect((await service.as(KEYS.admin).run<any, object>(told)).activity.nodes).toEqual([
      { subject: { id: apiKey.id }, changes: [{ field: 'prefix', before: own.slice(0, 12), after: apiKey.prefix }] },
    ]);
    expect((await service.as(own).run<any, object>(told)).activity.nodes).toEqual([]);
  });

  it.each([
    [
      'that is revoked',
      'ILLEGAL_TRANSITION',
      async (own: string) => {
        const { apiKey } = await create(own);
        await revoke(own, apiKey.id);
        return apiKey.id;
      },
    ],
    [
      'that outlives the one that asks',
      'INVALID',
      async (_: string, partner: { id: string }) => keyOf(await make.key('PARTNER', partner)),
    ],
  ] as const)('is none %s', async (_, code, target) => {
    const partner = await make.partner();
    const lasting = await make.key('PARTNER', partner);
    const own = (await create(lasting, { expiresAt: inHours(1) })).secret;
    const id = await target(own, partner);
    const before = await stored(service.database);
    expect(await rotate(own, id)).toMatchObject({ apiKey: null, secret: null, userErrors: [{ code }] });
    expect(await stored(service.database)).toEqual(before);
  });

  it('is no feed token', async () => {
    const { id } = await feedTokenOf(service, KEYS.admin);
    expect((await rotate(KEYS.admin, id)).userErrors).toMatchObject([{ code: 'INVALID', path: ['id'] }]);
  });
});
