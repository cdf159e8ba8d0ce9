import { durationWords } from '../../../web/src/idea/project/plan/duration.js';
import { makeMoney } from '../../../web/src/language/money-format.js';

/** With plain spaces. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const sek = (amount: string) => ({ amount, currency: 'SEK' });

describe('an amount on the pages', () => {
  const [swedish, english] = [makeMoney('sv-SE'), makeMoney('en-GB')];

  it('is in short from a million up, and in full below', () => {
    expect(plain(swedish.bigMoney(sek('12500000.00')))).toBe('12,5 mn kr');
    expect(plain(swedish.bigMoney(eur('500000.00')))).toBe('500 000 €');
    expect(plain(english.bigMoney(eur('500000.00')))).toBe('€500,000');
  });

  it.each([
    ['1000000.00', '8000000.00', '1–8 mn €', '€1–8m'],
    ['500000.00', '2000000.00', '0,5–2 mn €', '€0.5–2m'],
    ['40000.00', '2000000.00', '40 000–2 000 000 €', '€40,000–2,000,000'],
    ['40000.00', '60000.00', '40 000–60 000 €', '€40,000–60,000'],
    ['500000.00', '500000.00', '500 000 €', '€500,000'],
    ['2000000000.00', '3000000000.00', '2 000 000 000–3 000 000 000 €', '€2,000,000,000–3,000,000,000'],
  ])('from %s to %s is one span with one currency', (least, most, sv, en) => {
    expect(plain(swedish.bigSpan(eur(least), eur(most)))).toBe(sv);
    expect(plain(english.bigSpan(eur(least), eur(most)))).toBe(en);
  });

  it('is exact in a span that is written in full', () => {
    expect(plain(swedish.span(sek('1000000.00'), sek('2500000.50')))).toBe('1 000 000–2 500 000,50 kr');
  });
});

describe("a project's length", () => {
  it('leaves out what is nothing', () => {
    expect(durationWords.length.sv({ years: 6, months: 0, days: 0 })).toBe('6 år');
    expect(durationWords.length.sv({ years: 4, months: 11, days: 30 })).toBe('4 år, 11 månader och 30 dagar');
    expect(durationWords.length.en({ years: 1, months: 1, days: 1 })).toBe('1 year, 1 month and 1 day');
  });
});
