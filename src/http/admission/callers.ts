import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../../access/caller.js';
import { hashOf } from '../../access/keys/secret.js';
import type { Authenticate } from '../../access/authenticate.js';
import { SignInRefusal } from '../../access/sign-in/sign-in-refusal.js';
import type { Credentials } from '../../access/credentials.js';
import { HttpRefusal } from '../refusals/refusal.js';
import { refusedSignIn } from '../refusals/refused-sign-in.js';
import type { Admission } from './admission.js';
import { credentialsOf, credentialsOfReader } from './credentials.js';
import { secretIn } from './session-cookies.js';
import type { Allowance, Rates } from './rate.js';

/**
 * Finds out who asks, and counts what they ask for, for every route. A key that works has its points whatever comes
 * from its address beside it, also while the address has used up its tries with keys that don't.
 */
export class Callers {
  /** Who was let in last, by the hash of the header. */
  private readonly last = new LRUCache<string, Caller>({ max: 1_000 });
  private underWay = 0;

  constructor(
    private readonly authenticate: Authenticate,
    private readonly rates: Rates,
  ) {}

  /** Who asks the API, by what the request shows. Refuses what doesn't let in there, and counts the attempt. */
  callerOf(request: FastifyRequest, show: Show): Promise<Caller> {
    return this.letIn(request, show, ({ viewer }) => (viewer.feedOnly ? ONLY_FEEDS() : null));
  }

  /** The same by the header or cookie, of whoever may be expected to ask again; `follow` is told how to send reads behind the look. */
  async callerExpectedAgain(request: FastifyRequest, follow: Credentials['follow']): Promise<Caller> {
    const header = headerOf(request);
    this.underWay += 1;
    try {
      const caller = await this.callerOf(request, asked => ({ ...credentialsOf(asked), follow }));
      if (header) this.last.set(header, caller);
      return caller;
    } catch (error) {
      if (header) this.last.delete(header);
      throw error;
    } finally {
      this.underWay -= 1;
    }
  }

  /**
   * Who was let in last by the same header; whether they still are must be looked up. Nobody while others are looked up:
   * many share each wait, and what is done for one who is expected takes longer than for one who is known.
   */
  expected(request: FastifyRequest): Caller | null {
    const header = this.underWay === 0 ? headerOf(request) : null;
    return (header && this.last.get(header)) || null;
  }

  /** Who asks for a file: also by a feed token in the address, since calendars send no headers, whoever is signed in. */
  async readerOf(request: FastifyRequest): Promise<Caller> {
    const { key } = request.query as { key?: unknown };
    if (!key) return this.letIn(request, credentialsOfReader, () => null);
    if (request.headers.authorization || typeof key !== 'string')
      throw new HttpRefusal(400, 'BAD_USER_INPUT', 'Say once who asks: by the Authorization header, or by ?key=.');
    const show = () => ({ authorization: `Bearer ${key}` });
    return this.letIn(request, show, ({ viewer }) => (viewer.feedOnly ? null : NO_FEED_TOKEN()));
  }

  private async letIn(
    request: FastifyRequest,
    show: Show,
    obstacleFor: (caller: Caller) => HttpRefusal | null,
  ): Promise<Caller> {
    try {
      const credentials = show(request);
      if (!credentials.authorization && credentials.session === undefined) await this.rates.refuseSpent(request.ip);
      const caller = await this.authenticate(credentials);
      const obstacle = obstacleFor(caller);
      if (obstacle) throw obstacle;
      return caller;
    } catch (error) {
      const refusal = error instanceof SignInRefusal ? refusedSignIn(error, request) : error;
      const letsNobodyIn = refusal instanceof HttpRefusal && [401, 403].includes(refusal.status);
      // A browser's cookie is nobody's try at a key: why it doesn't count is told whatever else comes from its address.
      const isTry = letsNobodyIn && !isOfCookie(request);
      throw isTry ? await this.failed(request.ip, refusal) : refusal;
    }
  }

  /** Takes the points of a request; it costs at least one. */
  charge(caller: Caller, address: string, points: number): Promise<Allowance | null> {
    return this.rates.charge(caller, address, Math.max(1, points));
  }

  /** Gives back the points of a request that was not theirs. */
  giveBack(caller: Caller, address: string, points: number): Promise<void> {
    return this.rates.giveBack(caller, address, Math.max(1, points));
  }

  /** Takes the points of work that follows from what was let in. */
  owe(caller: Caller, address: string, points: number): Promise<void> {
    return this.rates.owe(caller, address, points);
  }

  /** The refusal of a secret that doesn't let in, counted; one too many is refused as such. */
  async failed(address: string, refusal: HttpRefusal): Promise<HttpRefusal> {
    await this.rates.chargeFailure(address);
    return refusal;
  }

  /** Lets in whoever asks for what is the same for everybody, such as a page. */
  readonly page: Admission = ({ ip }) => this.rates.chargePage(ip);
}

function headerOf({ headers: { authorization } }: FastifyRequest): string | null {
  return authorization ? hashOf(authorization) : null;
}

/** Whether nothing but the cookie shows who asks. */
function isOfCookie(request: FastifyRequest): boolean {
  const { key } = (request.query ?? {}) as { key?: unknown };
  return !request.headers.authorization && !key && secretIn(request) !== undefined;
}

/** What of a request shows who asks. */
type Show = (request: FastifyRequest) => Credentials;

const ONLY_FEEDS = () =>
  new HttpRefusal(
    403,
    'FEED_TOKEN',
    'A feed token reads files, feeds and the calendar, and nothing else. Ask the API with an API key.',
  );

const NO_FEED_TOKEN = () =>
  new HttpRefusal(
    403,
    'FEED_TOKEN_NEEDED',
    'An address takes a feed token alone, which reads files and nothing else: make one with the mutation createFeedToken. Send other keys in the Authorization header, and revoke one that has stood in an address.',
  );
