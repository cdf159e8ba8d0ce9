import fc from 'fast-check';
import { cleaned } from '../../../src/shared/text/clean-text.js';
import { TextArray } from '../../../src/shared/values/text-array.js';

const UNSEEN = [
  '\u200b',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u200d',
  '\u200e',
  '\u2800',
  '\u3164',
  '\u00a0',
  '\u0007',
  '\n',
  ' ',
];
const text = fc.array(
  fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...UNSEEN, 'o\u0308', 'å', '👨‍👩‍👧', '❤\ufe0f')),
  {
    maxLength: 8,
  },
);

describe('A text', () => {
  it('that has been brought to its one form is in it', () => {
    fc.assert(
      fc.property(text, parts => {
        const once = cleaned(parts.join(''));
        expect(cleaned(once)).toBe(once);
        expect(once).toBe(once.normalize('NFC').trim());
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same whatever stands unseen around it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...UNSEEN)), fc.array(fc.constantFrom(...UNSEEN)), (before, after) => {
        expect(cleaned(`${before.join('')}Grön vätgas${after.join('')}`)).toBe('Grön vätgas');
      }),
    );
  });

  it('of nothing to see is blank', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...UNSEEN)), parts => {
        expect(cleaned(parts.join(''))).toBe('');
      }),
    );
  });

  it('keeps its lines, and what joins and shapes characters', () => {
    expect(cleaned('ett\r\ntvå\rtre\n')).toBe('ett\ntvå\ntre');
    expect(cleaned(' 👨‍👩‍👧 ❤\ufe0f ')).toBe('👨‍👩‍👧 ❤\ufe0f');
    expect(cleaned('vät\u00adgas o\u0308')).toBe('vätgas ö');
  });

  it.each(['NULL', 'null', '{}', '', 'a,b', '"', '\\', 'a,\nb', ' a '])('%j is stored in a list as it is', label => {
    const [written] = [new TextArray().convertToDatabaseValue([label])];
    // https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
    expect(written).toBe(`{"${label.replace(/[\\"]/g, character => `\\${character}`)}"}`);
  });
});
