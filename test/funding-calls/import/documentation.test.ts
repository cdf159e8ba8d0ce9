import { readFileSync } from 'node:fs';
import { COLUMNS } from '../../../src/funding-calls/import/csv-columns.js';
import { LIMITS } from '../../../src/funding-calls/import/limits.js';

const guide = readFileSync(new URL('../../../docs/import-formats.md', import.meta.url), 'utf8');

/** The name of a column before its other names: "Titel (en) (Engelsk titel)" is "titel (en)". */
const mainName = (cell = '') => /^(.*?(?: \((?:en|sv)\))?)(?: \(.*|,.*)?$/.exec(cell)?.[1];

describe('The guide to import formats', () => {
  it('has a line for every column of a table, in order', () => {
    const lines = guide.split('\n').filter(line => line.startsWith('| ') && line.split('|').length >= 5);
    const places = COLUMNS.map(({ sv, en }) =>
      lines.findIndex(line => {
        const [, swedish, english] = line
          .toLowerCase()
          .replaceAll('*', '')
          .split('|')
          .map(cell => cell.trim());
        return mainName(swedish) === sv[0] && mainName(english) === en[0];
      }),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

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
