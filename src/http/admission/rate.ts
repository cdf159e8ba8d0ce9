import ipaddr from 'ipaddr.js';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from '../../access/caller.js';
import { HttpRefusal } from '../refusals/refusal.js';
import type { Limits } from './limit-settings.js';

/** Whose points they are: those of a key, and of an address what it asks without one, its pages and its failed keys. */
type Policy = 'key' | 'address' | 'pages' | 'failed-keys';

/** What a caller has left, for the headers and for `extensions.cost`. */
export interface Allowance {
  readonly policy: Policy;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

const MINUTE_SECONDS = 60;

/**
 * Counts points a minute: for each key, and for each address that asks without one. Pages and failed keys are counted
 * apart, so that nobody is shut out by what others do from the same address. Every copy counts for itself.
 */
export class Rates {
  private readonly limiters: ReadonlyMap<Policy, RateLimiterMemory>;

  constructor(limits: Pick<Limits, 'ratePerKey' | 'ratePerAddress' | 'failedKeysPerAddress'>) {
    const points: Record<Policy, number> = {
      key: limits.ratePerKey,
      address: limits.ratePerAddress,
      pages: limits.ratePerAddress,
      'failed-keys': limits.failedKeysPerAddress,
    };
    const limited = Object.entries(points).filter(([, most]) => most > 0) as [Policy, number][];
    this.limiters = new Map(
      limited.map(([policy, most]) => [policy, new RateLimiterMemory({ points: most, duration: MINUTE_SECONDS })]),
    );
  }

  /** Takes the points of a request, or refuses it for one point; null when there is no limit. */
  charge(caller: Pick<Caller, 'id'>, address: string, points: number): Promise<Allowance | null> {
    return this.take(policyOf(caller), nameOf(caller, address), points);
  }

  /** Gives back the points of what was not done after all. */
  async giveBack(caller: Pick<Caller, 'id'>, address: string, points: number): Promise<void> {
    await this.limiters.get(policyOf(caller))?.reward(nameOf(caller, address), points);
  }

  /** Refuses an address that has used up its points, before anything is looked up for it. */
  async refuseSpent(address: string): Promise<void> {
    const limiter = this.limiters.get('address');
    const state = await limiter?.get(networkOf(address));
    if (limiter && state && state.consumedPoints > limiter.points) refuse(limiter, 'address', state);
  }

  /** Takes the points of work that was let in before; what goes beyond the limit keeps the next request waiting. */
  async owe(caller: Pick<Caller, 'id'>, address: string, points: number): Promise<void> {
    await this.limiters.get(policyOf(caller))?.penalty(nameOf(caller, address), points);
  }

  /** Takes a point for what stands still, such as a page, or refuses it. */
  async chargePage(address: string): Promise<void> {
    await this.take('pages', networkOf(address), 1);
  }

  /** Notes an attempt with a key that doesn't work, and refuses it as one too many if it is. */
  async chargeFailure(address: string): Promise<void> {
    await this.take('failed-keys', networkOf(address), 1);
  }

  private async take(policy: Policy, who: string, points: number): Promise<Allowance | null> {
    const limiter = this.limiters.get(policy);
    if (!limiter) return null;
    try {
      return allowanceOf(limiter, policy, await limiter.consume(who, points));
    } catch (error) {
      if (error instanceof Error) throw error;
      // A refusal takes a point: what was too much now leaves what is left to what is less.
      const state = points > 1 ? await limiter.reward(who, points - 1) : (error as RateLimiterRes);
      return refuse(limiter, policy, state, points);
    }
  }
}

function policyOf({ id }: Pick<Caller, 'id'>): Policy {
  return id ? 'key' : 'address';
}

/** The name that points and places are counted by: of the caller's key, else of its network. */
export function nameOf({ id }: Pick<Caller, 'id'>, address: string): string {
  return id ?? networkOf(address);
}

function allowanceOf({ points }: RateLimiterMemory, policy: Policy, state: RateLimiterRes): Allowance {
  const resetSeconds = Math.ceil(state.msBeforeNext / 1000);
  return { policy, limit: points, remaining: Math.max(0, points - state.consumedPoints), resetSeconds };
}

const WHY: Readonly<Record<Policy, (limit: number, spent: string) => string>> = {
  key: (limit, spent) => `This key may use ${limit} points of cost a minute${spent}`,
  address: (limit, spent) => `This address may use ${limit} points of cost a minute without a key${spent}`,
  pages: limit => `This address may ask for ${limit} pages a minute and has done so.`,
  'failed-keys': limit =>
    `More than ${limit} requests within a minute came from this address with keys that don't let in. One that works is let in as ever.`,
};

function refuse(limiter: RateLimiterMemory, policy: Policy, state: RateLimiterRes, asked = 1): never {
  const allowance = allowanceOf(limiter, policy, state);
  const { limit, resetSeconds, remaining } = allowance;
  const spent =
    remaining > 0
      ? `, and this asked for ${asked}, which is more than are left: ${remaining}. Ask for less at a time, or wait.`
      : ' and has used them. Ask for less at a time, or wait.';
  const message = `${WHY[policy](limit, spent)} Ask again in ${resetSeconds} s.`;
  throw new HttpRefusal(429, 'RATE_LIMITED', message, {
    headers: { ...rateHeaders(allowance), 'retry-after': String(resetSeconds) },
    details: { limit, resetSeconds },
  });
}

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/10/ */
export function rateHeaders({ policy, limit, remaining, resetSeconds }: Allowance): Record<string, string> {
  return {
    'ratelimit-policy': `"${policy}";q=${limit};w=${MINUTE_SECONDS}`,
    ratelimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
  };
}

/** A caller has a whole /64 of IPv6 addresses; they count as one. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, 8).join('.');
}
