import type { Role } from './database.js';
import type { Session } from './world.js';

/**
 * Who is measured: this service; PostGraphile bare, and doing like the service, with keys, visibility, gate and log; the
 * service's own packages as their manuals show them; and what no GraphQL at all could do.
 */
export const CONTENDERS = ['service', 'postgraphile', 'like', 'manual', 'limit'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** One request as each contender takes it: variables of its document, or a statement and its values. */
export interface Request {
  readonly service: object;
  readonly postgraphile: object;
  /** Where PostGraphile takes other variables when it does like the service. */
  readonly like?: object;
  readonly limit: { readonly statement: string; readonly values: readonly unknown[] };
}

/** Requests with variables drawn from the world, dealt one after the other. */
export interface Deck {
  /** How many requests there are before the first comes again; unlimited when each is made anew. */
  readonly size: number;
  deal(place: number): Request;
  /** Undoes what writes have used up. */
  restore?(): Promise<void>;
}

export interface Operation {
  readonly name: string;
  /** Where its documents and statements lie. */
  readonly folder: string;
  /** The service's document, when it is one that consumers run and not one of the folder. */
  readonly document?: string;
  /** The field of the schema without which the operation is skipped. */
  readonly needs?: `${'Query' | 'Mutation'}.${string}`;
  /** Whose key the service is asked with. */
  readonly role: Role;
  /** Whether a partner is answered the same but for what it doesn't see; then that is compared too. */
  readonly asPartner?: true;
  /** Whether the service may answer with what it keeps from before; else each request is answered anew. */
  readonly kept?: true;
  deck(session: Session): Promise<Deck>;
  /** PostGraphile's answer in the service's form. */
  readonly fromPostgraphile: (answer: any) => unknown;
}

/** The rows of a PostGraphile connection. */
export const nodes = <T>(connection: { nodes: T[] }): T[] => connection.nodes;

/** The focus areas behind PostGraphile's joining rows, by code as the service orders them. */
export function areasOf(connection: { nodes: { area: { code: string } }[] }): { code: string }[] {
  return connection.nodes.map(({ area }) => area).sort((one, other) => (one.code < other.code ? -1 : 1));
}
