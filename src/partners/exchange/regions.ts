import { plainWord } from '../../shared/text/plain-word.js';

/** The counties of Sweden by their names (NUTS 3, Regulation (EC) 1059/2003). */
const COUNTIES: Readonly<Record<string, string>> = {
  stockholm: 'SE110',
  uppsala: 'SE121',
  södermanland: 'SE122',
  östergötland: 'SE123',
  örebro: 'SE124',
  västmanland: 'SE125',
  jönköping: 'SE211',
  kronoberg: 'SE212',
  kalmar: 'SE213',
  gotland: 'SE214',
  blekinge: 'SE221',
  skåne: 'SE224',
  halland: 'SE231',
  'västra götaland': 'SE232',
  värmland: 'SE311',
  dalarna: 'SE312',
  gävleborg: 'SE313',
  västernorrland: 'SE321',
  jämtland: 'SE322',
  västerbotten: 'SE331',
  norrbotten: 'SE332',
};

const BY_NAME = new Map(Object.entries(COUNTIES));

/** The code of a region by the name of its county, "Blekinge" or "Blekinge län"; any other text is taken for a code. */
export function regionOf(text: string): string {
  const name = plainWord(text).replace(/ (?:län|county)$/, '');
  return BY_NAME.get(name) ?? BY_NAME.get(name.replace(/s$/, '')) ?? text;
}
