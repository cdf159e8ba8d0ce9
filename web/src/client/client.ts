import {
  Client,
  fetchExchange,
  makeOperation,
  mapExchange,
  subscriptionExchange,
  type CombinedError,
  type Operation,
  type OperationResult,
} from '@urql/core';
import type { Client as Socket } from 'graphql-ws';
import { normalisedCache } from './cache';
import { certain } from './certain';
import { connection, noteAnswer, noteUnreachable } from './connection';
import * as doubts from './doubts';
import { Log, keepingUp } from './log';
import { OwnChanges } from './own-changes';
import { Shown, type Refresh } from './refresh';
import { Resumed } from './resume';
import { fetchAs, noteTurnedAway } from './session';
import { openSocket } from './socket';

/** Who asks, and in which language the answers should be. */
export interface Asker {
  mark: string | null;
  language: () => string;
}

/** The GraphQL client of one asker, with its cache and its socket. */
export interface Asking {
  client: Client;
  refresh: Refresh;
  /** Goes on after the same caller has signed in again. */
  renew: () => void;
  close: () => void;
}

function isTurnedAway(error: CombinedError | undefined): boolean {
  return error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED') ?? false;
}

const noteAsking = (operation: Operation): Operation =>
  makeOperation(operation.kind, operation, { ...operation.context, askedAt: Date.now() });

/** Tells from an answer whether the service can be reached, and still lets in. */
const noteResult =
  (turnedAway: () => void) =>
  ({ operation, error }: OperationResult): void => {
    if (operation.kind === 'subscription') return;
    if (error?.networkError && !error.response) noteUnreachable();
    else noteAnswer(operation.context['askedAt'] as number);
    if (isTurnedAway(error)) turnedAway();
  };

/** Makes the client that pages ask through. */
export function asking(asker: Asker): Asking {
  const socket = openSocket();
  const send = fetchAs(asker.mark);
  const turnedAway = () => noteTurnedAway(asker.mark);
  const [shown, log, changes] = [new Shown(), new Log(), new OwnChanges()];
  const line = { socket, log, turnedAway };
  const live = subscriptionExchange({
    forwardSubscription: wanted => ({ subscribe: sink => new Resumed(line, wanted, sink) }),
  });
  const notes = mapExchange({ onOperation: noteAsking, onResult: noteResult(turnedAway) });
  const exchanges = [
    shown.exchange,
    changes.answering,
    normalisedCache(),
    shown.sending,
    changes.sending,
    notes,
    certain(send, doubts),
    keepingUp(log, shown.again),
    live,
    fetchExchange,
  ];
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: send,
    fetchOptions: () => ({ headers: { 'accept-language': asker.language() } }),
    exchanges,
  });
  // A socket was let in by the cookie with which it was opened.
  const renew = () => (socket.terminate(), shown.refresh());
  return { client, refresh: shown.refresh, renew, close: keepConnected(shown.refresh, socket) };
}

/**
 * Asks for the page again whenever a lost connection is back, or a socket is. A socket that survived the loss is opened
 * anew, since it may be dead without knowing. Returns what ends all that.
 */
function keepConnected(refresh: Refresh, socket: Socket): () => void {
  let before = connection.read().state;
  const end = connection.follow(() => {
    const { state } = connection.read();
    if (state === 'LOST') socket.terminate();
    if (before === 'LOST' || (before === 'POLLING' && state === 'LIVE')) refresh();
    before = state;
  });
  return () => (end(), void socket.dispose());
}
