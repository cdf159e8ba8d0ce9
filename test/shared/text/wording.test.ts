import { dayOf, millisOf } from '../../../src/shared/time/instant.js';
import { alternatives, counted, listed, alikeInBoth } from '../../../src/shared/text/wording.js';

describe('words in both languages', () => {
  it('list with and, or with or', () => {
    expect(listed(['a', 'b', 'c'].map(alikeInBoth))).toEqual({ sv: 'a, b och c', en: 'a, b and c' });
    expect(alternatives(['a', 'b'].map(alikeInBoth))).toEqual({ sv: 'a eller b', en: 'a or b' });
  });

  it('keep the Swedish of an item that has no English', () => {
    expect(listed([{ sv: 'hav' }, { sv: 'land', en: 'land' }])).toEqual({ sv: 'hav och land', en: 'hav and land' });
  });

  it('count one and many', () => {
    const ideas = { one: { sv: 'idé', en: 'idea' }, many: { sv: 'idéer', en: 'ideas' } };
    expect(counted(1, ideas)).toEqual({ sv: '1 idé', en: '1 idea' });
    expect(counted(0, ideas)).toEqual({ sv: '0 idéer', en: '0 ideas' });
  });
});

describe('an instant', () => {
  it('falls on a day in UTC whatever its offset', () => {
    expect(dayOf('2026-12-01T00:30:00+01:00')).toBe('2026-11-30');
    expect(dayOf('2027-01-01')).toBe('2027-01-01');
  });

  it('is refused loudly when it is none', () => {
    expect(() => millisOf('tomorrow')).toThrow(RangeError);
  });
});
