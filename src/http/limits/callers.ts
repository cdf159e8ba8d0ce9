import type { FastifyRequest } from 'fastify';
import type { Asker } from '../../access/asker.js';
import type { Authenticate } from '../../access/authenticate.js';
import { HttpRefusal } from '../refusal.js';
import { askerBy } from '../sign-in.js';
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

  /** Who asks by this header. Refuses a key or token that doesn't work, and counts the attempt. */
  async askerOf(authorization: string | undefined, address: string): Promise<Asker> {
    if (!authorization) await this.rates.refuseSpent(address);
    try {
      return await askerBy(this.authenticate, authorization);
    } catch (error) {
      throw error instanceof HttpRefusal && [401, 403].includes(error.status)
        ? await this.failed(address, error)
        : error;
    }
  }

  /** Who asks for a file: by header, or by `?key=`, since calendars and spreadsheets send no headers. */
  async readerOf({ headers: { authorization }, query, ip }: FastifyRequest): Promise<Asker> {
    const { key } = query as { key?: unknown };
    if (!key) return this.askerOf(authorization, ip);
    if (authorization || typeof key !== 'string')
      throw new HttpRefusal(400, 'BAD_USER_INPUT', 'Say once who asks: by the Authorization header, or by ?key=.');
    return this.askerOf(`Bearer ${key}`, ip);
  }

  /** Takes the points of a request; it costs at least one. */
  charge(asker: Asker, address: string, points: number): Promise<Allowance | null> {
    return this.rates.charge(asker, address, Math.max(1, points));
  }

  /** Takes the points of work that follows from what was let in. */
  owe(asker: Asker, address: string, points: number): Promise<void> {
    return this.rates.owe(asker, address, points);
  }

  /** The refusal of a secret that doesn't let in, counted; one too many is refused as such. */
  async failed(address: string, refusal: HttpRefusal): Promise<HttpRefusal> {
    await this.rates.chargeFailure(address);
    return refusal;
  }

  /** Lets in whoever asks for what is the same for everybody, such as a page. */
  readonly page: Admission = ({ ip }) => this.rates.chargePage(ip);
}
