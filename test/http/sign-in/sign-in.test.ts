import { jest } from '@jest/globals';
import { exportSPKI, importJWK } from 'jose';
import { eventually, listen, listenBySse } from '../../support/service/listener.js';
import { IdentityProvider, newKey } from '../../support/doubles/identity-provider.js';
import { Make } from '../../support/make/make.js';
import { KEYS, type Service, startBeside, startService } from '../../support/service/service.js';

let provider: IdentityProvider;
let service: Service;
beforeAll(async () => {
  provider = await IdentityProvider.start();
  service = await startService(provider.settings);
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await service.stop();
  await provider.stop();
});

const VIEWER = '{ viewer { name role partner { slug } apiKeys { id } } }';
const ADMIN = { roles: ['ks3-admin'] };
const PARTNER = { roles: ['ks3-partner'], partner: 'techtank' };

const viewerBy = async (token: string) => (await service.as(token).run<any, object>(VIEWER)).viewer;

async function refusalOf(token: string, at: Pick<Service, 'url'> = service) {
  const response = await fetch(`${at.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: VIEWER }),
  });
  const { data, errors } = (await response.json()) as {
    data?: unknown;
    errors: { message: string; extensions: any }[];
  };
  expect(data).toBeUndefined();
  expect(errors[0]?.message.length).toBeGreaterThan(20);
  const { code, reason } = errors[0]!.extensions;
  return [response.status, code, reason];
}

/** A token that says of itself that it needs no signature. */
function unsigned(token: string): string {
  const header = Buffer.from('{"alg":"none"}').toString('base64url');
  return `${header}.${token.split('.')[1]}.`;
}

describe('a token of the provider', () => {
  it('signs in an administrator, named by where the token comes from and its subject', async () => {
    const viewer = await viewerBy(await provider.token(ADMIN));
    expect(viewer).toMatchObject({ role: 'ADMIN', partner: null });
    expect(viewer.name).toBe(`${new URL(provider.issuer).host} (dashboard)`);
  });

  it('signs in a partner by slug or by organisationsnummer', async () => {
    const slugOf = async (partner: string) =>
      (await viewerBy(await provider.token({ ...PARTNER, partner }))).partner.slug;
    const { slug } = await new Make(service.database).partner({ organisationNumber: '556000-4615' });
    expect(await slugOf('techtank')).toBe('techtank');
    expect(await slugOf('556000-4615')).toBe(slug);
  });

  it('signs in those partners only whose words are listed, where any are', async () => {
    const listed = await startBeside(service, {
      ...provider.settings,
      OIDC_PARTNERS: 'tenant-7=netport-science-park',
      OIDC_NAME_CLAIM: 'name',
    });
    const askAs = async (claims: object) =>
      listed.as(await provider.token({ ...PARTNER, ...claims })).ask('{ viewer { partner { slug } } }');
    expect((await askAs({ partner: 'tenant-7' })).data.viewer.partner.slug).toBe('netport-science-park');
    expect((await askAs({ partner: 'techtank' })).errors?.[0]?.extensions.code).toBe('NO_ROLE');
    await listed.stop();
  });

  it('reads no claim that cannot be stored: control characters, halves of characters', async () => {
    const named = await startBeside(service, { ...provider.settings, OIDC_NAME_CLAIM: 'name' });
    const codeOf = async (claims: object) =>
      (await named.as(await provider.token({ ...PARTNER, ...claims })).ask(VIEWER)).errors?.[0]?.extensions.code;
    expect(await codeOf({ partner: 'tech\u0000tank' })).toBe('NO_ROLE');
    expect(await codeOf({ name: 'Tavlan\u0000' })).toBeUndefined();
    const token = await provider.token({ ...PARTNER, name: `${'x'.repeat(254)}😀` });
    expect((await named.as(token).run<any, object>(VIEWER)).viewer.name).toMatch(/^x{254}\uFFFD \(dashboard\)$/);
    await named.stop();
  });

  it('gives the strongest of several roles, and an integrator its grants', async () => {
    const strongest = await viewerBy(await provider.token({ roles: ['other', 'ks3-screen', 'ks3-admin'] }));
    expect(strongest.role).toBe('ADMIN');
    const screen = service.as(await provider.token({ roles: 'ks3-screen' }));
    const { activity } = await screen.run<any, object>('{ viewer { role } activity(first: 1) { nodes { kind } } }');
    expect(activity.nodes).toHaveLength(1);
  });

  it('may do what its role may, and the log tells who it was without a name of a person', async () => {
    const token = await provider.token({ ...PARTNER, name: 'Anna Andersson', email: 'anna@example.org' });
    const { createIdea } = await service
      .as(token)
      .run<any, object>(
        'mutation($input: CreateIdeaInput!) { createIdea(input: $input) { idea { id code } userErrors { message } } }',
        {
          input: { title: { sv: 'Vätgas i hamnen' }, summary: { sv: 'Prov' }, visibility: 'PUBLIC' },
        },
      );
    expect(createIdea.userErrors).toEqual([]);
    const { idea } = await service
      .as(KEYS.admin)
      .run<any, object>(
        'query($id: ID!) { idea(id: $id) { activity(first: 1) { nodes { actor { name role partner { slug } } } } } }',
        {
          id: createIdea.idea.id,
        },
      );
    expect(idea.activity.nodes[0].actor).toEqual({
      name: 'Techtank (dashboard)',
      role: 'PARTNER',
      partner: { slug: 'techtank' },
    });
  });

  it('is named by another claim where that is asked for, and where the token has it', async () => {
    const beside = await startBeside(service, { ...provider.settings, OIDC_NAME_CLAIM: 'name' });
    const nameBy = async (claims: object) =>
      (await beside.as(await provider.token({ ...PARTNER, ...claims })).run<any, object>(VIEWER)).viewer.name;
    expect(await nameBy({ name: 'Tavlan i foajén' })).toBe('Tavlan i foajén (dashboard)');
    for (const name of ['', 7]) expect(await nameBy({ name })).toBe('Techtank (dashboard)');
    await beside.stop();
  });

  it('asks for files as well', async () => {
    const get = (token: string) =>
      fetch(`${service.url}/export/ideas.csv`, { headers: { authorization: `Bearer ${token}` } });
    expect((await get(await provider.token(PARTNER))).status).toBe(200);
    expect((await get(await provider.token(PARTNER, 'https://other.example'))).status).toBe(401);
  });
});

describe('a token that is refused', () => {
  const seconds = (from: number) => Math.floor(Date.now() / 1_000) + from;
  const REFUSED: readonly [string, () => Promise<string>, [number, string, string?]][] = [
    ['for another service', () => provider.token(ADMIN, 'https://other.example'), [401, 'UNAUTHENTICATED', 'AUDIENCE']],
    ['of another issuer', () => provider.signed({ iss: 'https://evil.example' }), [401, 'UNAUTHENTICATED', 'ISSUER']],
    ['that has expired', () => provider.signed({ exp: seconds(-1) }), [401, 'UNAUTHENTICATED', 'EXPIRED']],
    ['that is not valid yet', () => provider.signed({ nbf: seconds(60) }), [401, 'UNAUTHENTICATED', 'NOT_YET_VALID']],
    ['that never expires', () => provider.signed({ exp: undefined }), [401, 'UNAUTHENTICATED', 'CLAIM']],
    ['of nobody', () => provider.signed({ sub: undefined }), [401, 'UNAUTHENTICATED', 'CLAIM']],
    ['without a signature', async () => unsigned(await provider.token(ADMIN)), [401, 'UNAUTHENTICATED', 'ALGORITHM']],
    ['signed with the public key as a shared secret', hmacWithPublicKey, [401, 'UNAUTHENTICATED', 'ALGORITHM']],
    ['signed with the public key as JSON', hmacWithPublicJwk, [401, 'UNAUTHENTICATED', 'ALGORITHM']],
    [
      'signed with an unknown key',
      async () => provider.signed({}, { key: await newKey() }),
      [401, 'UNAUTHENTICATED', 'KEY'],
    ],
    [
      'signed with another key under a known name',
      async () => provider.signed({}, { key: { ...(await newKey()), kid: provider.publicKey.kid! } }),
      [401, 'UNAUTHENTICATED', 'SIGNATURE'],
    ],
    ['with changed claims', async () => changed(await provider.token(PARTNER)), [401, 'UNAUTHENTICATED', 'SIGNATURE']],
    ['that is no token', async () => 'not.a.token', [401, 'UNAUTHENTICATED', 'MALFORMED']],
    ['with no role here', () => provider.token({ roles: ['cook'] }), [403, 'NO_ROLE']],
    ['of a partner that is not known', () => provider.token({ ...PARTNER, partner: 'acme' }), [403, 'NO_ROLE']],
    ['of a partner that is not named', () => provider.token({ roles: ['ks3-partner'] }), [403, 'NO_ROLE']],
  ];

  it.each(REFUSED)('is one %s', async (_what, token, [status, code, reason]) => {
    expect(await refusalOf(await token())).toEqual([status, code, reason]);
  });

  async function hmacWithPublicKey(): Promise<string> {
    const pem = await exportSPKI((await importJWK(provider.publicKey)) as CryptoKey);
    return provider.signed({}, { key: new TextEncoder().encode(pem), alg: 'HS256' });
  }

  async function hmacWithPublicJwk(): Promise<string> {
    return provider.signed({}, { key: new TextEncoder().encode(JSON.stringify(provider.publicKey)), alg: 'HS256' });
  }

  function changed(token: string): string {
    const [header, payload = '', signature] = token.split('.');
    const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), roles: ['ks3-admin'] };
    return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  }

  it('is told to programs by WWW-Authenticate', async () => {
    const { headers } = await fetch(`${service.url}/export/ideas.csv`, {
      headers: { authorization: `Bearer ${await provider.signed({ exp: seconds(-60) })}` },
    });
    expect(headers.get('www-authenticate')).toMatch(
      /^Bearer error="invalid_token", error_description="The token has expired/,
    );
  });

  it('does no harm to those with keys', async () => {
    expect((await service.as(KEYS.partner).run<any, object>(VIEWER)).viewer.role).toBe('PARTNER');
    expect((await service.as('ks3_unknown').ask(VIEWER)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe.each([
  ['WebSocket', listen],
  ['server-sent events', listenBySse],
] as const)('a subscription by %s', (_name, how) => {
  it('ends when the token does, before anything else is told', async () => {
    const exp = Math.ceil(Date.now() / 1_000) + 5;
    const query = 'subscription { activity { kind } }';
    const token = await provider.signed({ exp });
    const listener = how(service, token, query);
    await change();
    await eventually(
      async () => (await change(), listener.events.length > 0),
      () => 'nothing was told',
    );
    await new Promise(resolve => setTimeout(resolve, exp * 1_000 - Date.now() + 50));
    const told = listener.events.length;
    await change();
    expect((await listener.ended).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(listener.events).toHaveLength(told);
    await listener.stop();
    const again = how(service, token, query);
    expect(await again.ended).toMatchObject(how === listen ? { code: 4403 } : {});
    await again.stop();
  });

  async function change(): Promise<void> {
    const { createApiKey } = await service
      .as(KEYS.admin)
      .run<any, object>(
        'mutation { createApiKey(input: { name: "Prov", role: INTEGRATOR }) { userErrors { message } } }',
      );
    expect(createApiKey.userErrors).toEqual([]);
  }
});

it('takes tokens of a new key once the provider has changed keys, and none of the old key', async () => {
  const old = await provider.token(ADMIN);
  await viewerBy(old);
  await provider.rotateKeys();
  const fresh = await provider.token(ADMIN);
  expect(await refusalOf(fresh)).toEqual([401, 'UNAUTHENTICATED', 'KEY']);
  const later = Date.now() + 31_000;
  jest.spyOn(Date, 'now').mockReturnValue(later);
  expect((await viewerBy(fresh)).role).toBe('ADMIN');
  expect(await refusalOf(old)).toEqual([401, 'UNAUTHENTICATED', 'KEY']);
});

it('starts without its provider, says so to those with tokens, and lets them in once it answers', async () => {
  const away = await IdentityProvider.start();
  const token = await away.token(ADMIN);
  await away.stop();
  const alone = await startService(away.settings);
  try {
    expect(await refusalOf(token, alone)).toEqual([503, 'SIGN_IN_UNAVAILABLE', undefined]);
    const listener = listen(alone, token, 'subscription { activity { kind } }');
    expect(await listener.ended).toEqual({ code: 1013 });
    await listener.stop();
    expect((await alone.as(KEYS.admin).run<any, object>(VIEWER)).viewer.role).toBe('ADMIN');
    expect((await alone.as().run<any, object>(VIEWER)).viewer.role).toBeNull();
    await away.resume();
    expect((await alone.as(token).run<any, object>(VIEWER)).viewer.role).toBe('ADMIN');
  } finally {
    await alone.stop();
    await away.stop();
  }
});

describe('/sign-in.json', () => {
  it('tells pages how people sign in, or that they cannot', async () => {
    const told = async ({ url }: Service) => (await fetch(`${url}/sign-in.json`)).json();
    expect(await told(service)).toEqual({ oidc: null, rememberedDays: 30 });
    const open = await startService({ ...provider.settings, OIDC_CLIENT_ID: 'pipeline', OIDC_SCOPE: 'openid profile' });
    expect(await told(open)).toEqual({
      oidc: { issuer: provider.issuer, clientId: 'pipeline', scope: 'openid profile', resource: null },
      rememberedDays: 30,
    });
    const policy = (await fetch(`${open.url}/health`)).headers.get('content-security-policy');
    expect(policy).toContain(`connect-src 'self' ${provider.issuer}`);
    await open.stop();
  });
});
