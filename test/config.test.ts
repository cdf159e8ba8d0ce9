import { readConfig } from '../src/config.js';

const OIDC = { OIDC_ISSUER: 'https://login.example', OIDC_AUDIENCE: 'kickstart', OIDC_ROLES: 'admins=ADMIN' };

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

  it.each([
    ['an issuer without TLS', { OIDC_ISSUER: 'http://login.example' }, /^OIDC_ISSUER: must be an https/],
    ['no audience', { OIDC_AUDIENCE: '' }, /^OIDC_AUDIENCE: needed/],
    ['no roles', { OIDC_ROLES: '' }, /^OIDC_ROLES: needed/],
    ['an unknown role', { OIDC_ROLES: 'admins=KING' }, /^OIDC_ROLES: "admins=KING"/],
    ['grants for another role', { OIDC_ROLES: 'a=ADMIN+ACTIVITY' }, /^OIDC_ROLES: "a=ADMIN\+ACTIVITY"/],
    ['half a pair', { OIDC_PARTNERS: 'techtank' }, /^OIDC_PARTNERS: "techtank" must be of the form/],
    ['no signature', { OIDC_ALGORITHMS: 'none' }, /^OIDC_ALGORITHMS/],
    ['a shared secret', { OIDC_ALGORITHMS: 'RS256,HS256' }, /^OIDC_ALGORITHMS/],
    ['an audience but no issuer', { OIDC_ISSUER: '' }, /^OIDC_AUDIENCE: needs OIDC_ISSUER/],
  ])('is refused at start with %s', (_what, wrong, line) => {
    expect(() => readConfig({ ...OIDC, ...wrong })).toThrow(line);
  });
});

it.each<[string, NodeJS.ProcessEnv]>([
  ['PORT', { PORT: '70000' }],
  ['SEED', { SEED: 'everything' }],
  ['SEED', { SEED: 'demo', NODE_ENV: 'production' }],
  ['NODE_ENV', { NODE_ENV: 'prod' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
  ['READ_DATABASE_URL', { READ_DATABASE_URL: 'postgresql://localhost/x' }],
  ['POOL_SIZE', { POOL_SIZE: '0' }],
  ['DEBUG_STATEMENTS', { DEBUG_STATEMENTS: 'true', NODE_ENV: 'production' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['MAX_COST', { MAX_COST: 'much' }],
])('a setting that is wrong is refused by a line that begins with its name: %s %j', (name, settings) => {
  expect(() => readConfig(settings)).toThrow(new RegExp(`^${name}: [^\\n]+$`));
});
