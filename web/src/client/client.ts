import {
  Client,
  fetchExchange,
  makeOperation,
  mapExchange,
  subscriptionExchange,
  type CombinedError,
  type Exchange,
  type Operation,
  type OperationResult,
} from '@urql/core';
import type { Client as Socket } from 'graphql-ws';
import { normalisedCache } from './cache';
import { certain } from './certain';
import { connection, noteAnswer, noteUnreachable } from './connection';
import { credentials, turnAway } from './key';
import { Log, keepingUp } from './log';
import { Shown, type Refresh } from './refresh';
import { Resumed } from './resume';
import { openSocket } from './socket';

/** Who asks, and in which language the answers should be. */
export interface Asker {
  secret: string | null;
  language: () => string;
}

/** The GraphQL client of one asker, with its cache and its socket. */
export interface Asking {
  client: Client;
  refresh: Refresh;
  close: () => void;
}

const NOT_LET_IN = new Set<unknown>(['UNAUTHENTICATED', 'NO_ROLE']);

function isTurnedAway(error: CombinedError | undefined): boolean {
  return error?.graphQLErrors.some(({ extensions }) => NOT_LET_IN.has(extensions['code'])) ?? false;
}

const noteAsking = (operation: Operation): Operation =>
  makeOperation(operation.kind, operation, { ...operation.context, askedAt: Date.now() });

/** Tells from an answer whether the service can be reached, and still knows the key. */
const noteResult =
  (secret: string | null) =>
  ({ operation, error }: OperationResult): void => {
    if (operation.kind === 'subscription') return;
    if (error?.networkError && !error.response) noteUnreachable();
    else noteAnswer(operation.context['askedAt'] as number);
    if (secret && isTurnedAway(error)) turnAway();
  };

function clientOf({ secret, language }: Asker, exchanges: Exchange[]): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: () => ({ headers: { 'accept-language': language(), ...credentials(secret) } }),
    exchanges,
  });
}

/** Makes the client that pages ask through. */
export function asking(asker: Asker): Asking {
  const socket = openSocket(asker.secret);
  const [shown, log] = [new Shown(), new Log()];
  const live = subscriptionExchange({
    forwardSubscription: wanted => ({ subscribe: sink => new Resumed(socket, log, wanted, sink) }),
  });
  const notes = mapExchange({ onOperation: noteAsking, onResult: noteResult(asker.secret) });
  const exchanges = [
    shown.exchange,
    normalisedCache(),
    notes,
    certain,
    keepingUp(log, shown.again),
    live,
    fetchExchange,
  ];
  const client = clientOf(asker, exchanges);
  return { client, refresh: shown.refresh, close: keepConnected(shown.refresh, socket) };
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

/** A client without a cache, for answers that must not be mistaken for what is saved: trying a key, a dry run. */
export function askingOnce(asker: Asker): Client {
  return clientOf(asker, [certain, fetchExchange]);
}
