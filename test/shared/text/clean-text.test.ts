import { cleaned, hidesSomething } from '../../../src/shared/text/clean-text.js';
import { TextArray } from '../../../src/shared/values/text-array.js';
import * as fc from '../../support/properties.js';

const UNSEEN = [
  '\u200b',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u200d',
  '\u200e',
  '\u2800',
  '\u3164',
  '\ufe0f',
  '\u{e0100}',
  '\u061c',
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

  it('keeps every letter and sign of the Latin alphabets, and no control character beside them', () => {
    for (let code = 0; code < 0x300; code++) {
      const sign = String.fromCodePoint(code);
      const kept = sign === '\r' ? '\n' : /[\p{Cc}\p{Cf}]/u.test(sign) && !'\t\n'.includes(sign) ? '' : sign;
      expect(cleaned(`a${sign}b`)).toBe(`a${kept}b`);
      expect(cleaned(sign)).toBe(kept.trim());
    }
  });

  it('keeps its lines, and what joins and shapes characters', () => {
    expect(cleaned('ett\r\ntvå\rtre\n')).toBe('ett\ntvå\ntre');
    expect(cleaned(' 👨‍👩‍👧 ❤\ufe0f ')).toBe('👨‍👩‍👧 ❤\ufe0f');
    expect(cleaned('vät\u00adgas o\u0308')).toBe('vätgas ö');
  });

  it.each([
    ...['\ufe00', '\ufe0e', '\ufe0f', '\u{e0100}', '\u{e01ef}', '\u{e0041}', '\u{e0fff}', '\u2061', '\u2064', '\u2065'],
    ...[
      '\u180e',
      '\u180b',
      '\u034f',
      '\u3164',
      '\uffa0',
      '\u115f',
      '\u1160',
      '\u17b4',
      '\u206a',
      '\u206f',
      '\u{13430}',
    ],
    ...['\ufff0', '\ufff9', '\ufffb', '\u{1bca0}', '\u{1bca3}', '\u{1d173}', '\u{1d17a}', '\u202e', '\u2066'],
  ])('has no letter unseen, and whether it had one is told: %j', sign => {
    expect(cleaned(`Grön ${sign}vät${sign}${sign}gas${sign}`)).toBe('Grön vätgas');
    expect(hidesSomething(`vät${sign}gas`)).toBe(true);
  });

  it('says nothing in variants of an emoji, nor in joiners and marks of direction one after the other', () => {
    expect(cleaned('❤\ufe0f\ufe0e\ufe0fa\ufe0f')).toBe('❤\ufe0fa');
    expect(cleaned('a\u200d\u200c\u200e\u200fb')).toBe('a\u200db');
    expect(hidesSomething('a\u200d\u200cb')).toBe(true);
  });

  it.each([
    '👩‍🌾',
    '❤\ufe0f',
    '❤\ufe0f\u200d🔥',
    '👨🏽‍💻',
    '1\ufe0f\u20e3',
    '☎\ufe0e',
    '🏳\ufe0f\u200d🌈',
    'می\u200cخواهم',
    'क्\u200dष',
    'a\u200fb',
  ])('keeps %s, in which a joiner, a choice or a mark has a meaning', sign => {
    expect(cleaned(`ett ${sign} till`)).toBe(`ett ${sign} till`);
    expect(hidesSomething(sign)).toBe(false);
  });

  it('that lacks nothing but soft hyphens and where a line may break is not told of', () => {
    expect(cleaned('\ufeffvät\u00adgas\u200b och\u2060')).toBe('vätgas och');
    expect(hidesSomething('\ufeffvät\u00adgas\u200b och\u2060')).toBe(false);
  });

  it.each(['NULL', 'null', '{}', '', 'a,b', '"', '\\', 'a,\nb', ' a '])('%j is stored in a list as it is', label => {
    const [written] = [new TextArray().convertToDatabaseValue([label])];
    // https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
    expect(written).toBe(`{"${label.replace(/[\\"]/g, character => `\\${character}`)}"}`);
  });
});
