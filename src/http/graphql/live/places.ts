import type { Caller } from '../../../access/caller.js';
import type { Lifetime } from '../../../shared/program/lifetime.js';
import { nameOf } from '../../admission/rate.js';
import type { WeighedOperation } from '../weighing/weighed-operation.js';
import { HttpRefusal } from '../../refusals/refusal.js';
import type { LiveSettings } from './live-settings.js';

/** Who takes a place: a caller, and where from. */
export interface Peer {
  readonly caller: Pick<Caller, 'id'>;
  readonly address: string;
}

/** Characters of documents and variables that a caller's subscriptions may hold, for each place that it may have. */
const TEXT_PER_PLACE = 10_000;

/** The places for connections that are kept open: so many in all, for those without a key, and for each caller. */
export class Places {
  /** Places, waiting connections and characters that are held, by the name of their holder. */
  private readonly amounts = new Map<string, number>();

  constructor(private readonly settings: LiveSettings) {}

  get count(): number {
    return this.of('all');
  }

  /** Takes a place for as long as the caller stays, or refuses it. */
  take(peer: Peer, lifetime: Lifetime): void {
    const { connections, anonymous } = this.settings;
    const { kind, holder, most } = this.holderOf(peer);
    if (this.of(holder) >= most) throw tooMany(429, `This ${kind} has ${most} open connections and may have no more.`);
    if (this.of('all') >= connections || (kind === 'address' && this.of('anonymous') >= anonymous))
      throw tooMany(503, 'There are too many open connections.');
    for (const each of ['all', holder, ...(kind === 'address' ? ['anonymous'] : [])]) this.hold(each, 1, lifetime);
  }

  /** Notes a connection that has not said who it is; an address has no more of them at a time than places. */
  mayWait(address: string, waiting: Lifetime): boolean {
    const { holder, most } = this.holderOf({ caller: { id: null }, address });
    if (this.of(`waiting ${holder}`) >= most) return false;
    this.hold(`waiting ${holder}`, 1, waiting);
    return true;
  }

  /** Keeps what a subscription asks for as long as it lasts; nobody fills the memory with it. */
  keep(peer: Peer, { text, variables }: Pick<WeighedOperation, 'text' | 'variables'>, lifetime: Lifetime): void {
    const { kind, holder, most } = this.holderOf(peer);
    const characters = text.length + JSON.stringify(variables).length;
    const limit = most * TEXT_PER_PLACE;
    if (this.of(`text ${holder}`) + characters > limit)
      throw tooMany(429, `The subscriptions of this ${kind} may have ${limit} characters in all.`);
    this.hold(`text ${holder}`, characters, lifetime);
  }

  private holderOf({ caller, address }: Peer) {
    const { perKey, perAddress } = this.settings;
    const kind = caller.id ? 'key' : 'address';
    return { kind, holder: `${kind} ${nameOf(caller, address)}`, most: { key: perKey, address: perAddress }[kind] };
  }

  private of(holder: string): number {
    return this.amounts.get(holder) ?? 0;
  }

  private hold(holder: string, amount: number, lifetime: Lifetime): void {
    this.amounts.set(holder, this.of(holder) + amount);
    lifetime.hold(() => {
      const left = this.of(holder) - amount;
      if (left > 0) this.amounts.set(holder, left);
      else this.amounts.delete(holder);
    });
  }
}

function tooMany(status: 429 | 503, what: string): HttpRefusal {
  const message = `${what} Try again later, or use one connection for several subscriptions.`;
  return new HttpRefusal(status, 'TOO_MANY_CONNECTIONS', message, { headers: { 'retry-after': '30' } });
}
