import { amountIn } from '../../../web/src/parts/form/money.js';
import * as fc from '../../support/properties.js';

describe('an amount as people write it', () => {
  it.each([
    ['5 miljoner', '5000000', undefined],
    ['5 miljoner kr', '5000000', 'SEK'],
    ['2,5 mkr', '2500000', 'SEK'],
    ['2.5 mnkr', '2500000', 'SEK'],
    ['500 tkr', '500000', 'SEK'],
    ['1,2 miljarder', '1200000000', undefined],
    ['40 000 000 kr', '40000000', 'SEK'],
    ['40\u00a0000\u202f000', '40000000', undefined],
    ['40.000.000', '40000000', undefined],
    ['1 234,5', '1234.50', undefined],
    ['€1.5m', '1500000', 'EUR'],
    ['1,500 mkr', '1500000', 'SEK'],
    ['0,123456 mkr', '123456', 'SEK'],
    ['007', '7', undefined],
  ])('%s is understood as %s', (text, amount, currency) => {
    expect(amountIn(text)).toEqual({ amount, ...(currency && { currency }) });
  });

  it.each([
    '',
    'fem',
    '1.500',
    '1,500',
    '-5',
    '5 kr EUR',
    '5 mkr tusen',
    '1,234567',
    '5 apor',
    '12345678901234567',
    '1 23',
  ])('%j is not clear, and is refused', text => expect(amountIn(text)).toBeUndefined());

  it('keeps every whole amount to the öre, however large', () => {
    const amounts = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(amounts, ([whole, part]) => {
        const decimals = String(part).padStart(2, '0');
        const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, ' ');
        expect(amountIn(`${grouped},${decimals} kr`)?.amount).toBe(part === 0 ? `${whole}` : `${whole}.${decimals}`);
      }),
    );
  });

  it('never takes long over what it is given', () => {
    fc.assert(fc.property(fc.string({ maxLength: 5_000 }), text => void amountIn(text)));
  });
});
