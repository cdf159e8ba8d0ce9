import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { newKey } from '../../support/doubles/identity-provider.js';

const API = 'https://kickstart.example/graphql';

/** An organisation with an OpenID Connect provider of its own, where people sign in on a page by their name. */
export class Organisation {
  private constructor(
    private readonly server: Server,
    private readonly issuer: string,
  ) {}

  static async start(): Promise<Organisation> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Organisation(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  /** What a service that trusts it is configured with. */
  get settings(): NodeJS.ProcessEnv {
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_AUDIENCE: API,
      OIDC_RESOURCE: API,
      OIDC_ROLES: 'ks3-admin=ADMIN',
      OIDC_CLIENT_ID: 'front-end',
    };
  }

  /** Lets the front end at the address send people here; the roles are those of each name. */
  async serve(frontEnd: string, roles: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const provider = new Provider(this.issuer, {
      jwks: { keys: [await newKey()] },
      clients: [
        {
          client_id: 'front-end',
          application_type: 'native',
          token_endpoint_auth_method: 'none',
          redirect_uris: [`${frontEnd}/`],
        },
      ],
      clientBasedCORS: () => true,
      features: {
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: async () => ({ audience: API, scope: '', accessTokenFormat: 'jwt' as const }),
        },
      },
      extraTokenClaims: (_context, token) => ({ roles: roles['accountId' in token ? String(token.accountId) : ''] }),
    });
    const answer = provider.callback();
    this.server.on('request', (request, response) => void answer(request, response));
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
