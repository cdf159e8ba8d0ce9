import {
  daysText,
  momentText,
  moneyText,
  numberText,
  percentText,
  swedishDayText,
} from '../../../src/shared/text/figures.js';

/** As written, with every blank an ordinary one; the real ones don't break lines. */
const plain = ({ sv, en }: { sv: string; en: string }) => [sv, en].map(text => text.replace(/\s/g, ' '));

describe('figures in both languages', () => {
  it('write money without losing a digit', () => {
    expect(plain(moneyText({ amount: '999999999999999.99', currency: 'SEK' }))).toEqual([
      '999 999 999 999 999,99 kr',
      'SEK 999,999,999,999,999.99',
    ]);
    expect(plain(moneyText({ amount: '0.30', currency: 'EUR' }))).toEqual(['0,30 €', '€0.30']);
    expect(plain(moneyText({ amount: '12.00', currency: 'EUR' }))).toEqual(['12 €', '€12']);
  });

  it('write shares and numbers as each language does', () => {
    expect(plain(percentText(0.4))).toEqual(['40 %', '40%']);
    expect(plain(numberText(4.5))).toEqual(['4,5', '4.5']);
  });

  it('never part a figure from its unit at the end of a line', () => {
    expect(moneyText({ amount: '2500000.00', currency: 'SEK' }).sv).not.toContain(' ');
    expect(percentText(0.4).sv).not.toContain(' ');
  });

  it('tell instants in Swedish time, whatever their offset', () => {
    expect(plain(momentText('2026-12-03T16:00:00Z'))).toEqual([
      '3 december 2026 kl. 17:00',
      '3 December 2026 at 17:00 Swedish time',
    ]);
    expect(plain(swedishDayText('2026-12-02T23:30:00Z'))).toEqual(['3 december 2026', '3 December 2026']);
  });

  it('tell days of a plan as they are', () => {
    expect(plain(daysText('2027-01-01', '2031-12-31'))).toEqual([
      '1 januari 2027 – 31 december 2031',
      '1 January 2027 – 31 December 2031',
    ]);
  });
});
