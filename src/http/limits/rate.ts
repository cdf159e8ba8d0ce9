import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Asker } from '../../access/asker.js';
import { HttpRefusal } from '../refusal.js';
import type { Limits } from './limit-settings.js';

/** What a caller has left, for the headers and for `extensions.cost`. */
export interface Allowance {
  readonly policy: 'key' | 'address';
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

const MINUTE_SECONDS = 60;
/** Points for an attempt with a key that doesn't work: guessing gets a few hundred tries a minute. */
const FAILED_ATTEMPT = 500;

/** Counts points a minute, for each key, and for each address that asks without one. Every copy counts for itself. */
export class Rates {
  private readonly keys: RateLimiterMemory | null;
  private readonly addresses: RateLimiterMemory | null;

  constructor({ ratePerKey, ratePerAddress }: Pick<Limits, 'ratePerKey' | 'ratePerAddress'>) {
    this.keys = limiter(ratePerKey);
    this.addresses = limiter(ratePerAddress);
  }

  /** Takes the points of a request, or refuses it; null when there is no limit. */
  async charge({ id }: Asker, address: string, points: number): Promise<Allowance | null> {
    return id ? take(this.keys, 'key', id, points) : take(this.addresses, 'address', networkOf(address), points);
  }

  /** Notes an attempt with a key that doesn't work. */
  async chargeFailure(address: string): Promise<void> {
    await take(this.addresses, 'address', networkOf(address), FAILED_ATTEMPT);
  }

  /** Refuses an address that has used up its points, before its key is even looked at. */
  async refuseExhausted(address: string): Promise<void> {
    const state = await this.addresses?.get(networkOf(address));
    if (this.addresses && state && state.consumedPoints > this.addresses.points)
      refuse(this.addresses, 'address', state);
  }
}

function limiter(points: number): RateLimiterMemory | null {
  return points > 0 ? new RateLimiterMemory({ points, duration: MINUTE_SECONDS }) : null;
}

async function take(
  rates: RateLimiterMemory | null,
  policy: Allowance['policy'],
  who: string,
  points: number,
): Promise<Allowance | null> {
  if (!rates) return null;
  try {
    return allowanceOf(rates, policy, await rates.consume(who, points));
  } catch (error) {
    if (error instanceof Error) throw error;
    return refuse(rates, policy, error as RateLimiterRes);
  }
}

function allowanceOf({ points }: RateLimiterMemory, policy: Allowance['policy'], state: RateLimiterRes): Allowance {
  const resetSeconds = Math.ceil(state.msBeforeNext / 1000);
  return { policy, limit: points, remaining: Math.max(0, points - state.consumedPoints), resetSeconds };
}

function refuse(rates: RateLimiterMemory, policy: Allowance['policy'], state: RateLimiterRes): never {
  const allowance = { ...allowanceOf(rates, policy, state), remaining: 0 };
  const { limit, resetSeconds } = allowance;
  throw new HttpRefusal(
    429,
    'RATE_LIMITED',
    `This ${policy} may use ${limit} points of cost a minute and has used them. Ask again in ${resetSeconds} s, or for less at a time.`,
    {
      headers: { ...rateHeaders(allowance), 'retry-after': String(resetSeconds) },
      details: { limit, resetSeconds },
    },
  );
}

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/10/ */
export function rateHeaders({ policy, limit, remaining, resetSeconds }: Allowance): Record<string, string> {
  return {
    'ratelimit-policy': `"${policy}";q=${limit};w=${MINUTE_SECONDS}`,
    ratelimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
  };
}

/** A caller has a whole /64 of IPv6 addresses; they count as one. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, 8).join('.');
}
