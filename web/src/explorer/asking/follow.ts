import { openSocket } from '../../client/socket';
import type { Asked } from './send';

/** Why a subscription has ended: the service refused it, or the connection closed. */
export type End = { refused: readonly object[] } | { code: number; reason: string } | null;

interface Hearing {
  onAnswer: (answer: object) => void;
  onEnd: (end: End) => void;
}

/** Follows a subscription by a WebSocket of its own, as whoever has the key or the cookie. Returns what stops it. */
export function follow(asked: Asked, key: string, { onAnswer, onEnd }: Hearing): () => void {
  // It says nothing of how the page itself hears of changes.
  const socket = openSocket({ key, onConnected: () => {} });
  let open = true;
  const end = (why: End) => {
    if (!open) return;
    open = false;
    void socket.dispose();
    onEnd(why);
  };
  const stop = socket.subscribe(asked, {
    next: answer => open && onAnswer(answer),
    error: reason => end(whyOf(reason)),
    complete: () => end(null),
  });
  return () => {
    open = false;
    stop();
    void socket.dispose();
  };
}

function whyOf(reason: unknown): End {
  if (Array.isArray(reason)) return { refused: reason };
  const { code = 0, reason: words = '' } = reason as Partial<CloseEvent>;
  return { code, reason: words };
}
