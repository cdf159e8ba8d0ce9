import { type GraphQLScalarType, parse } from 'graphql';
import { now } from '../../shared/time/clock.js';
import { DateTime, Duration } from '../../shared/values/scalars.js';
import { HttpRefusal } from '../refusals/refusal.js';
import type { RunQuery } from '../graphql/own-query.js';
import type { JsonSchema } from '../json-schema.js';

/** A parameter of an address: what it must be, and its value by what was written, undefined when that is no such thing. */
export interface Parameter<T> {
  readonly is: string;
  /** What may be written, as far as a schema can say. */
  readonly schema: JsonSchema;
  read(written: string, query: RunQuery): Promise<T | undefined> | T | undefined;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** The values of those that were given. */
export type Given<P extends Parameters> = {
  readonly [K in keyof P]?: NonNullable<P[K]> extends Parameter<infer T> ? T : never;
};

/** Any text; what it means is for the route to say. */
export const text: Parameter<string> = { is: 'a text', schema: { type: 'string' }, read: written => written };

export const LOCALE: Parameter<'SV' | 'EN'> = {
  is: 'sv or en',
  schema: { type: 'string', enum: ['sv', 'en'] },
  read: written => (['SV', 'EN'] as const).find(locale => locale === written.toUpperCase()),
};

/** One of the words of an enum. */
export function oneOf<W extends string>(words: readonly W[]): Parameter<W> {
  return {
    is: `one of ${words.join(', ')}`,
    schema: { type: 'string', enum: words },
    read: written => words.find(word => word === written),
  };
}

/** One or several of the words of an enum, with commas between. */
export function someOf<W extends string>(words: readonly W[]): Parameter<readonly W[]> {
  return {
    is: `one or several, with commas between, of ${words.join(', ')}`,
    schema: { type: 'array', items: { type: 'string', enum: words }, minItems: 1 },
    read: written => {
      const found = words.filter(word => written.split(',').includes(word));
      return found.length === written.split(',').length ? found : undefined;
    },
  };
}

/** What a scalar of the API reads. */
function scalar<T>(type: GraphQLScalarType, is: string, format: string): Parameter<T> {
  const read = (written: string) => {
    try {
      return type.parseValue(written) as T;
    } catch {
      return undefined;
    }
  };
  return { is, schema: { type: 'string', format }, read };
}

/** A moment, as the API takes moments. */
export const anyMoment = scalar<Date>(DateTime, 'a moment, such as 2026-01-01T00:00:00Z', 'date-time');

/** A length of time, as the API takes them. */
export const lengthOfTime = scalar<string>(Duration, 'a length of time of ISO 8601, such as P90D or P6M', 'duration');

/** A moment that has been. */
export const pastMoment: Parameter<Date> = {
  is: 'a moment that has been, such as 2026-01-01T00:00:00Z',
  schema: { type: 'string', format: 'date-time' },
  read: async (written, query) => {
    const moment = await anyMoment.read(written, query);
    return moment && moment <= now() ? moment : undefined;
  },
};

export function wholeNumber(least: number, most: number): Parameter<number> {
  return {
    is: `a whole number, ${least}–${most}`,
    schema: { type: 'integer', minimum: least, maximum: most },
    read: written => {
      const number = Number(written);
      return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
    },
  };
}

const FOCUS_AREA = parse('query ($code: String!) { focusArea(code: $code) { code } }');
const CALL = parse('query ($identifier: String!) { fundingCall(identifier: $identifier) { id } }');
const PARTNER = parse('query ($slug: String!) { partner(slug: $slug) { id } }');

/** A focus area by its code. */
export const focusAreaCode: Parameter<string> = {
  is: 'the code of a focus area',
  schema: { type: 'string' },
  read: async (code, query) => ((await query(FOCUS_AREA, { code })).focusArea as { code: string } | null)?.code,
};

/** The id of a partner by its slug. */
export const partnerSlug: Parameter<string> = {
  is: 'the slug of a partner',
  schema: { type: 'string' },
  read: async (slug, query) => ((await query(PARTNER, { slug })).partner as { id: string } | null)?.id,
};

/** The id of a funding call by its identifier. */
export const callIdentifier: Parameter<string> = {
  is: 'the identifier of a funding call',
  schema: { type: 'string' },
  read: async (identifier, query) => ((await query(CALL, { identifier })).fundingCall as { id: string } | null)?.id,
};

/** Characters of what was written that a refusal quotes. */
const QUOTED = 100;

/** Reads the parameters of an address. Refuses, by name, what isn't known, stands there twice or means nothing. */
export async function readParameters<P extends Parameters>(
  parameters: P,
  given: unknown,
  query: RunQuery,
): Promise<Given<P>> {
  const values = new Map<string, unknown>();
  for (const [name, written] of Object.entries(given as Record<string, unknown>)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (!parameter)
      throw refused(`${quoted(name)} is no parameter here. There are: ${Object.keys(parameters).join(', ')}.`);
    // An empty field of a form.
    if (written === '') continue;
    if (typeof written !== 'string') throw refused(`${name} may be given once.`);
    // No text in the database holds a NUL, and the database refuses to look for one.
    const value = written.includes('\0') ? undefined : await parameter.read(written, query);
    if (value === undefined) throw refused(`${name} must be ${parameter.is}; ${quoted(written)} is not.`);
    values.set(name, value);
  }
  return Object.fromEntries(values) as Given<P>;
}

function quoted(written: string): string {
  return JSON.stringify(written.slice(0, QUOTED));
}

function refused(message: string): HttpRefusal {
  return new HttpRefusal(400, 'BAD_USER_INPUT', message);
}
