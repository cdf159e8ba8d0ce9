import type { Asker } from '../../access/asker.js';
import type { Lifetime } from '../../shared/lifetime.js';
import { nameOf } from '../limits/rate.js';
import { HttpRefusal } from '../refusal.js';
import type { LiveSettings } from './live-settings.js';

/** Who takes a place. */
export interface Guest {
  readonly asker: Pick<Asker, 'id'>;
  readonly address: string;
}

/** The places for connections that are kept open: so many in all, for those without a key, and for each caller. */
export class Places {
  private readonly taken = new Map<string, number>();
  private anonymous = 0;
  private all = 0;

  constructor(private readonly settings: LiveSettings) {}

  get count(): number {
    return this.all;
  }

  /** Takes a place for as long as the caller stays, or refuses it. */
  take({ asker, address }: Guest, stay: Lifetime): void {
    const { connections, anonymous, perKey, perAddress } = this.settings;
    const kind = asker.id ? 'key' : 'address';
    const caller = `${kind} ${nameOf(asker, address)}`;
    const most = { key: perKey, address: perAddress }[kind];
    if (this.of(caller) >= most) throw tooMany(429, `This ${kind} has ${most} open connections and may have no more.`);
    if (this.all >= connections || (!asker.id && this.anonymous >= anonymous))
      throw tooMany(503, 'There are too many open connections.');
    this.change(caller, 1);
    stay.hold(() => this.change(caller, -1));
  }

  /** Notes a connection that has not said who it is; an address has no more of them at a time than places. */
  mayWait(address: string, waiting: Lifetime): boolean {
    const caller = `waiting ${nameOf({ id: null }, address)}`;
    if (this.of(caller) >= this.settings.perAddress) return false;
    this.note(caller, 1);
    waiting.hold(() => this.note(caller, -1));
    return true;
  }

  private of(caller: string): number {
    return this.taken.get(caller) ?? 0;
  }

  private change(caller: string, by: 1 | -1): void {
    this.all += by;
    if (caller.startsWith('address')) this.anonymous += by;
    this.note(caller, by);
  }

  private note(caller: string, by: 1 | -1): void {
    const count = this.of(caller) + by;
    if (count > 0) this.taken.set(caller, count);
    else this.taken.delete(caller);
  }
}

function tooMany(status: 429 | 503, what: string): HttpRefusal {
  const message = `${what} Try again later, or use one connection for several subscriptions.`;
  return new HttpRefusal(status, 'TOO_MANY_CONNECTIONS', message, { headers: { 'retry-after': '30' } });
}
