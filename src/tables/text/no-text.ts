import type { Bilingual } from '../../shared/text/wording.js';

const WORKBOOK: Bilingual = {
  sv: 'Filen är en Excel-arbetsbok eller en annan zip-fil, ingen text. Välj formatet XLSX för en arbetsbok.',
  en: 'The file is an Excel workbook or another zip file, not text. Choose the format XLSX for a workbook.',
};

/** What files that are no text begin with, as bytes; a text made of one has the odd bytes in other forms. */
const SIGNATURES: readonly (readonly [RegExp, Bilingual])[] = [
  [/^PK[\u0003\u0005]/, WORKBOOK],
  [/^(?:ÐÏ\u0011à|[\ufffd]+\u0011)/, WORKBOOK],
  [/^%PDF/, notText('PDF')],
  [/^[\u0089‰\ufffd]PNG/, notText('PNG')],
  [/^ÿØÿ/, notText('JPEG')],
  [/^GIF8/, notText('GIF')],
  [/^\u001f[\u008b‹\ufffd]/, notText('gzip')],
];

/** Why a text that begins so is none, or null where it may be one. */
export function noText(beginning: string): Bilingual | null {
  return SIGNATURES.find(([signature]) => signature.test(beginning))?.[1] ?? null;
}

function notText(kind: string): Bilingual {
  return {
    sv: `Filen är en ${kind}-fil, ingen text. Välj en fil i ett av formaten.`,
    en: `The file is a ${kind} file, not text. Choose a file in one of the formats.`,
  };
}
