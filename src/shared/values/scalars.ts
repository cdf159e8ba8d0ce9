import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSON, GraphQLLocalDate } from 'graphql-scalars';
import { isDuration } from './duration.js';
import { currencyCode, isWebAddress, LONGEST_ADDRESS } from './exact-values.js';
import { decimalOf } from './decimal.js';
import { type Instant, isInReach, YEARS } from '../time/instant.js';

/** A scalar under our name and description, with a library's rules for what it accepts. */
function scalar(
  base: GraphQLScalarType,
  changes: Partial<ReturnType<GraphQLScalarType['toConfig']>>,
): GraphQLScalarType {
  return new GraphQLScalarType({ ...base.toConfig(), extensions: {}, ...changes });
}

/** The same of what is accepted, whether it stands in the document or comes as a variable. */
function further<T>(base: GraphQLScalarType, check: (value: T) => T) {
  return {
    parseValue: (value: unknown) => check(base.parseValue(value) as T),
    parseLiteral: (node: ValueNode) => check(base.parseLiteral(node) as T),
  };
}

/** A scalar that is written as a string, and what is made of it; anything else is refused in the same words. */
function writtenScalar(
  { name, ...config }: { name: string; description: string; specifiedByURL: string },
  read: (text: string) => string,
): GraphQLScalarType {
  const written = (text: unknown): string => {
    if (typeof text === 'string') return read(text);
    throw new TypeError(`${name} must be a string.`);
  };
  return new GraphQLScalarType({
    ...{ name, ...config },
    serialize: String,
    parseValue: written,
    parseLiteral: node => written(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const REACH = `from ${YEARS.first} to ${YEARS.last}`;

function withinReach<T extends Instant>(at: T): T {
  if (isInReach(at)) return at;
  throw new TypeError(`Years ${REACH} are accepted, by UTC.`);
}

export const DateTime = scalar(GraphQLDateTimeISO, {
  name: 'DateTime',
  description: `A moment as RFC 3339 writes it, with any offset on input and always in UTC on output: "2026-11-24T16:00:00.000Z". Accepted ${REACH}.`,
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: value => new Date(value as string | Date).toISOString(),
  ...further<Date>(GraphQLDateTimeISO, withinReach),
});

export const DateOnly = scalar(GraphQLLocalDate, {
  name: 'Date',
  description: `A day without a time or zone, YYYY-MM-DD: "2027-01-01". Accepted ${REACH}.`,
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
  ...further<string>(GraphQLLocalDate, withinReach),
});

export const Decimal = new GraphQLScalarType({
  name: 'Decimal',
  description:
    'An exact decimal number, written as a string so that no digit is lost: "1250000.00". At most 15 digits before and 6 after the point. ' +
    'A number is accepted too if it has at most 15 digits in all; others JSON does not hold exactly.',
  serialize: value => String(value),
  parseValue: decimalOf,
  parseLiteral: node => decimalOf(valueIn(node)),
});

/** What JSON would hold of a literal; the digits of a number as they stand. */
function valueIn(node: ValueNode): unknown {
  if (node.kind === Kind.STRING) return node.value;
  return node.kind === Kind.INT || node.kind === Kind.FLOAT ? { digits: node.value } : undefined;
}

export const WebAddress = writtenScalar(
  {
    name: 'URL',
    description: `A web address that begins with https:// or http://, without blanks or line breaks in or around it; at most ${LONGEST_ADDRESS.toLocaleString('en')} characters.`,
    specifiedByURL: 'https://url.spec.whatwg.org/',
  },
  text => {
    if (isWebAddress(text)) return text;
    throw new TypeError(
      `URL must begin with https:// or http://, have no blanks or line breaks, and at most ${LONGEST_ADDRESS.toLocaleString('en')} characters.`,
    );
  },
);

export const Currency = writtenScalar(
  {
    name: 'Currency',
    description:
      'An ISO 4217 currency code: SEK, EUR, … Small letters are taken as capitals; unknown codes are refused.',
    specifiedByURL: 'https://www.iso.org/iso-4217-currency-codes.html',
  },
  text => {
    const code = currencyCode(text);
    if (code) return code;
    throw new TypeError(`"${text.slice(0, 20)}" is no currency of ISO 4217. Write its code, such as SEK or EUR.`);
  },
);

export const Duration = writtenScalar(
  {
    name: 'Duration',
    description:
      'A length of time as ISO 8601 writes it, in whole numbers, of 100 years at most: P14D, P6M, PT36H. Years and months go by the calendar of UTC.',
    specifiedByURL: 'https://scalars.graphql.org/andimarek/duration.html',
  },
  text => {
    if (isDuration(text)) return text;
    throw new TypeError(
      'Duration must be of ISO 8601, in whole numbers and of 100 years at most, such as P14D or P6M.',
    );
  },
);

export const Json = scalar(GraphQLJSON, { name: 'JSON', description: 'Any JSON value.' });
