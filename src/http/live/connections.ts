import { HttpRefusal } from '../refusal.js';
import type { LiveSettings } from './live-settings.js';

/** Counts the connections that are kept open, and refuses more than there is room for. */
export class Connections {
  private readonly open = new Map<'keyed' | 'anonymous', number>();

  constructor(private readonly settings: LiveSettings) {}

  get count(): number {
    return this.of('keyed') + this.of('anonymous');
  }

  /** Takes a place; the function returned gives it back. Those without a key have a part of the places. */
  take(kind: 'keyed' | 'anonymous'): () => void {
    const { connections, anonymous } = this.settings;
    if (this.count >= connections || (kind === 'anonymous' && this.of('anonymous') >= anonymous)) {
      const message =
        'There are too many open connections. Try again later, or use one connection for several subscriptions.';
      throw new HttpRefusal(503, 'TOO_MANY_CONNECTIONS', message, { headers: { 'retry-after': '30' } });
    }
    this.open.set(kind, this.of(kind) + 1);
    let taken = true;
    return () => {
      if (taken) this.open.set(kind, this.of(kind) - 1);
      taken = false;
    };
  }

  private of(kind: 'keyed' | 'anonymous'): number {
    return this.open.get(kind) ?? 0;
  }
}
