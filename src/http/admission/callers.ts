import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../access/caller.js';
import type { Authenticate } from '../../access/authenticate.js';
import { SignInRefusal } from '../../access/sign-in/sign-in-refusal.js';
import { HttpRefusal } from '../refusals/refusal.js';
import { refusedSignIn } from '../refusals/refused-sign-in.js';
import type { Admission } from './admission.js';
import type { Allowance, Rates } from './rate.js';

/**
 * Finds out who asks, and counts what they ask for, for every route. A key that works has its points whatever comes
 * from its address beside it, also while the address has used up its tries with keys that don't.
 */
export class Callers {
  constructor(
    private readonly authenticate: Authenticate,
    private readonly rates: Rates,
  ) {}

  /** Who asks the API by this header. Refuses what doesn't let in there, and counts the attempt. */
  callerOf(authorization: string | undefined, address: string): Promise<Caller> {
    return this.letIn(authorization, address, ({ viewer }) => (viewer.feedOnly ? ONLY_FEEDS() : null));
  }

  /** Who asks for a file: by header, or by a feed token in the address, since calendars send no headers. */
  async readerOf({ headers: { authorization }, query, ip }: FastifyRequest): Promise<Caller> {
    const { key } = query as { key?: unknown };
    if (!key) return this.letIn(authorization, ip, () => null);
    if (authorization || typeof key !== 'string')
      throw new HttpRefusal(400, 'BAD_USER_INPUT', 'Say once who asks: by the Authorization header, or by ?key=.');
    return this.letIn(`Bearer ${key}`, ip, ({ viewer }) => (viewer.feedOnly ? null : NO_FEED_TOKEN()));
  }

  private async letIn(
    authorization: string | undefined,
    address: string,
    obstacleFor: (caller: Caller) => HttpRefusal | null,
  ): Promise<Caller> {
    if (!authorization) await this.rates.refuseSpent(address);
    try {
      const caller = await this.authenticate(authorization);
      const obstacle = obstacleFor(caller);
      if (obstacle) throw obstacle;
      return caller;
    } catch (error) {
      const refusal = error instanceof SignInRefusal ? refusedSignIn(error) : error;
      const letsNobodyIn = refusal instanceof HttpRefusal && [401, 403].includes(refusal.status);
      throw letsNobodyIn ? await this.failed(address, refusal) : refusal;
    }
  }

  /** Takes the points of a request; it costs at least one. */
  charge(caller: Caller, address: string, points: number): Promise<Allowance | null> {
    return this.rates.charge(caller, address, Math.max(1, points));
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
