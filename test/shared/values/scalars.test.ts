import { type GraphQLScalarType, parseValue } from 'graphql';
import { Currency, DateOnly, DateTime, Decimal, WebAddress } from '../../../src/shared/values/scalars.js';
import { cellAmount } from '../../../src/tables/amounts.js';
import * as fc from '../../support/properties.js';

type Read = { is: string } | { refused: true };

function tried(read: () => unknown): Read {
  try {
    return { is: JSON.stringify(read()) };
  } catch {
    return { refused: true };
  }
}

/** What a scalar makes of a value as a variable, and of the same value written in a document. */
const asVariable = (scalar: GraphQLScalarType, value: unknown) => tried(() => scalar.parseValue(value));
const asLiteral = (scalar: GraphQLScalarType, written: string) =>
  tried(() => scalar.parseLiteral(parseValue(written), {}));

const told = (scalar: GraphQLScalarType, value: unknown) => {
  try {
    return scalar.parseValue(value);
  } catch (error) {
    return (error as Error).message;
  }
};

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  Currency: ['SEK', 'sek', 'Eur', 'XYZ', ' SEK', 'ſek', 'se', ''],
  URL: [
    'https://example.org',
    'https:example.org',
    ' https://example.org',
    'https://a b',
    'ftp://example.org',
    'HTTP://x',
  ],
  DateTime: [
    '2026-11-24T16:00:00Z',
    '1899-12-31T23:59:59Z',
    '2200-12-31T23:59:59Z',
    '9999-12-31T23:59:59-01:00',
    'soon',
  ],
  Date: ['2027-01-01', '1899-12-31', '2200-12-31', '2201-01-01', '2027-02-30'],
  Decimal: ['1', '-1.50', '1e3', '999999999999999.99', '1234567890123456', '0.1234567', '', ' 1'],
};
const SCALARS = [Currency, WebAddress, DateTime, DateOnly, Decimal];

describe('A value', () => {
  it('is taken or refused alike in a document and as a variable, whatever text it is', () => {
    for (const scalar of SCALARS)
      fc.assert(
        fc.property(fc.oneof(fc.constantFrom(...SAMPLES[scalar.name]!), fc.string({ unit: 'grapheme' })), text => {
          expect(asLiteral(scalar, JSON.stringify(text))).toEqual(asVariable(scalar, text));
        }),
      );
  });

  it('is in its one form when it has been read once', () => {
    for (const scalar of SCALARS)
      for (const text of SAMPLES[scalar.name]!) {
        const once = asVariable(scalar, text);
        if ('is' in once) expect(asVariable(scalar, JSON.parse(once.is))).toEqual(once);
      }
  });

  it('of another kind is refused in both', () => {
    for (const scalar of [Currency, WebAddress, DateTime, DateOnly])
      for (const [written, value] of [
        ['7', 7],
        ['true', true],
        ['SEK', {}],
        ['[]', []],
      ] as const)
        expect([asLiteral(scalar, written), asVariable(scalar, value)]).toEqual([{ refused: true }, { refused: true }]);
  });
});

describe('A currency', () => {
  it('is its code in capitals, however it is written', () => {
    expect(['SEK', 'sek', 'Eur'].map(code => Currency.parseValue(code))).toEqual(['SEK', 'SEK', 'EUR']);
  });

  it('that there is not is refused by name', () => {
    expect(told(Currency, 'XYZ')).toBe('"XYZ" is no currency of ISO 4217. Write its code, such as SEK or EUR.');
    expect(['', 'SE', ' SEK', 'SEK ', 'ſEK', 'kr'].map(code => asVariable(Currency, code))).toEqual(
      Array.from({ length: 6 }, () => ({ refused: true })),
    );
  });

  it('is the same beside an amount in a table', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{3}$/), code => {
        const [read, cell] = [asVariable(Currency, code), cellAmount(`100 ${code}`)];
        // Three letters may be a word for kronor or thousands as well.
        if ('is' in read) expect(cell).toEqual({ amount: '100.00', currency: JSON.parse(read.is) });
      }),
    );
  });
});

describe('A moment', () => {
  it.each(['1900-01-01T00:00:00Z', '2200-12-31T23:59:59.999Z', '2200-12-31T23:59:59+01:00'])('may be %s', text => {
    expect(DateTime.parseValue(text)).toEqual(new Date(text));
  });

  it.each(['1899-12-31T23:59:59Z', '2201-01-01T00:00:00Z', '2200-12-31T23:59:59-01:00', '9999-12-31T23:59:59-01:00'])(
    'is refused with the years that are accepted: %s',
    text => {
      expect(told(DateTime, text)).toContain('from 1900 to 2200');
      expect(told(DateOnly, text.slice(0, 10).replace('2200', '2201'))).toContain('from 1900 to 2200');
    },
  );
});

describe('A decimal', () => {
  it.each([
    ['12', 12],
    ['-0.5', -0.5],
    ['0.1', 0.1],
    ['1e3', 1e3],
    ['999999999999999', 999_999_999_999_999],
    ['1.50', 1.5],
    ['0', 0],
  ])('may be the number %s', (written, number) => {
    expect(asLiteral(Decimal, written)).toEqual(asVariable(Decimal, number));
    expect(asVariable(Decimal, number)).toHaveProperty('is');
  });

  it('is the same number in a document and as a variable, where JSON holds it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), number => {
        // JSON has no negative nought.
        const written = JSON.stringify(number);
        expect(asLiteral(Decimal, written)).toEqual(asVariable(Decimal, JSON.parse(written)));
      }),
    );
  });

  it('that JSON does not hold exactly is refused as a number, with what to do', () => {
    for (const number of [9007199254740993, 0.1 + 0.2, 1234567890.1234567])
      expect(told(Decimal, number)).toBe(
        'A number of JSON does not hold more than 15 digits exactly. Send it as a string, such as "1250000.00".',
      );
    expect(asLiteral(Decimal, '9007199254740993')).toEqual({ refused: true });
    expect(Decimal.parseValue('9007199254740993'.slice(0, 15))).toBe('900719925474099');
  });

  it.each([1e15, 1e300, Number.NaN, Number.POSITIVE_INFINITY, '1e999999', '1000000000000000', '0.1234567', true, null])(
    'is not %s',
    value => {
      expect(told(Decimal, value)).toContain('at most 15 digits before and 6 after the point');
    },
  );
});

describe('A web address', () => {
  it.each(['https://example.org', 'HTTP://example.org/å?q=ö#x', `https://example.org/${'a'.repeat(1_980)}`])(
    'may be %.60s',
    text => {
      expect(WebAddress.parseValue(text)).toBe(text);
    },
  );

  it.each([
    'https:example.org',
    ' https://example.org',
    'https://example.org\n',
    'https://exa mple.org',
    'https://example.org/\u200bx',
    'https://example.org/\u00adx',
    'javascript:alert(1)',
    `https://example.org/${'a'.repeat(1_981)}`,
  ])('is not %.60j', text => {
    expect(told(WebAddress, text)).toMatch(/begin with https:\/\/ or http:\/\/, have no blanks or line breaks/);
  });
});
