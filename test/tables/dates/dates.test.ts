import { cellDates, type DateRules } from '../../../src/tables/dates/dates.js';
import { processorTime } from '../../support/processor-time.js';
import * as fc from '../../support/properties.js';

const CLOSING: DateRules = { zone: 'Europe/Stockholm', timeOfDay: '23:59:59' };
const OPENING: DateRules = { zone: 'Europe/Stockholm', timeOfDay: '00:00:00' };

/** The instants and labels of a cell, or "refused". */
function read(cell: string, rules = CLOSING) {
  const dates = cellDates(cell, rules);
  if ('problem' in dates) return 'refused';
  return dates.dates.map(({ at, label }) =>
    [at.toISOString().replace('.000Z', 'Z'), ...(label ? [label] : [])].join(' '),
  );
}

const notesOf = (cell: string, rules = CLOSING) => {
  const dates = cellDates(cell, rules);
  return 'problem' in dates ? null : dates.notes.map(({ en }) => en).join('\n');
};

const problem = (cell: string) => {
  const dates = cellDates(cell, CLOSING);
  return 'problem' in dates ? dates.problem : null;
};

const pad = (number: number) => String(number).padStart(2, '0');
const SV = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];
const EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

interface Day {
  y: number;
  m: number;
  d: number;
}

/** Every accepted way to write a day. */
const DAYS: ((day: Day) => string)[] = [
  ({ y, m, d }) => `${y}-${pad(m)}-${pad(d)}`,
  ({ y, m, d }) => `${y}/${m}/${d}`,
  ({ y, m, d }) => `${y}.${pad(m)}.${pad(d)}`,
  ({ y, m, d }) => `${y}${pad(m)}${pad(d)}`,
  ({ y, m, d }) => `${d}/${m}/${y}`,
  ({ y, m, d }) => `${pad(d)}.${pad(m)}.${y}`,
  ({ y, m, d }) => `${d}. ${m}. ${y}`,
  ({ y, m, d }) => `${pad(d)}-${pad(m)}-${y}`,
  ({ y, m, d }) => `${d}/${m} ${y}`,
  ({ y, m, d }) => `${d}/${m}-${pad(y % 100)}`,
  ({ y, m, d }) => `${d}/${m}/${pad(y % 100)}`,
  ({ y, m, d }) => `${d} ${SV[m - 1]} ${y}`,
  ({ y, m, d }) => `den ${d} ${SV[m - 1]} ${y}`,
  ({ y, m, d }) => `${d} ${SV[m - 1]!.slice(0, 3)} ${pad(y % 100)}`,
  ({ y, m, d }) => `${d} ${EN[m - 1]} ${y}`,
  ({ y, m, d }) => `${d}th of ${EN[m - 1]}, ${y}`,
  ({ y, m, d }) => `${EN[m - 1]} ${d}, ${y}`,
  ({ y, m, d }) => `${d}-${EN[m - 1]!.slice(0, 3)}-${pad(y % 100)}`,
  ({ y, m, d }) => `${d} ${EN[m - 1]!.slice(0, 3).toUpperCase()}. ${y}`,
  ({ y, m, d }) => String(Math.round((Date.UTC(y, m - 1, d) - Date.UTC(1899, 11, 30)) / 86_400_000)),
];
const isSerial = (form: (typeof DAYS)[number]) => form === DAYS.at(-1);

interface Time {
  h: number;
  min: number;
}

