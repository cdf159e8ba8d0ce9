import { ComparedTexts, type TextFacts } from '../../src/matching/likeness.js';
import { naiveLikeness } from '../support/naive/matching/likeness.js';
import * as fc from '../support/properties.js';

function compared(...texts: TextFacts[]): ComparedTexts {
  const all = new ComparedTexts();
  for (const text of texts) all.add(text);
  return all;
}

const likeness = (one: TextFacts, other: TextFacts) => compared(other).likenessTo(one)[0];

const NOTHING: TextFacts = { titleStems: [], stems: [], piecesSv: [], piecesEn: [] };

/** A text whose title has these stems, and that speaks of more beside them. */
const titled = (title: string, more = ''): TextFacts => ({
  ...NOTHING,
  titleStems: title.split(' '),
  stems: `${title} ${more}`.trim().split(' '),
});

/** The pieces that pg_trgm makes of one word. */
const pieces = (word: string) => {
  const padded = `  ${word} `;
  return [...new Set(Array.from({ length: padded.length - 2 }, (_, place) => padded.slice(place, place + 3)))];
};

describe('two texts', () => {
  it("are fully alike when the one speaks of every word in the other's title", () => {
    expect(likeness(titled('elektrisk bogserbåt'), titled('sjöfart', 'elektrisk bogserbåt hamn'))).toBe(1);
  });

  it('are alike by the share of the title words that are found', () => {
    expect(likeness(titled('elektrisk bogserbåt hamn kust'), titled('sjöfart', 'elektrisk hamn'))).toBe(0.5);
  });

  it('are not alike for one word alone', () => {
    expect(likeness(titled('elektrisk bogserbåt'), titled('hamn', 'elektrisk'))).toBe(0);
  });

  it('are alike when only the spelling of the titles differs, in either language', () => {
    const [one, other] = [pieces('vattenrening'), pieces('vattenreningen')];
    const both = one.filter(piece => other.includes(piece)).length;
    const expected = both / (one.length + other.length - both);
    expect(likeness({ ...NOTHING, piecesSv: one }, { ...NOTHING, piecesSv: other })).toBeCloseTo(expected, 10);
    expect(likeness({ ...NOTHING, piecesEn: one }, { ...NOTHING, piecesEn: other })).toBeCloseTo(expected, 10);
    expect(expected).toBeGreaterThan(0.6);
  });

  it('are not alike because both lack an English title', () => {
    expect(likeness(NOTHING, NOTHING)).toBe(0);
  });
});

const words = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 6 });
const anyText = fc.record({ titleStems: words, stems: words, piecesSv: words, piecesEn: words });

it('is a share, and the same from both sides, however many are compared at once', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, { maxLength: 8 }), (one, others) => {
      const alike = [...compared(...others).likenessTo(one)];
      expect(alike).toEqual(others.map(other => naiveLikeness(one, other)));
      expect(alike).toEqual(others.map(other => likeness(other, one)));
      expect(alike.every(share => share >= 0 && share <= 1)).toBe(true);
    }),
  );
});
