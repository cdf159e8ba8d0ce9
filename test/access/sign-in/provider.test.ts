import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from '../../../src/access/sign-in/provider.js';

let server: Server;
let issuer: string;
let answer: RequestListener;
let asked: (string | undefined)[];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => (asked = []));
afterAll(async () => {
  server.closeAllConnections();
  server.close();
});

const says = (document: object | string, status = 200): RequestListener =>
  function (_request, response) {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  };
const itself = () => says({ issuer, jwks_uri: `${issuer}/keys` });

describe('the keys of a provider', () => {
  it('are found by its discovery document, once for all tokens', async () => {
    answer = itself();
    const provider = new Provider({ issuer, jwksUrl: undefined });
    const [one, other] = await Promise.all([provider.keys(), provider.keys()]);
    expect(other).toBe(one);
    expect(asked).toEqual(['/.well-known/openid-configuration']);
  });

  it('are found where the service is told they are', async () => {
    await new Provider({ issuer, jwksUrl: `${issuer}/keys` }).keys();
    expect(asked).toEqual([]);
  });

  it('are found of an issuer that ends in a slash', async () => {
    answer = says({ issuer: `${issuer}/`, jwks_uri: `${issuer}/keys` });
    await new Provider({ issuer: `${issuer}/`, jwksUrl: undefined }).keys();
    expect(asked).toEqual(['/.well-known/openid-configuration']);
  });

  it.each<[string, () => RequestListener, RegExp]>([
    [
      'speaks for another issuer',
      () => says({ issuer: 'https://evil.example', jwks_uri: issuer }),
      /not about the issuer/,
    ],
    ['names no keys', () => says({ issuer }), /names no keys/],
    ['is not there', () => says({ issuer, jwks_uri: issuer }, 404), /answers 404/],
    [
      'is somewhere else',
      () => (_request, response) => void response.writeHead(302, { location: `${issuer}/other` }).end(),
      /fetch failed/,
    ],
  ])('are not taken where the document %s, and the next token asks again', async (_what, wrong, message) => {
    const provider = new Provider({ issuer, jwksUrl: undefined });
    answer = wrong();
    await expect(provider.keys()).rejects.toThrow(message);
    answer = itself();
    await expect(provider.keys()).resolves.toBeInstanceOf(Function);
    expect(asked).toHaveLength(2);
  });
});
