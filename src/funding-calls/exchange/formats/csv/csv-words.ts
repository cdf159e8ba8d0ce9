import { EnvironmentalObjective } from '../../../../ideas/classification.js';
import { OBJECTIVE_NAMES } from '../../../../ideas/objective-names.js';
import { SECTOR_NAMES } from '../../../../partners/sector-names.js';
import { Sector } from '../../../../partners/sectors.js';
import { wordsOf } from '../../../../shared/described-enum.js';
import { plainWord } from '../../../../shared/text/plain-word.js';
import type { Bilingual } from '../../../../shared/text/wording.js';

/** What else people write for a sector. */
const SECTOR_WORDS: Readonly<Record<string, Sector>> = {
  universitet: 'ACADEMIA',
  university: 'ACADEMIA',
  'små och medelstora företag': 'BUSINESS_SME',
  sme: 'BUSINESS_SME',
  'stora företag': 'BUSINESS_LARGE',
  offentlig: 'PUBLIC',
  'offentlig sektor': 'PUBLIC',
  främjande: 'SUPPORT_SYSTEM',
  främjandesystemet: 'SUPPORT_SYSTEM',
  civilsamhälle: 'CIVIL_SOCIETY',
};

const sectors = byName(wordsOf(Sector), SECTOR_NAMES, SECTOR_WORDS);
const objectives = byName(wordsOf(EnvironmentalObjective), OBJECTIVE_NAMES, {});

export function sectorOf(text: string): Sector | undefined {
  return sectors.get(plainWord(text));
}

export function objectiveOf(text: string): EnvironmentalObjective | undefined {
  return objectives.get(plainWord(text));
}

/** Finds a word of an enum by itself, by its names in both languages, and by other names. */
function byName<T extends string>(
  words: readonly T[],
  names: Readonly<Record<T, Bilingual>>,
  others: Readonly<Record<string, T>>,
): Map<string, T> {
  const named = words.flatMap(word =>
    [word, names[word].sv, names[word].en].map(name => [plainWord(name), word] as const),
  );
  return new Map([...named, ...Object.entries(others)]);
}
