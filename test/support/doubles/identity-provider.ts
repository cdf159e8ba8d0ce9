import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import Provider from 'oidc-provider';

const AUDIENCE = 'https://kickstart.example/graphql';

/** A real OpenID Connect provider on a port of its own, which gives access tokens to programs. */
export class IdentityProvider {
  private key!: JWK;
  private claims: object = {};

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(): Promise<IdentityProvider> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const started = new IdentityProvider(server, `http://127.0.0.1:${port}`);
    await started.rotateKeys();
    return started;
  }

  /** What a service that trusts it is configured with. */
  get settings(): NodeJS.ProcessEnv {
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_ROLES: 'ks3-admin=ADMIN,ks3-partner=PARTNER,ks3-screen=INTEGRATOR+ACTIVITY',
      OIDC_CLOCK_SKEW_SECONDS: '0',
    };
  }

  /** The public half of the key it signs with now. */
  get publicKey(): JWK {
    const { kty, n, e, alg, kid } = this.key;
    return { kty, n, e, alg, kid };
  }

  /** From now on it signs with another key, and publishes that alone. */
  async rotateKeys(): Promise<void> {
    this.key = await newKey();
    const answer = providerOf(this.issuer, this.key, () => this.claims).callback();
    this.server.removeAllListeners('request');
    this.server.on('request', (request, response) => void answer(request, response));
  }

  /** An access token that the provider itself gives, with the claims and for the audience wanted. */
  async token(claims: object, audience = AUDIENCE): Promise<string> {
    this.claims = claims;
    const response = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('dashboard:secret').toString('base64')}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        resource: audience,
      }),
    });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (!token) throw new Error(`the provider gave no token: ${response.status}`);
    return token;
  }

  /** A token as the provider would sign it, but for what is given. */
  async signed(claims: object, { key = this.key, alg = 'RS256' }: { key?: JWK | Uint8Array; alg?: string } = {}) {
    const kid = (key as JWK).kid ?? this.key.kid!;
    const inAnHour = Math.floor(Date.now() / 1_000) + 3_600;
    const payload = { iss: this.issuer, aud: AUDIENCE, sub: 'anna', exp: inAnHour, roles: ['ks3-admin'], ...claims };
    return new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(key);
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  /** Answers again after a stop, at the same address. */
  async resume(): Promise<void> {
    this.server.listen(Number(new URL(this.issuer).port), '127.0.0.1');
    await once(this.server, 'listening');
  }
}

let made = 0;

/** A key pair that no provider publishes until it is told to. */
export async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  made += 1;
  return { ...(await exportJWK(privateKey)), kid: `key-${made}`, alg: 'RS256', use: 'sig' };
}

function providerOf(issuer: string, key: JWK, claims: () => object): Provider {
  return new Provider(issuer, {
    jwks: { keys: [key] },
    clients: [
      {
        client_id: 'dashboard',
        client_secret: 'secret',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: async (_context, resource) => ({
          audience: resource,
          scope: '',
          accessTokenFormat: 'jwt' as const,
          accessTokenTTL: 3_600,
        }),
      },
    },
    extraTokenClaims: () => ({ ...claims() }),
  });
}
