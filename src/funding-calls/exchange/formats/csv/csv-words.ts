import { EnvironmentalObjective } from '../../../../ideas/classification.js';
import { OBJECTIVE_NAMES } from '../../../../ideas/objective-names.js';
import { SECTOR_NAMES } from '../../../../partners/sector-names.js';
import { Sector } from '../../../../partners/sectors.js';
import { wordsOf } from '../../../../shared/described-enum.js';
import { knownWords } from '../../../../tables/known-words.js';

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

export const sectorOf = knownWords(wordsOf(Sector), SECTOR_NAMES, SECTOR_WORDS);
export const objectiveOf = knownWords(wordsOf(EnvironmentalObjective), OBJECTIVE_NAMES);
