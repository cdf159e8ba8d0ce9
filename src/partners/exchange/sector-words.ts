import { wordsOf } from '../../shared/described-enum.js';
import { knownWords } from '../../tables/text/known-words.js';
import { SECTOR_NAMES } from '../sector-names.js';
import { Sector } from '../sectors.js';

/** What else people write for a sector. */
const SECTOR_WORDS: Readonly<Record<string, Sector>> = {
  universitet: 'ACADEMIA',
  högskola: 'ACADEMIA',
  lärosäte: 'ACADEMIA',
  forskningsinstitut: 'ACADEMIA',
  university: 'ACADEMIA',
  'research institute': 'ACADEMIA',
  sme: 'BUSINESS_SME',
  smf: 'BUSINESS_SME',
  'små och medelstora företag': 'BUSINESS_SME',
  'litet företag': 'BUSINESS_SME',
  småföretag: 'BUSINESS_SME',
  'små företag': 'BUSINESS_SME',
  'medelstort företag': 'BUSINESS_SME',
  'små och medelstora': 'BUSINESS_SME',
  'small business': 'BUSINESS_SME',
  'stort företag': 'BUSINESS_LARGE',
  storföretag: 'BUSINESS_LARGE',
  'large enterprise': 'BUSINESS_LARGE',
  'large company': 'BUSINESS_LARGE',
  offentlig: 'PUBLIC',
  'offentlig aktör': 'PUBLIC',
  kommun: 'PUBLIC',
  region: 'PUBLIC',
  myndighet: 'PUBLIC',
  'statlig myndighet': 'PUBLIC',
  'kommunalt bolag': 'PUBLIC',
  public: 'PUBLIC',
  municipality: 'PUBLIC',
  'the public sector': 'PUBLIC',
  främjande: 'SUPPORT_SYSTEM',
  främjandesystem: 'SUPPORT_SYSTEM',
  främjandeaktör: 'SUPPORT_SYSTEM',
  innovationsstöd: 'SUPPORT_SYSTEM',
  'the support system': 'SUPPORT_SYSTEM',
  civilsamhälle: 'CIVIL_SOCIETY',
  'ideell förening': 'CIVIL_SOCIETY',
  förening: 'CIVIL_SOCIETY',
};

export const sectorOf = knownWords(wordsOf(Sector), SECTOR_NAMES, SECTOR_WORDS);
