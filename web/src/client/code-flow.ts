import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  validateAuthResponse,
  type AuthorizationServer,
} from 'oauth4webapi';
import { outside, signIn } from './session';
import { UNDER_WAY, type Provider } from './provider';
import { store, stored } from './stored';

/** A sign-in that has left for the provider: what proves that it is the same when it comes back, and to which page. */
interface UnderWay extends Provider {
  state: string;
  verifier: string;
  back: string;
}

const session = () => sessionStorage;
const returnAddress = () => `${window.location.origin}/`;

/** The service takes providers without TLS only on its own machine. */
const overHttp = ({ issuer }: Provider) => ({ [allowInsecureRequests]: issuer.startsWith('http:') });

async function discover(provider: Provider): Promise<AuthorizationServer> {
  const issuer = new URL(provider.issuer);
  return processDiscoveryResponse(issuer, await discoveryRequest(issuer, overHttp(provider)));
}

/** Goes to the provider: authorization code with PKCE (RFC 7636). */
export async function leave(provider: Provider): Promise<void> {
  const { authorization_endpoint: endpoint = '' } = await discover(provider);
  const { pathname, search } = window.location;
  const [state, verifier] = [generateRandomState(), generateRandomCodeVerifier()];
  const underWay: UnderWay = { ...provider, state, verifier, back: pathname + search };
  store(session, UNDER_WAY, JSON.stringify(underWay));
  const address = new URL(endpoint);
  const asked = {
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: returnAddress(),
    scope: provider.scope,
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(provider.resource && { resource: provider.resource }),
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  window.location.assign(address);
}

/** Back from the provider: the code becomes a token, and the page is the one that was left. */
export async function comeBack(): Promise<void> {
  const underWay = JSON.parse(stored(session, UNDER_WAY)!) as UnderWay;
  const answer = new URL(window.location.href);
  store(session, UNDER_WAY, null);
  window.history.replaceState(null, '', underWay.back);
  try {
    const { refusal } = await signIn(await tokenFor(answer, underWay), 'SESSION');
    if (refusal) outside.write(refusal);
  } catch {
    // Turned back at the provider, or what it sent doesn't hold: nobody is signed in.
    outside.write('NOT_FINISHED');
  }
}

async function tokenFor(answer: URL, underWay: UnderWay): Promise<string> {
  const server = await discover(underWay);
  const client = { client_id: underWay.clientId };
  const code = validateAuthResponse(server, client, answer, underWay.state);
  const response = await authorizationCodeGrantRequest(
    server,
    client,
    None(),
    code,
    returnAddress(),
    underWay.verifier,
    {
      ...overHttp(underWay),
      ...(underWay.resource && { additionalParameters: { resource: underWay.resource } }),
    },
  );
  return (await processAuthorizationCodeResponse(server, client, response)).access_token;
}
