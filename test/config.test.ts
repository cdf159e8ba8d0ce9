import { readConfig } from '../src/config.js';
import { ConfigError } from '../src/shared/program/config-error.js';

const OIDC = { OIDC_ISSUER: 'https://login.example', OIDC_AUDIENCE: 'kickstart', OIDC_ROLES: 'admins=ADMIN' };

describe('the database', () => {
  it.each([
    'postgresql://db',
    'postgresql://me@db:5432',
    'postgres://me:secret@db/',
    'postgresql://db/?sslmode=require',
  ])('is named in its address: %s is refused', address => {
    for (const name of ['DATABASE_URL', 'READ_DATABASE_URL', 'DIRECT_DATABASE_URL'])
      expect(() => readConfig({ DATABASE_URL: 'postgresql://db/ks3', [name]: address })).toThrow(
        new ConfigError(`${name}: must name a database: postgresql://user@host:5432/kickstart_s3`),
      );
  });

  it.each(['postgresql://db/ks3', 'postgres://me:s%2Fx@[::1]:5432/ks3?sslmode=require', 'postgresql:///ks3'])(
    'may be at %s',
    address => expect(readConfig({ DATABASE_URL: address }).databaseUrl).toBe(address),
  );
});

describe('signing in with tokens', () => {
  it('is off until an issuer is named', () => {
    expect(readConfig({}).oidc).toBeNull();
  });

  it('takes claims for roles, grants and partners', () => {
    const { oidc } = readConfig({
      ...OIDC,
      OIDC_ROLES: 'a=b=ADMIN, screens=INTEGRATOR+ACTIVITY',
      OIDC_PARTNERS: '7=techtank',
    });
    expect([...oidc!.roles]).toEqual([
      ['a=b', { role: 'ADMIN', grants: [] }],
      ['screens', { role: 'INTEGRATOR', grants: ['ACTIVITY'] }],
    ]);
    expect([...oidc!.partners]).toEqual([['7', 'techtank']]);
  });

  it('leaves the rest to the provider and to what is usual', () => {
    expect(readConfig(OIDC).oidc).toMatchObject({
      issuer: 'https://login.example',
      audience: ['kickstart'],
      jwksUrl: undefined,
      algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
      clockSkewSeconds: 30,
      roleClaim: 'roles',
      partnerClaim: 'partner',
      nameClaim: undefined,
      client: undefined,
    });
    const { oidc } = readConfig({ ...OIDC, OIDC_CLIENT_ID: 'pages', OIDC_RESOURCE: 'urn:ks3' });
    expect(oidc!.client).toEqual({ id: 'pages', scope: 'openid', resource: 'urn:ks3' });
  });

  it.each(['http://localhost:8080', 'http://127.0.0.1/realms/ks3', 'http://[::1]:9000'])(
    'takes an issuer on this machine without TLS: %s',
    issuer => expect(readConfig({ ...OIDC, OIDC_ISSUER: issuer }).oidc!.issuer).toBe(issuer),
  );

  it('takes every signature by a key pair', () => {
    const pairs = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
    expect(readConfig({ ...OIDC, OIDC_ALGORITHMS: pairs.join() }).oidc!.algorithms).toEqual(pairs);
  });

  it('sees no spaces around what is set', () => {
    const { oidc } = readConfig({
      OIDC_ISSUER: ' https://login.example ',
      OIDC_AUDIENCE: ' kickstart ',
      OIDC_ROLES: ' admins = ADMIN ',
      OIDC_ROLE_CLAIM: ' groups ',
      OIDC_PARTNER_CLAIM: ' company ',
      OIDC_CLIENT_ID: ' pages ',
      OIDC_SCOPE: ' openid profile ',
    });
    expect(oidc).toMatchObject({
      issuer: 'https://login.example',
      audience: ['kickstart'],
      roles: new Map([['admins', { role: 'ADMIN', grants: [] }]]),
      roleClaim: 'groups',
      partnerClaim: 'company',
      client: { id: 'pages', scope: 'openid profile' },
    });
  });

  it.each([
    ['an issuer without TLS', { OIDC_ISSUER: 'http://login.example' }, /^OIDC_ISSUER: must be an https/],
    ['an issuer that is no address', { OIDC_ISSUER: 'login' }, /^OIDC_ISSUER: must be an https/],
    ['an issuer that is not on the web', { OIDC_ISSUER: 'ftp://localhost' }, /^OIDC_ISSUER: must be an https/],
    ['no audience', { OIDC_AUDIENCE: '' }, /^OIDC_AUDIENCE: needed/],
    ['no roles', { OIDC_ROLES: '' }, /^OIDC_ROLES: needed/],
    ['an unknown role', { OIDC_ROLES: 'admins=KING' }, /^OIDC_ROLES: "admins=KING"/],
    ['grants for another role', { OIDC_ROLES: 'a=ADMIN+ACTIVITY' }, /^OIDC_ROLES: "a=ADMIN\+ACTIVITY"/],
    ['an unknown grant', { OIDC_ROLES: 'a=INTEGRATOR+ALL' }, /^OIDC_ROLES: "a=INTEGRATOR\+ALL"/],
    ['a role of nothing', { OIDC_ROLES: '=ADMIN' }, /^OIDC_ROLES: "=ADMIN" must be of the form/],
    ['a value without a meaning', { OIDC_PARTNERS: 'techtank=' }, /^OIDC_PARTNERS: "techtank=" must be of the form/],
    ['half a pair', { OIDC_PARTNERS: 'techtank' }, /^OIDC_PARTNERS: "techtank" must be of the form/],
    ['no signature', { OIDC_ALGORITHMS: 'none' }, /^OIDC_ALGORITHMS: must be one of .*, and is "none"$/],
    ['no signature at all', { OIDC_ALGORITHMS: ',' }, /^OIDC_ALGORITHMS/],
    ['a shared secret', { OIDC_ALGORITHMS: 'RS256,HS256' }, /^OIDC_ALGORITHMS/],
    ['an audience but no issuer', { OIDC_ISSUER: '' }, /^OIDC_AUDIENCE: needs OIDC_ISSUER/],
    ['roles but no issuer', { OIDC_ISSUER: '', OIDC_AUDIENCE: '' }, /^OIDC_ROLES: needs OIDC_ISSUER/],
    [
      'a front end but no issuer',
      { OIDC_ISSUER: '', OIDC_AUDIENCE: '', OIDC_ROLES: '', OIDC_CLIENT_ID: 'pages' },
      /^OIDC_CLIENT_ID: needs OIDC_ISSUER/,
    ],
  ])('is refused at start with %s', (_what, wrong, line) => {
    expect(() => readConfig({ ...OIDC, ...wrong })).toThrow(line);
  });
});

