import { GraphQLScalarType } from 'graphql';
import { GraphQLCurrency, GraphQLDateTimeISO, GraphQLJSON, GraphQLLocalDate, GraphQLURL } from 'graphql-scalars';

/** A scalar under our name and description, with a library's rules for what it accepts. */
function scalar(
  base: GraphQLScalarType,
  changes: Partial<ReturnType<GraphQLScalarType['toConfig']>>,
): GraphQLScalarType {
  return new GraphQLScalarType({ ...base.toConfig(), extensions: {}, ...changes });
}

export const DateTime = scalar(GraphQLDateTimeISO, {
  name: 'DateTime',
  description:
    'A moment as RFC 3339 writes it, with any offset on input and always in UTC on output: "2026-11-24T16:00:00.000Z".',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: value => new Date(value as string | Date).toISOString(),
});

export const DateOnly = scalar(GraphQLLocalDate, {
  name: 'Date',
  description: 'A day without a time or zone, YYYY-MM-DD: "2027-01-01".',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
});

const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;

function exactDecimal(value: unknown): string {
  if (typeof value === 'string' && DECIMAL.test(value)) return value;
  throw new TypeError(
    `Decimal must be a string of digits such as "1250000.00", with at most 15 digits before and 6 after the point.`,
  );
}

export const Decimal = new GraphQLScalarType({
  name: 'Decimal',
  description: 'An exact decimal number, written as a string so that no digit is lost: "1250000.00".',
  serialize: value => String(value),
  parseValue: exactDecimal,
  parseLiteral: node => exactDecimal('value' in node ? node.value : undefined),
});

function webAddress(value: unknown): string {
  const { protocol } = GraphQLURL.parseValue(value) as URL;
  if (protocol === 'https:' || protocol === 'http:') return String(value);
  throw new TypeError('URL must begin with https:// or http://.');
}

export const WebAddress = new GraphQLScalarType({
  name: 'URL',
  description: 'A web address that begins with https:// or http://.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  serialize: value => String(value),
  parseValue: webAddress,
  parseLiteral: node => webAddress('value' in node ? node.value : undefined),
});

export const Currency = scalar(GraphQLCurrency, {
  name: 'Currency',
  description: 'An ISO 4217 currency code: SEK, EUR, …',
  specifiedByURL: 'https://www.iso.org/iso-4217-currency-codes.html',
});

export const Json = scalar(GraphQLJSON, { name: 'JSON', description: 'Any JSON value.' });