/** Every accepted way to write a time of day after its day. */
const TIMES: ((time: Time) => string)[] = [
  ({ h, min }) => ` ${pad(h)}:${pad(min)}`,
  ({ h, min }) => ` ${h}.${pad(min)}`,
  ({ h, min }) => ` kl ${pad(h)}.${pad(min)}`,
  ({ h, min }) => ` kl. ${h}:${pad(min)}`,
  ({ h, min }) => ` klockan ${h}.${pad(min)}`,
  ({ h, min }) => `, at ${h}:${pad(min)}`,
  ({ h, min }) => `, ${h}:${pad(min)}`,
  ({ h, min }) => ` ${h}h${pad(min)}`,
  ({ h, min }) => ` ${h % 12 === 0 ? 12 : h % 12}:${pad(min)} ${h < 12 ? 'AM' : 'PM'}`,
  ({ h, min }) => ` ${h % 12 === 0 ? 12 : h % 12}:${pad(min)}${h < 12 ? 'a.m.' : 'p.m.'}`,
  ({ h, min }) => `T${pad(h)}:${pad(min)}:00`,
  ({ h, min }) => ` ${pad(h)}:${pad(min)}:00`,
];

const ZONES: [string, number][] = [
  ['Z', 0],
  [' UTC', 0],
  [' GMT', 0],
  [' CET', 60],
  [' CEST', 120],
  [' EET', 120],
  [' (CET)', 60],
  ['+01:00', 60],
  [' +0200', 120],
  [' UTC+3', 180],
  [' GMT-5', -300],
];

const day = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2099-12-30'), noInvalidDate: true })
  .map(date => ({ y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() }));
const time = fc.record({ h: fc.integer({ min: 1, max: 23 }), min: fc.integer({ min: 0, max: 59 }) });
const separator = fc.constantFrom(' | ', '; ', '\n', ', ', ' och ', ' and ', ';', '|');

const swedish = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const inSweden = (at: Date) => swedish.format(at);
const only = (cell: string) => {
  const dates = cellDates(cell, CLOSING);
  return 'problem' in dates ? null : dates.dates;
};

