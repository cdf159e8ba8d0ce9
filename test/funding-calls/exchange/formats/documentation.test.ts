import { readFileSync } from 'node:fs';
import { COLUMNS } from '../../../../src/funding-calls/exchange/formats/csv/csv-columns.js';
import { cellDates } from '../../../../src/tables/dates/dates.js';
import { LIMITS } from '../../../../src/funding-calls/exchange/source/source-limits.js';

const guide = readFileSync(new URL('../../../../docs/import-formats.md', import.meta.url), 'utf8');

/** The name of a column before its other names: "Titel (en) (Engelsk titel)" is "titel (en)". */
const mainName = (cell = '') => /^(.*?(?: \((?:en|sv)\))?)(?: \(.*|,.*)?$/.exec(cell)?.[1];

describe('The guide to import formats', () => {
  it('has a line for every column of a table, in order', () => {
    const lines = guide.split('\n').filter(line => line.startsWith('| ') && line.split('|').length >= 5);
    const places = COLUMNS.all.map(({ sv, en }) =>
      lines.findIndex(line => {
        const [, swedish, english] = line
          .toLowerCase()
          .replaceAll('*', '')
          .split('|')
          .map(cell => cell.trim());
        return mainName(swedish) === sv[0]!.toLowerCase() && mainName(english) === en[0]!.toLowerCase();
      }),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('lists the names of others that are known', () => {
    const near = COLUMNS.all.filter(column => column.near);
    const lines = near.map(({ sv, near }) => `- ${sv[0]}: ${near!.join(', ')}`);
    const told = guide.split('\n').filter(line => /^- [^*`]*: /.test(line));
    expect(told.map(line => line.toLowerCase())).toEqual(lines);
  });

  it.each(['day', 'serial day', 'time, after the day', 'zone, after the time', 'label, last'])(
    'shows forms of a %s that are read',
    part => {
      const [, , forms = ''] = guide
        .split('\n')
        .find(line => line.startsWith(`| ${part} |`))!
        .split(' | ')
        .join(' |')
        .split('|');
      const before = new Map([
        ['time, after the day', '2027-02-15 '],
        ['zone, after the time', '2027-02-15 14:00 '],
        ['label, last', '2027-02-15 '],
      ]);
      const written = [...forms.matchAll(/`([^`]+)`/g)].map(found => found[1]!).filter(form => form !== '27-02-15');
      expect(written.length).toBeGreaterThan(1);
      for (const form of written) {
        const cell = `${before.get(part) ?? ''}${form}`.replace(' T14', 'T14');
        expect([cell, cellDates(cell, { zone: 'Europe/Stockholm', timeOfDay: '23:59:59' })]).toEqual([
          cell,
          { dates: [expect.anything()], notes: expect.anything() },
        ]);
      }
    },
  );

  it.each([
    'rows',
    'rowCharacters',
    'tableRowCharacters',
    'rowValues',
    'nesting',
    'fileNesting',
    'columns',
    'deadlines',
    'html',
  ] as const)('tells the limit of %s', limit => {
    expect(guide).toContain(LIMITS[limit].toLocaleString('en-GB'));
  });
});
