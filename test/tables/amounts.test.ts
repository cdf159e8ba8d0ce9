import { cellAmount, unitOf } from '../../src/tables/amounts.js';
import { currencyOf } from '../../src/tables/currencies.js';
import { cellNumber } from '../../src/tables/numbers.js';
import * as fc from '../support/properties.js';

const read = (cell: string, header?: string) => {
  const found = cellAmount(cell, header === undefined ? undefined : unitOf(header));
  return 'problem' in found ? found.problem.en : [found.amount, found.currency].filter(Boolean).join(' ');
};

describe('An amount in a cell', () => {
  it.each([
    ['8 mkr', '8000000.00 SEK'],
    ['8 Mkr.', '8000000.00 SEK'],
    ['12,5 MSEK', '12500000.00 SEK'],
    ['2,5 miljoner kr', '2500000.00 SEK'],
    ['2.5 milj. kr', '2500000.00 SEK'],
    ['1 miljard kronor', '1000000000.00 SEK'],
    ['1,2 mdkr', '1200000000.00 SEK'],
    ['500 tkr', '500000.00 SEK'],
    ['500 kSEK', '500000.00 SEK'],
    ['500 tusen', '500000.00'],
    ['€ 5 000 000', '5000000.00 EUR'],
    ['€5m', '5000000.00 EUR'],
    ['EUR 2.5 million', '2500000.00 EUR'],
    ['2,5 M€', '2500000.00 EUR'],
    ['3 MEUR', '3000000.00 EUR'],
    ['5,000,000.00 USD', '5000000.00 USD'],
    ['$10', '10.00 USD'],
    ['1 250 000:-', '1250000.00 SEK'],
    ['1250,-', '1250.00 SEK'],
    ['75 354 267 kronor', '75354267.00 SEK'],
    ['100 danska kronor', '100.00 DKK'],
    ['1 250 000,50', '1250000.50'],
    ['SEK 5 mkr', '5000000.00 SEK'],
  ])('%s is %s', (cell, amount) => {
    expect(read(cell)).toBe(amount);
  });

  it.each([
    '8 mkr EUR',
    'EUR 5 mkr',
    '5 tkr mkr',
    'ca 5 mkr',
    '8-10 mkr',
    'högst 5 mkr',
    '-5',
    '5 10',
    '40%',
    '5 XYZ',
    'k',
    '5 constructor',
  ])('%s is refused, and right ones are shown', cell => {
    expect(read(cell)).toMatch(/Write for instance 1250000, 1 250 000 kr, 2\.5 mkr or EUR 5000000\.|is not a number/);
    for (const right of ['1250000', '1 250 000 kr', '2.5 mkr', 'EUR 5000000']) expect(read(right)).toMatch(/^\d+\.00/);
  });

  it('is told when it is finer than hundredths, or larger than is kept', () => {
    expect([read('0,123456 kr'), read('999999999999999 mkr')]).toEqual([
      'has more than two decimals.',
      'is too large an amount.',
    ]);
  });

  it.each([
    ['8', 'mkr', '8000000.00 SEK'],
    ['2,5', 'miljoner EUR', '2500000.00 EUR'],
    ['2,5', 'miljoner', '2500000.00'],
    ['8 mkr', 'mkr', '8000000.00 SEK'],
    ['5 EUR', 'SEK', '5.00 EUR'],
    ['8 mkr', 'kr', '8000000.00 SEK'],
  ])('%s under a header in %s is %s', (cell, header, amount) => {
    expect(read(cell, header)).toBe(amount);
  });

  it.each(['8 000 000 kr', '500 tkr'])('%s under a header in mkr is refused', cell => {
    expect(read(cell, 'mkr')).toContain('another unit than the header');
  });

  it('is exact, with any grouping, decimals and unit', () => {
    const group = (digits: string, sign: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, sign);
    const units = fc.constantFrom<[string, number]>(
      ['', 0],
      [' kr', 0],
      [' tkr', 3],
      [' mkr', 6],
      [' miljarder kr', 9],
    );
    const signs = fc.constantFrom<[string, string]>([' ', ','], ['\u00a0', ','], [' ', '.'], ['', ',']);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        fc.integer({ min: 0, max: 99 }),
        units,
        signs,
        (whole, cents, unit, [thousands, point]) => {
          const decimals = String(cents).padStart(2, '0');
          const cell = `${group(String(whole), thousands)}${point}${decimals}${unit[0]}`;
          const hundredths = BigInt(whole * 100 + cents) * 10n ** BigInt(unit[1]);
          const expected = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
          expect(read(cell).split(' ')[0]).toBe(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('A number in a cell', () => {
  it.each(['5 10', '2035 12', '1 0000', '12 34 567', "1'0"])('%s is two numbers, and refused', cell => {
    expect(cellNumber(cell)).toHaveProperty('problem');
  });
});

describe('A currency', () => {
  it.each([
    ['kr', 'SEK'],
    ['Kronor', 'SEK'],
    ['eur', 'EUR'],
    ['€', 'EUR'],
    ['Euro', 'EUR'],
    ['norska kronor', 'NOK'],
    ['sek', 'SEK'],
    ['daler', undefined],
    ['toString', undefined],
    ['', undefined],
  ])('"%s" is %s', (word, code) => {
    expect(currencyOf(word)).toBe(code);
  });
});
