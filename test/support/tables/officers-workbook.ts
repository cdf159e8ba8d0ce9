import { type SheetValue, workbook } from './workbook.js';

/** Eighty organisations, as the register of a programme officer names them. */
export const OFFICERS_PARTNERS = Array.from(
  { length: 80 },
  (_, n) => `Prövaktör ${String.fromCharCode(65 + (n % 26))}${n}`,
);

const SECTORS = ['Kommun', 'Stort företag', 'SMF', 'Akademi', 'Ideell förening'];
const MISTYPED = {
  sector: 'Komun',
  owner: OFFICERS_PARTNERS[11]!.replace('ö', 'o') + 'x',
  objective: 'Cirkulär ekonmi',
};

interface Wish {
  /** The call that every tenth idea applies to. */
  readonly call: string;
  /** As it was found, or with what was mistyped put right. */
  readonly isMended: boolean;
  /** What the column of owners is called. */
  readonly owner?: string;
}

function partnersSheet({ isMended }: Wish): SheetValue[][] {
  return [
    ['Aktörsregister Blekinge', null, null],
    ['Uppdaterad 2026-11-02, K. Andersson', null, null],
    [null, null, null],
    ['Organisation', 'Sektor', 'Land'],
    ...OFFICERS_PARTNERS.map((name, n) => [
      name,
      n === 7 && !isMended ? MISTYPED.sector : n === 7 ? 'Kommun' : SECTORS[n % SECTORS.length]!,
      'Sverige',
    ]),
    [null, null, null],
    ['OBS! Uppgifterna är inte granskade.', null, null],
  ];
}

const HEADER = [
  ...['Titel', 'Sammanfattning', 'Ägare', 'Partner', 'Fokusområde', 'Miljömål', 'TRL', 'Steg', 'I steget sedan'],
  ...['Utlysning', 'Ansökan'],
];
const DAYS: ((n: number) => SheetValue)[] = [
  n => new Date(Date.UTC(2025, n % 12, 1 + (n % 28))),
  n => `2025-${String(1 + (n % 12)).padStart(2, '0')}-15`,
  n => `${1 + (n % 28)} mars 2025`,
];

function ideaRow(n: number, { call, isMended }: Wish): SheetValue[] {
  const [owner, member] = [OFFICERS_PARTNERS[n % 80]!, OFFICERS_PARTNERS[(n * 7 + 3) % 80]!];
  return [
    `Officersidé ${n}`,
    `Vad idé ${n} går ut på, i en mening som är lång nog.`,
    n === 11 && !isMended ? MISTYPED.owner : owner,
    member === owner ? null : `${member} (stödmottagare, undertecknad)`,
    n % 2 === 0 ? 'Tech' : 'smart-industri',
    n === 23 && !isMended ? MISTYPED.objective : 'Cirkulär ekonomi',
    n % 5 === 0 ? null : 1 + (n % 9),
    ['Koncept', 'konsortium', 'Konsortium'][n % 3]!,
    DAYS[n % 3]!(n),
    n % 10 === 0 ? call : null,
    n % 10 === 0 ? 'utkast' : null,
  ];
}

function ideasSheet(wish: Wish): SheetValue[][] {
  const header = HEADER.map(name => (name === 'Ägare' ? (wish.owner ?? name) : name));
  return [
    ['Idélista Kickstart S3', ...HEADER.slice(1).map(() => null)],
    HEADER.map(() => null),
    header,
    ...Array.from({ length: 300 }, (_, n) => ideaRow(n, wish)),
    HEADER.map(() => null),
    ['Summa: 300 idéer', ...HEADER.slice(1).map(() => null)],
  ];
}

/**
 * The workbook that a programme officer keeps: a register of 80 partners and a list of 300 ideas, with titles above the
 * headers, notes below, days written in three ways, and three cells mistyped: rows 12, and 15 and 27.
 */
export function officersWorkbook(wish: Wish): Buffer {
  return workbook({ Aktörer: partnersSheet(wish), Idéer: ideasSheet(wish) });
}
