import { alikeInBoth, alternatives, type Bilingual, inQuotes } from '../../../shared/text/wording.js';
import type { Cells } from '../../../tables/cells.js';
import type { Filled } from '../../../tables/raw-cells.js';
import type { Finder } from './names.js';

/** Where a thing is looked up, and what is said when there is none of that name. */
interface Where<T extends object> {
  readonly names: Finder<T>;
  readonly none: (nearest: Bilingual | null) => Bilingual;
}

/** The thing of that name; else the row is refused, and told what is most like it. */
export function named<T extends object>(
  cells: Cells,
  { path }: Filled,
  name: string,
  { names, none }: Where<T>,
): T | undefined {
  const found = names.find(name);
  if (found === 'SEVERAL') return cells.refuse(path, name, SEVERAL);
  if (found) return found;
  const nearest = names.nearest(name).map(each => alikeInBoth(each));
  return cells.refuse(path, name, none(nearest.length > 0 ? quoted(nearest) : null));
}

function quoted(names: readonly Bilingual[]): Bilingual {
  return alternatives(names.map(({ sv }) => inQuotes(sv)));
}

const SEVERAL: Bilingual = {
  sv: 'är namnet på flera. Skriv kortnamn, organisationsnummer eller beteckning.',
  en: 'is the name of several. Write the short name, organisation number or identifier.',
};

const meant = (nearest: Bilingual | null) => ({
  sv: nearest ? ` Menas ${nearest.sv}?` : '',
  en: nearest ? ` Is it ${nearest.en}?` : '',
});

export function NO_PARTNER(nearest: Bilingual | null): Bilingual {
  const { sv, en } = meant(nearest);
  return {
    sv: `är ingen partner i registret.${sv} Annars läs in partnern först.`,
    en: `is no partner of the register.${en} Otherwise import the partner first.`,
  };
}

export function NO_CALL(nearest: Bilingual | null): Bilingual {
  const { sv, en } = meant(nearest);
  return {
    sv: `är ingen utlysning.${sv} Annars läs in den först.`,
    en: `is no funding call.${en} Otherwise import it first.`,
  };
}

/** Why there is no area of that name, with all that can be chosen. */
export function noArea(all: Bilingual): (nearest: Bilingual | null) => Bilingual {
  return () => ({ sv: `är inget fokusområde. Skriv ${all.sv}.`, en: `is no focus area. Write ${all.en}.` });
}
