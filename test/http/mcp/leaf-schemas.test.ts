import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { GraphQLScalarType } from 'graphql';
import { leafSchema } from '../../../src/http/mcp/leaf-schemas.js';
import { isDuration } from '../../../src/shared/values/duration.js';
import { isWebAddress, uriOf } from '../../../src/shared/values/exact-values.js';
import {
  Currency,
  DateOnly,
  DateTime,
  Decimal,
  Duration,
  Json,
  WebAddress,
} from '../../../src/shared/values/scalars.js';
import * as fc from '../../support/properties.js';

/** The validators of the official clients: of the draft that they take by default, and of the one that MCP names. */
const VALIDATORS = [new Ajv({ strict: false }), new Ajv2020({ strict: false })];
for (const validator of VALIDATORS) formats.default(validator);

const digits = (least: number, most: number) =>
  fc.array(fc.nat(9), { minLength: least, maxLength: most }).map(found => found.join(''));
const moment = fc.date({
  ...{ min: new Date('1900-01-02'), max: new Date('2200-12-30'), noInvalidDate: true },
});
const offset = fc.constantFrom('Z', '+01:00', '-11:30', '+14:00');
const count = fc.option(fc.nat(99));
const part = (unit: string) => count.map(number => (number === null ? '' : `${number}${unit}`));
const UNUSUAL = [
  'å',
  '字',
  '👩‍🌾',
  '|',
  '^',
  '`',
  '"',
  '<',
  '[',
  ']',
  '{',
  '\\',
  '%',
  '%zz',
  '#',
  '?',
  '@',
  ':',
  '/',
  '%C3%A5',
];
const piece = fc.oneof(fc.constantFrom(...UNUSUAL), fc.string(), fc.string({ unit: 'grapheme' }));
const host = fc.constantFrom(
  'a.example',
  'www.energimyndigheten.se',
  'räksmörgås.example',
  '[2001:db8::1]:8080',
  'ö:p@a.example',
);
const address = fc
  .tuple(fc.constantFrom('https://', 'http://', 'HTTPS://'), host, fc.constantFrom('', '/', '/?'), fc.array(piece))
  .map(([scheme, at, start, pieces]) => `${scheme}${at}${start}${pieces.join('')}`)
  .filter(isWebAddress);

/** Values of each scalar of our own, as they are sent. */
const SENT: readonly (readonly [GraphQLScalarType, fc.Arbitrary<unknown>])[] = [
  [DateTime, fc.tuple(moment, offset).map(([at, zone]) => at.toISOString().replace('Z', zone))],
  [DateOnly, moment.map(at => at.toISOString().slice(0, 10))],
  [
    Decimal,
    fc.oneof(
      fc
        .tuple(fc.constantFrom('', '-'), digits(1, 15), fc.option(digits(1, 6)))
        .map(([sign, whole, rest]) => `${sign}${whole}${rest === null ? '' : `.${rest}`}`),
      fc.integer(),
    ),
  ],
  [Currency, fc.constantFrom('SEK', 'eur', 'Nok')],
  [WebAddress, address],
  [
    Duration,
    fc
      .tuple(part('Y'), part('M'), part('W'), part('D'), fc.option(fc.tuple(part('H'), part('M'), part('S'))))
      .map(
        ([years, months, weeks, days, time]) => `P${years}${months}${weeks}${days}${time ? `T${time.join('')}` : ''}`,
      )
      .filter(isDuration),
  ],
  [Json, fc.jsonValue()],
];

describe.each(SENT)('%s', (scalar, sent) => {
  it('is promised to agents as nothing that one of its values is not', () => {
    const validates = VALIDATORS.map(validator => validator.compile(leafSchema(scalar)));
    fc.assert(
      fc.property(sent, value => {
        const given: unknown = JSON.parse(JSON.stringify(scalar.serialize(scalar.parseValue(value))));
        expect(validates.map(isRight => [given, isRight(given)])).toEqual(VALIDATORS.map(() => [given, true]));
      }),
      { numRuns: 500 },
    );
  });
});

describe('A web address as a URI', () => {
  it('is one, whatever stands in the address, and stays as it is', () => {
    const isUri = VALIDATORS[1]!.compile({ type: 'string', format: 'uri' });
    fc.assert(
      fc.property(address, written => {
        const uri = uriOf(written);
        expect([uri, isUri(uri)]).toEqual([uri, true]);
        expect(uriOf(uri)).toBe(uri);
      }),
      { numRuns: 2_000, examples: [['https://a.example%@%C3%A5']] },
    );
  });

  it('leads where the address does', () => {
    expect(uriOf('https://www.energimyndigheten.se/utlysningar/grön-omställning?år=1#ö')).toBe(
      'https://www.energimyndigheten.se/utlysningar/gr%C3%B6n-omst%C3%A4llning?%C3%A5r=1#%C3%B6',
    );
    expect(uriOf('http://user:pass@[::1]:8080/a%20b?c=[d]|e#f#g')).toBe(
      'http://user:pass@[::1]:8080/a%20b?c=%5Bd%5D%7Ce#f%23g',
    );
    expect(uriOf('https://vinnova.se')).toBe('https://vinnova.se');
    expect(uriOf('HTTPS://Vinnova.se/e/%c3%a5#a')).toBe('HTTPS://Vinnova.se/e/%c3%a5#a');
    expect(uriOf('https://räksmörgås.example')).toBe('https://xn--rksmrgs-5wao1o.example/');
  });
});
