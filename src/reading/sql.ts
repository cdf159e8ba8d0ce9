import type { Viewer } from '../shared/viewer.js';

/** What a statement's parameters may depend on: the request, not its shape. */
export interface Environment {
  readonly viewer: Viewer;
  readonly now: Date;
  /** The arguments of the planned fields, in the order they were planned. */
  readonly args: readonly Record<string, unknown>[];
  /** What the resolver knows and the document does not: the id of what a mutation made, for one. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** A parameter, evaluated anew for every run of a cached statement. */
export type Parameter = (environment: Environment) => unknown;

/** A piece of SQL: text with parameters in it. Text never comes from a request. */
export class Sql {
  constructor(readonly parts: readonly (string | Parameter)[]) {}
}

/** A piece of SQL from a template; what is filled in is other SQL, never a value. */
export function sql(texts: TemplateStringsArray, ...holes: readonly Sql[]): Sql {
  return new Sql(texts.flatMap((text, index) => [text, ...(holes[index]?.parts ?? [])]));
}

/** SQL from text that the code itself made, such as a name of a column. */
export function raw(text: string | number): Sql {
  return new Sql([String(text)]);
}

/** A parameter. The same function always becomes the same `$n`. */
export function param(value: Parameter): Sql {
  return new Sql([value]);
}

/** A text of our own as a literal. */
export function literal(text: string): Sql {
  return raw(`'${text.replaceAll("'", "''")}'`);
}

export function join(pieces: readonly Sql[], separator: string): Sql {
  return new Sql(pieces.flatMap((piece, index) => (index === 0 ? piece.parts : [separator, ...piece.parts])));
}

/** PostgreSQL takes at most 100 arguments, that is 50 pairs, in one call; objects of more lose their order. */
export const MOST_PAIRS = 50;

/** Stands in no JSON text by itself, since texts have control characters escaped. https://www.rfc-editor.org/rfc/rfc7464 */
export const BETWEEN_MEMBERS = '\x1e';

/** The members of a set in its order, as `SetSql` gives them. */
export function members(json: Sql): Sql {
  return sql`coalesce(string_agg(${json}::text, chr(30)), '')`;
}

/** A JSON object of so many pairs of a key and a value as there are. */
export function jsonObject(pairs: readonly Sql[]): Sql {
  if (pairs.length <= MOST_PAIRS) return sql`json_build_object(${join(pairs, ', ')})`;
  const chunks = Array.from({ length: Math.ceil(pairs.length / MOST_PAIRS) }, (_, index) =>
    pairs.slice(index * MOST_PAIRS, (index + 1) * MOST_PAIRS),
  );
  return sql`(${join(
    chunks.map(chunk => sql`jsonb_build_object(${join(chunk, ', ')})`),
    ' || ',
  )})`;
}

/** Whether a condition is `true`, whatever the row. */
export const isTrue = ({ parts }: Sql): boolean => parts.length === 1 && parts[0] === 'true';

/** Whether a condition looks into other rows than the one it is about. */
export const looksAround = ({ parts }: Sql): boolean =>
  parts.some(part => typeof part === 'string' && /\bselect\b/.test(part));

/** All conditions, or true when there is none. */
export function all(conditions: readonly (Sql | null | undefined | false)[]): Sql {
  const present = conditions.filter(condition => condition instanceof Sql && !isTrue(condition)) as Sql[];
  return present.length === 0 ? raw('true') : sql`(${join(present, ' and ')})`;
}

/** Any of the conditions, or false when there is none. */
export function any(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? raw('false') : sql`(${join(conditions, ' or ')})`;
}

export const VIEWER_PARTNER = param(({ viewer }) => viewer.partnerId);
export const VIEWER_KEY = param(({ viewer }) => viewer.keyId);
export const VIEWER_SUBJECT = param(({ viewer }) => viewer.subject);
export const VIEWER_SESSION = param(({ viewer }) => viewer.sessionId);
export const CLOCK: Parameter = ({ now }) => now.toISOString();
export const NOW = sql`${param(CLOCK)}::timestamptz`;

/** The moment that a duration leads back to, by the calendar of UTC. */
export function ago(duration: Sql): Sql {
  return sql`((${NOW} at time zone 'UTC') - ${duration}::text::interval) at time zone 'UTC'`;
}

/** The moment that a duration leads to. */
export function ahead(duration: Sql): Sql {
  return sql`((${NOW} at time zone 'UTC') + ${duration}::text::interval) at time zone 'UTC'`;
}

/** The same, read at another moment than the request's. */
export function seenAt(moment: Sql, { parts }: Sql): Sql {
  return new Sql(parts.flatMap(part => (part === CLOCK ? moment.parts : [part])));
}

/** A value that the resolver gives to the read. */
export function given(name: string): Sql {
  return param(environment => environment.given[name]);
}

/** The text of a statement with `$n`, and what gives the values. */
export function compile({ parts }: Sql): { text: string; parameters: Parameter[] } {
  const places = new Map<Parameter, number>();
  const text = parts.map(part => {
    if (typeof part === 'string') return part;
    if (!places.has(part)) places.set(part, places.size + 1);
    return `$${places.get(part)}`;
  });
  return { text: text.join(''), parameters: [...places.keys()] };
}

/** The same with `?`, as the object-relational mapper takes its fragments. */
export function compilePositional({ parts }: Sql, environment: Environment): { text: string; values: unknown[] } {
  const text = parts.map(part => (typeof part === 'string' ? part : '?')).join('');
  const values = parts.filter(part => typeof part !== 'string').map(parameter => parameter(environment) ?? null);
  return { text, values };
}

/** The Swedish day of a moment, as `swedishDay` tells it. */
export const swedishDayOf = (moment: Sql): Sql => sql`(${moment} at time zone 'Europe/Stockholm')::date`;
