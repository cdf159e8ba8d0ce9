import type { MikroORM } from '@mikro-orm/core';
import type { StopListening } from './server/listener.js';
import type { Replica } from './server/replica.js';
import type { SendBehind, Statement } from './statement.js';

/** The database behind the service, embedded or a server; the same to all that use it. */
export interface Database {
  readonly orm: MikroORM;
  readonly replica: Replica | null;
  /**
   * Runs one statement that answers one row with one text column, and gives that text. With `revision` a replica may
   * answer that has come as far in the activity log. Where others can be sent behind it, `follow` is told how.
   */
  readText(statement: Statement, revision?: number, follow?: (send: SendBehind) => void): Promise<string | null>;
  query<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  migrate(): Promise<void>;
  /** Calls when something is told on a channel, and whenever something may have been missed. */
  listen(channel: 'activity', call: () => void): Promise<StopListening>;
  /** The names of the migrations that this code has and the database has not. */
  pendingMigrations(): Promise<string[]>;
  /** How many connections there are, how many of them rest, and how many requests wait for one. */
  pool(): { total: number; idle: number; waiting: number };
  close(): Promise<void>;
}