describe('Dates of a cell', () => {
  it('are that day in Sweden, in whatever form it is written', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...DAYS), (written, form) => {
        const [found, ...more] = only(form(written)) ?? [];
        expect(found && inSweden(found.at)).toBe(`${written.y}-${pad(written.m)}-${pad(written.d)} 23:59:59`);
        expect([found?.dayOnly, more.length]).toEqual([true, 0]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are that time in Sweden, in whatever form it is written, unless the clocks skip it', () => {
    const forms = fc.constantFrom(...DAYS.filter(form => !isSerial(form)));
    fc.assert(
      fc.property(day, forms, time, fc.constantFrom(...TIMES), (written, form, at, timeForm) => {
        const found = only(form(written) + timeForm(at));
        const skipped = at.h === 2 && written.m === 3 && written.d >= 25;
        if (skipped && found === null) return;
        const expected = `${written.y}-${pad(written.m)}-${pad(written.d)} ${pad(at.h)}:${pad(at.min)}:00`;
        expect(found!.map(date => inSweden(date.at))).toEqual([expected]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are that time in the zone that is written', () => {
    fc.assert(
      fc.property(
        day,
        time,
        fc.constantFrom(...TIMES.slice(0, 7)),
        fc.constantFrom(...ZONES),
        (written, at, form, zone) => {
          const local = Date.UTC(written.y, written.m - 1, written.d, at.h, at.min);
          const found = only(DAYS[0]!(written) + form(at) + zone[0]);
          expect(found!.map(date => date.at.getTime())).toEqual([local - zone[1] * 60_000]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are several, with any separator, in any forms', () => {
    const forms = fc.constantFrom(...DAYS.filter(form => !isSerial(form)));
    fc.assert(
      fc.property(fc.array(fc.tuple(day, forms), { minLength: 2, maxLength: 5 }), separator, (days, between) => {
        const found = only(days.map(([each, form]) => form(each)).join(between));
        expect(found?.map(({ at }) => inSweden(at).slice(0, 10))).toEqual(days.map(([each]) => DAYS[0]!(each)));
      }),
      { numRuns: 500 },
    );
  });

  it('are refused with any rest that is no label', () => {
    const rest = fc.constantFrom(
      '-16:00', ' - 16:00', '–16', ' till 2035-03-01', ' - 2035-03-01', '/2035-03-01', ' 2035-03-01', ' eller 2035-03-01', ' to 1 March',
      ' 16', '0', ':', ' ()', ' ?', '!', ' /', ' PM', ' am', ' CET', 'x', ' Skiss 14:00', ' Skiss kl 14', ' senast kl 14', ' och', ' noon',
      ' PST', ' 14:00 PST', ' 14:00 -16:00', ' 14:00-11:00', ' 14:00 +25:00', ' 14:00 16:00', ' 14:00 pm', ' 14:00:', ' 25:00', ' 14:60',
      ' (ca', ' <b>', ' %', ' 5',
    ); // prettier-ignore
    fc.assert(
      fc.property(day, fc.constantFrom(DAYS[0]!, DAYS[4]!, DAYS[11]!, DAYS[14]!), rest, (written, form, left) => {
        expect(read(form(written) + left)).toBe('refused');
      }),
      { numRuns: 500 },
    );
  });

  it('read nothing like a time, a zone or a date as a label in silence', () => {
    const alike = fc.oneof(
      fc.constantFrom('pst', 'Mars', 'Torsdag', 'XKT', 'Skiss AM', 'Steg 1.30', 'Omgång i maj', 'EOD', 'hela dagen lunch', 'tills vidare'),
      fc.tuple(fc.constantFrom('Skiss', 'Steg'), fc.constantFrom('14:00', '2035-03-01', '1/3', 'kl 14', '5 pm', '1 mars')).map(words => words.join(' ')),
    ); // prettier-ignore
    fc.assert(
      fc.property(day, alike, (written, label) => {
        const notes = notesOf(`${DAYS[0]!(written)} 14:00 ${label}`);
        expect(notes === null || notes.includes(`"${label}" is read as a label`)).toBe(true);
      }),
    );
  });

  it('never throw, and give real moments only', () => {
    const piece = fc.oneof(
      fc.constantFrom('2035-02-15', '15/2-35', '15 feb 2035', '14:00', 'kl 14', 'CET', '+01:00', 'Skiss', 'och', '|', ',', ' ', '\n', '49355', '(', ')', '-'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        for (const { at, label } of only(pieces.join('')) ?? []) {
          expect(Number.isNaN(at.getTime())).toBe(false);
          expect(label ?? 'A').toMatch(/^\p{L}/u);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [
      '2035-02-15 14:00 Skiss | 2035-09-15 Full ansökan',
      ['2035-02-15T13:00:00Z Skiss', '2035-09-15T21:59:59Z Full ansökan'],
    ],
    [
      '2035-02-15 "1. Skiss; ""kort""" | 2035-09-15 "kl 14"',
      ['2035-02-15T22:59:59Z 1. Skiss; "kort"', '2035-09-15T21:59:59Z kl 14'],
    ],
    ['2035-02-15 (Skiss), 2035-09-15 (Ansökan)', ['2035-02-15T22:59:59Z Skiss', '2035-09-15T21:59:59Z Ansökan']],
    ['2035-02-15 – Skiss och budget; 2035-09-15', ['2035-02-15T22:59:59Z Skiss och budget', '2035-09-15T21:59:59Z']],
    ['2035-02-15: Steg 1 och 2035-09-15: Steg 2', ['2035-02-15T22:59:59Z Steg 1', '2035-09-15T21:59:59Z Steg 2']],
    ['torsdag 15 februari 2035 kl 14', ['2035-02-15T13:00:00Z']],
    ['torsdagen den 15:e februari 2035', ['2035-02-15T22:59:59Z']],
    ['2035-02-15 24:00', ['2035-02-15T23:00:00Z']],
    ['2035-02-15T13:00:00.000Z', ['2035-02-15T13:00:00Z']],
    ['2035-02-15T00:00:00Z', ['2035-02-15T00:00:00Z']],
    ['49355', ['2035-02-15T22:59:59Z']],
    ['49355,583333333', ['2035-02-15T13:00:00Z']],
    ['49355 | 49539', ['2035-02-15T22:59:59Z', '2035-08-18T21:59:59Z']],
    ['15-02-35', ['2035-02-15T22:59:59Z']],
    ['35-02-15', ['2035-02-15T22:59:59Z']],
    ['2035-02-15 14:00 CET/CEST', ['2035-02-15T13:00:00Z']],
    ['2035-02-15 14:00 svensk tid', ['2035-02-15T13:00:00Z']],
    ['\u00a02035-02-15\u00a05:00\u202fPM ', ['2035-02-15T16:00:00Z']],
    ['| 2035-02-15 |', ['2035-02-15T22:59:59Z']],
    ['-', []],
    ['', []],
  ])('%j', (cell, dates) => {
    expect(read(cell)).toEqual(dates);
  });

  it.each([
    ['15 mars', 'cannot be read as a date'],
    ['15 mars 2027 kl 14-16', '"-16" is left over'],
    ['våren 2035', 'cannot be read as a date'],
    ['31/02/2035', 'not a date that exists'],
    ['27-02-15', 'two ways'],
    ['49355,49539', 'two ways'],
    ['fredag 15 februari 2035', 'another weekday'],
    ['2035-03-25 02:30', 'the clocks go forward'],
    ['2035-02-15 25:00', 'time of day that does not exist'],
    ['1889-02-15', 'outside the years 1900–2200'],
    ['12345', 'cannot be read as a date'],
    ['2035-02-15, '.repeat(2_000), 'too long'],
  ])('%j is refused by what is wrong with it, with forms that are right', (cell, reason) => {
    expect(problem(cell)!.en).toContain(reason);
    expect(problem(cell)!.en).toMatch(/2027-03-15, 2027-03-15 14:00 or 15 March 2027 at 14:00\.$/);
    expect(read('15 March 2027 at 14:00')).toEqual(read('15 mars 2027 kl 14'));
  });

  it.each([
    ['2035-02-15', '"2035-02-15" has no time; 23:59:59 Swedish time is assumed.'],
    ['2035-02-15 00:00', '"2035-02-15 00:00" is read as the beginning of the day.'],
    ['49355.5', '"49355.5" is read as the day 2035-02-15, as spreadsheets count days.'],
    ['2035-10-28 02:30', '"2035-10-28 02:30" exists twice, as the clocks go back; the first counts.'],
    [
      '2035-07-15 14:00 CET',
      '"2035-07-15 14:00 CET" has a time zone that is not in use at that time of the year; it is read as written.',
    ],
    ['1900-01-01', '"1900-01-01" is read as no date being set.'],
    ['2035-02-15 14:00', ''],
    ['2035-02-15 14:00 Skiss', ''],
    ['2035-02-15 14:00 "1. Skiss"', ''],
    ['2035-02-15 14:00 "kl 15"', '"2035-02-15 14:00": "kl 15" is read as a label, not as a time, a zone or a date.'],
  ])('%j is noted: %j', (cell, note) => {
    expect(notesOf(cell)).toBe(note);
  });

  it('open a day at its beginning, without a note', () => {
    expect([read('2035-02-15', OPENING), notesOf('2035-02-15', OPENING)]).toEqual([['2035-02-14T23:00:00Z'], '']);
  });

  it('are read in time, however a cell is made', () => {
    const cells = [
      '2035-02-15 a, '.repeat(1_300),
      `2035-02-15 a${', '.repeat(9_000)}`,
      `15${' '.repeat(19_000)}`,
      `2035-02-15 ${'1 jan '.repeat(3_000)}`,
    ];
    const worked = processorTime();
    for (const cell of cells) cellDates(cell, CLOSING);
    expect(worked()).toBeLessThan(1_500);
  });
});
