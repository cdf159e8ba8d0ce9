import { z } from 'zod';
import { ConfigError } from '../../shared/program/config-error.js';
import { list, oneOf, text, wholeNumber } from '../../shared/program/settings.js';
import { KeyGrant, Role } from '../../shared/roles.js';

/** Signatures by a key pair only: with a shared secret (HS256) whoever knows the public key could sign. */
const ALGORITHMS = oneOf(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']);

const address = z
  .string()
  .trim()
  .refine(isSecure, {
    error: ({ input }) => `must be an https:// address, or http:// on this machine, and is "${String(input)}"`,
  })
  .optional();

/** The environment variables of signing in with tokens of an OpenID Connect provider. */
export const OIDC_ENVIRONMENT = z.object({
  OIDC_ISSUER: address,
  OIDC_AUDIENCE: list.default([]),
  OIDC_JWKS_URL: address,
  OIDC_ALGORITHMS: list
    .pipe(z.array(ALGORITHMS).min(1, 'must name at least one'))
    .default(['RS256', 'PS256', 'ES256', 'EdDSA']),
  OIDC_CLOCK_SKEW_SECONDS: wholeNumber(0, 300).default(30),
  OIDC_ROLE_CLAIM: z.string().trim().default('roles'),
  OIDC_ROLES: list.default([]),
  OIDC_PARTNER_CLAIM: z.string().trim().default('partner'),
  OIDC_PARTNERS: list.default([]),
  OIDC_NAME_CLAIM: text,
  OIDC_CLIENT_ID: text,
  OIDC_SCOPE: z.string().trim().default('openid'),
  OIDC_RESOURCE: text,
});

/** What a value of the role claim stands for. */
export interface Right {
  readonly role: Role;
  readonly grants: readonly KeyGrant[];
}

export interface OidcSettings {
  readonly issuer: string;
  /** The names of this API at the provider; a token must be meant for one of them. */
  readonly audience: readonly string[];
  /** Where the provider's keys are, if not where its discovery document says. */
  readonly jwksUrl: string | undefined;
  readonly algorithms: readonly string[];
  /** How far the clocks of provider and service may differ. */
  readonly clockSkewSeconds: number;
  readonly roleClaim: string;
  readonly roles: ReadonlyMap<string, Right>;
  /** The claim that names the partner, and the slugs that its values stand for if they are not slugs themselves. */
  readonly partnerClaim: string;
  readonly partners: ReadonlyMap<string, string>;
  /** The claim shown as the name beside the subject; none by default, since names of people would stay in the log. */
  readonly nameClaim: string | undefined;
  /** What a front end needs to send people to the provider. */
  readonly client: { readonly id: string; readonly scope: string; readonly resource: string | undefined } | undefined;
}

/** The settings, or null where nobody signs in with tokens. */
export function oidcSettings(environment: z.infer<typeof OIDC_ENVIRONMENT>): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_CLIENT_ID: id } = environment;
  const lonely = (['OIDC_AUDIENCE', 'OIDC_ROLES'] as const).filter(name => environment[name].length > 0);
  if (!issuer && (lonely[0] || id))
    throw new ConfigError(`${lonely[0] ?? 'OIDC_CLIENT_ID'}: needs OIDC_ISSUER as well`);
  if (!issuer) return null;
  if (audience.length === 0)
    throw new ConfigError('OIDC_AUDIENCE: needed with OIDC_ISSUER, else tokens meant for other services would do');
  const roles = rolesFrom(environment.OIDC_ROLES);
  return {
    issuer,
    audience,
    roles,
    jwksUrl: environment.OIDC_JWKS_URL,
    algorithms: environment.OIDC_ALGORITHMS,
    clockSkewSeconds: environment.OIDC_CLOCK_SKEW_SECONDS,
    roleClaim: environment.OIDC_ROLE_CLAIM,
    partnerClaim: environment.OIDC_PARTNER_CLAIM,
    partners: new Map(environment.OIDC_PARTNERS.map(entry => pairIn('OIDC_PARTNERS', entry))),
    nameClaim: environment.OIDC_NAME_CLAIM,
    client: id ? { id, scope: environment.OIDC_SCOPE, resource: environment.OIDC_RESOURCE } : undefined,
  };
}

/** `kickstart-admin=ADMIN` or, for an integrator with grants, `dashboards=INTEGRATOR+ACTIVITY`. */
function rolesFrom(entries: readonly string[]): Map<string, Right> {
  if (entries.length === 0) throw new ConfigError('OIDC_ROLES: needed with OIDC_ISSUER, such as kickstart-admin=ADMIN');
  return new Map(
    entries.map(entry => {
      const [value, meaning] = pairIn('OIDC_ROLES', entry);
      const [role, ...grants] = meaning.split('+') as [string, ...string[]];
      if (!(role in Role) || grants.some(grant => !(grant in KeyGrant)) || (grants.length > 0 && role !== 'INTEGRATOR'))
        throw new ConfigError(`OIDC_ROLES: "${entry}" must end in =ADMIN, =PARTNER or =INTEGRATOR+ACTIVITY+…`);
      return [value, { role: role as Role, grants: grants as KeyGrant[] }];
    }),
  );
}

function pairIn(name: string, entry: string): [string, string] {
  const at = entry.lastIndexOf('=');
  if (at < 1 || at === entry.length - 1) throw new ConfigError(`${name}: "${entry}" must be of the form value=MEANING`);
  return [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
}

function isSecure(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}
