import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { OidcSettings } from './oidc-settings.js';

const PATIENCE_MS = 3_000;
/** How long keys are used before they are fetched anew; an unknown key is looked for at once, but not more often than that. */
const KEYS_LAST_MS = 600_000;
const COOLDOWN_MS = 30_000;

/** The keys of an OpenID Connect provider, found when the first token comes: the service starts without the provider. */
export class Provider {
  private finding: Promise<JWTVerifyGetKey> | undefined;

  constructor(private readonly settings: Pick<OidcSettings, 'issuer' | 'jwksUrl'>) {}

  /** Looks up keys; after a failure the next token tries again. */
  async keys(): Promise<JWTVerifyGetKey> {
    this.finding ??= this.find();
    try {
      return await this.finding;
    } catch (error) {
      this.finding = undefined;
      throw error;
    }
  }

  private async find(): Promise<JWTVerifyGetKey> {
    const url = new URL(this.settings.jwksUrl ?? (await this.discover()));
    return createRemoteJWKSet(url, {
      timeoutDuration: PATIENCE_MS,
      cacheMaxAge: KEYS_LAST_MS,
      cooldownDuration: COOLDOWN_MS,
    });
  }

  /** https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig */
  private async discover(): Promise<string> {
    const { issuer } = this.settings;
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) throw new Error(`${address} answers ${response.status}`);
    const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (found.issuer !== issuer || typeof found.jwks_uri !== 'string')
      throw new Error(`${address} is not about the issuer ${issuer}, or names no keys`);
    return found.jwks_uri;
  }
}