it.each(['abc', '-1', '70000', '0x10', '1e3', '40.5'])('says what a PORT of %s should have been', PORT => {
  expect(() => readConfig({ PORT })).toThrow(`PORT: must be a whole number from 0 to 65535, and is "${PORT}"`);
});

it.each<[string, NodeJS.ProcessEnv]>([
  ['PORT', { PORT: '70000' }],
  ['SEED', { SEED: 'everything' }],
  ['SEED', { SEED: 'demo', NODE_ENV: 'production' }],
  ['NODE_ENV', { NODE_ENV: 'prod' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
  ['READ_DATABASE_URL', { READ_DATABASE_URL: 'postgresql://localhost/x' }],
  ['DIRECT_DATABASE_URL', { DIRECT_DATABASE_URL: 'postgresql://localhost/x' }],
  ['POOL_SIZE', { POOL_SIZE: '0' }],
  ['DEBUG_STATEMENTS', { DEBUG_STATEMENTS: 'true', NODE_ENV: 'production' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['MAX_COST', { MAX_COST: 'much' }],
  ['PUBLISHER_CONTACT', { PUBLISHER: 'Region Blekinge' }],
  ['STATEMENTS_REVIEWED', { PUBLISHER: 'R', PUBLISHER_CONTACT: 'r@example.org', STATEMENTS_REVIEWED: 'i går' }],
  ['DCAT_LICENCE', { DCAT_LICENCE: 'free' }],
  ['PUBLISHER', { DCAT_LICENCE: 'CC0-1.0', PUBLIC_URL: 'https://ks3.example' }],
  [
    'PUBLIC_URL',
    { DCAT_LICENCE: 'CC0-1.0', PUBLISHER: 'R', PUBLISHER_CONTACT: 'r@r.se', STATEMENTS_REVIEWED: '2026-11-29' },
  ],
  ['DCAT_DATASETS', { DCAT_DATASETS: 'pipeline, activity' }],
  ['DCAT_LICENCE', { DCAT_DATASETS: 'pipeline' }],
  ['PUBLISHER_TYPE', { PUBLISHER_TYPE: 'Region' }],
  ['PUBLISHER_NUMBER', { PUBLISHER_NUMBER: '232100-0157' }],
])('a setting that is wrong is refused by a line that begins with its name: %s %j', (name, settings) => {
  expect(() => readConfig(settings)).toThrow(new RegExp(`^${name}: [^\\n]+$`));
});

it.each<[string, string]>([
  ['SEED', 'demo, reference, none'],
  ['NODE_ENV', 'development, production, test'],
  ['LOG_LEVEL', 'fatal, error, warn, info, debug, trace, silent'],
  ['DEBUG_STATEMENTS', 'true, false'],
  ['WEBHOOK_ALLOW_PRIVATE', 'true, false'],
])('%s says which words it knows, and what it was given', (name, words) => {
  expect(() => readConfig({ [name]: 'prod' })).toThrow(`${name}: must be one of ${words}, and is "prod"`);
});

it.each(['OTEL_EXPORTER_OTLP_ENDPOINT', 'OIDC_ISSUER', 'OIDC_JWKS_URL'])('%s says what it was given', name => {
  expect(() => readConfig({ ...OIDC, [name]: 'login' })).toThrow(/, and is "login"$/);
});

it('the demo is for the embedded database of a development, and is asked for elsewhere', () => {
  expect(readConfig({}).seed).toBe('demo');
  expect(readConfig({ NODE_ENV: 'production' }).seed).toBe('reference');
  expect(readConfig({ DATABASE_URL: 'postgresql://db/ks3' }).seed).toBe('reference');
});
