import { slug, slugOf } from '../../src/partners/slug.js';
import * as fc from '../support/properties.js';

describe('a slug', () => {
  it.each(['techtank', 'blue-science-park', 'ab', '3d-tech'])('can be %s', written => {
    expect(slug(written).value).toBe(written);
  });

  it.each(['', 'a', 'Techtank', 'två', 'a--b', '-ab', 'ab-', 'a b', 'a_b', 'x'.repeat(61)])(
    'cannot be "%s"',
    written => {
      expect(slug(written).fault?.en).toContain('small letters (a–z) and digits');
    },
  );
});

describe('the slug of a name', () => {
  it.each([
    ['Blekinge Tekniska Högskola', 'blekinge-tekniska-hogskola'],
    ['Almi Företagspartner', 'almi-foretagspartner'],
    ['Åhus Ängar & Örter AB', 'ahus-angar-och-orter-ab'],
    ["Café d'Été", 'cafe-dete'],
    ['Ærø Færger A/S', 'aero-faerger-a-s'],
    ['Ho\u0308gskola', 'hogskola'],
    [
      'Institutet för marin forskning och utveckling i sydöstra Sverige AB',
      'institutet-for-marin-forskning-och-utveckling-i-sydostra',
    ],
  ])('of %s is %s', (name, expected) => {
    expect(slugOf(name)).toBe(expected);
  });

  it('has to be chosen by somebody when the name has none of the letters', () => {
    expect(slugOf('株式会社')).toBeNull();
    expect(slugOf('!')).toBeNull();
  });

  it('is always one that may be stored, and its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), name => {
        const made = slugOf(name);
        if (made === null) return;
        expect(slug(made).fault).toBeNull();
        expect(slugOf(made)).toBe(made);
      }),
    );
  });
});
