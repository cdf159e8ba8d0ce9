import { YEARS } from '../../shared/time/instant.js';
import { type Bilingual } from '../../shared/text/wording.js';
import { quotedCell } from '../text/cell-text.js';

const EXAMPLE: Bilingual = {
  sv: 'Skriv till exempel 2027-03-15, 2027-03-15 14:00 eller 15 mars 2027 kl 14.',
  en: 'Write for instance 2027-03-15, 2027-03-15 14:00 or 15 March 2027 at 14:00.',
};

const REACH = `${YEARS.first}–${YEARS.last}`;

const FAULTS = {
  UNREADABLE: { sv: 'kan inte läsas som datum.', en: 'cannot be read as a date.' },
  TOO_LONG: { sv: 'är för långt för att läsas som datum.', en: 'is too long to be read as dates.' },
  NO_SUCH_DAY: { sv: 'är inget datum som finns.', en: 'is not a date that exists.' },
  NO_SUCH_TIME: { sv: 'har ett klockslag som inte finns.', en: 'has a time of day that does not exist.' },
  SKIPPED: {
    sv: 'har ett klockslag som inte finns den dagen: klockan ställs fram.',
    en: 'has a time that does not exist on that day: the clocks go forward.',
  },
  TWO_WAYS: { sv: 'kan läsas på två sätt.', en: 'can be read in two ways.' },
  WRONG_WEEKDAY: { sv: 'har en annan veckodag än datumet.', en: 'has another weekday than the date.' },
  OUT_OF_REACH: { sv: `ligger utanför åren ${REACH}.`, en: `lies outside the years ${REACH}.` },
} satisfies Record<string, Bilingual>;
export type DateFault = keyof typeof FAULTS;

/** Why a cell gives no date, and how one is written; it follows the name of the column and the cell. */
export function problemOf(fault: DateFault): Bilingual {
  return withExample(FAULTS[fault]);
}

/** A part of the cell that is neither date, time, zone nor label. */
export function leftOver(rest: string): Bilingual {
  return withExample({
    sv: `kan inte läsas helt: ${quotedCell(rest).sv} blir över.`,
    en: `cannot be read whole: ${quotedCell(rest).en} is left over.`,
  });
}

function withExample({ sv, en }: Bilingual): Bilingual {
  return { sv: `${sv} ${EXAMPLE.sv}`, en: `${en} ${EXAMPLE.en}` };
}

/** What is told of a date that was read: what was assumed, and what could have been meant otherwise. */
export const NOTES = {
  noTime: (date: Bilingual, time: string): Bilingual => ({
    sv: `${date.sv} har ingen tid; ${time} svensk tid antas.`,
    en: `${date.en} has no time; ${time} Swedish time is assumed.`,
  }),
  serial: (date: Bilingual, day: string): Bilingual => ({
    sv: `${date.sv} är läst som dagen ${day}, så som kalkylblad räknar dagar.`,
    en: `${date.en} is read as the day ${day}, as spreadsheets count days.`,
  }),
  midnight: (date: Bilingual): Bilingual => ({
    sv: `${date.sv} är läst som dagens början.`,
    en: `${date.en} is read as the beginning of the day.`,
  }),
  doubled: (date: Bilingual): Bilingual => ({
    sv: `${date.sv} finns två gånger, då klockan ställs tillbaka; den första gäller.`,
    en: `${date.en} exists twice, as the clocks go back; the first counts.`,
  }),
  offSeason: (date: Bilingual): Bilingual => ({
    sv: `${date.sv} har en tidszon som inte gäller den årstiden; den är läst som den står.`,
    en: `${date.en} has a time zone that is not in use at that time of the year; it is read as written.`,
  }),
  label: (date: Bilingual, label: Bilingual): Bilingual => ({
    sv: `${date.sv}: ${label.sv} är läst som benämning, inte som tid, tidszon eller datum.`,
    en: `${date.en}: ${label.en} is read as a label, not as a time, a zone or a date.`,
  }),
  unset: (date: Bilingual): Bilingual => ({
    sv: `${date.sv} är läst som att inget datum är satt.`,
    en: `${date.en} is read as no date being set.`,
  }),
} as const;
