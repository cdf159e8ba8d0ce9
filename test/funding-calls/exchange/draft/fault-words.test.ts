import { jest } from '@jest/globals';
import { API_WORDS } from '../../../../src/funding-calls/description/call-words.js';
import { callFaults } from '../../../../src/funding-calls/description/call-description.js';
import { oneRow } from '../../../../src/tables/report/one-row.js';
import { faultsIn, parsedFixture, rowsOf } from '../../../support/calls/calls-from.js';

const table = (columns: Record<string, string>) => {
  const all = { Identifierare: 'X-1', Titel: 'Hav', Finansiär: 'Tillväxtverket', ...columns };
  return `${Object.keys(all).join(';')}\n${Object.values(all).join(';')}\n`;
};

/** Words of our own API that nobody has written in a table. */
const OURS = /\b(?:titleSv|grantM\w+|trlM\w+|fundingRate|min[PC]\w+|deadlineModel|opensAt|[A-Z]+_[A-Z_]+|CONTINUOUS)\b/;

describe('What is wrong with a row', () => {
  it.each([
    [
      { 'Minsta bidrag': '500', 'Största bidrag': '400' },
      'Största bidrag får inte vara mindre än Minsta bidrag. Här står ”400”.',
    ],
    [
      { 'Minsta bidrag': '5 EUR', Maxbelopp: '9 kr' },
      'Minsta bidrag och Maxbelopp ska ha samma valuta. Här står ”9 kr”.',
    ],
    [{ 'Lägsta TRL': '7', 'Högsta TRL': '4' }, 'Högsta TRL får inte vara mindre än Lägsta TRL. Här står ”4”.'],
    [{ Stödnivå: '140' }, 'Stödnivå är procent, över 0 och högst 100. Här står ”140”.'],
    [{ 'Antal partner': '0' }, 'Antal partner: talet ska vara mellan 1 och 1000. Här står ”0”.'],
    [
      { Modell: 'kanske' },
      'Modell: ”kanske” är inget ansökningsförfarande. Skriv ett steg, två steg, flera ansökningstillfällen eller löpande.',
    ],
    [{ Titel: '' }, 'Titel saknas.'],
  ])('is told in the words of its table: %p', async (columns, message) => {
    const [refused] = faultsIn(await rowsOf('CSV', table(columns)));
    expect(refused!.faults.map(fault => fault.message.sv)).toEqual([message]);
    expect(refused!.faults[0]!.path).toEqual([Object.keys(columns).at(-1)]);
    expect(refused!.faults[0]!.message.sv).not.toMatch(OURS);
  });

  it('is told by the fields of CommonGrants', async () => {
    const sample = parsedFixture('common-grants-california.json').items[0];
    const money = (amount: string) => ({ amount, currency: 'USD' });
    const funding = { minAwardAmount: money('500'), maxAwardAmount: money('400') };
    const [refused] = faultsIn(await rowsOf('COMMON_GRANTS', { items: [{ ...sample, funding }] }));
    expect(refused!.faults[0]!.message.en).toBe('funding.maxAwardAmount may not be less than funding.minAwardAmount.');
  });

  it('is told by the names that people know to whoever writes to the API', () => {
    const call = { trlMin: 7, trlMax: 4, requiredSectors: [], environmentalObjectives: [] } as never;
    expect(callFaults(call, API_WORDS).map(({ message }) => message.en)).toEqual([
      'Highest TRL may not be less than Lowest TRL.',
    ]);
  });

  it('is the row alone, also when we stumble over it ourselves', () => {
    const told: unknown[] = [];
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation(error => void told.push(error));
    const row = oneRow(3, () => {
      throw new TypeError('read of undefined');
    });
    warn.mockRestore();
    expect(row).toMatchObject({ row: 3, faults: [{ code: 'INVALID' }] });
    expect(told).toEqual([expect.stringContaining('TypeError: read of undefined')]);
  });
});

describe('Words that every object of JavaScript answers to', () => {
  const INHERITED = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];

  it.each(INHERITED)('"%s" is no model, no currency, no sector, no objective and no country', async word => {
    const columns = { Modell: word, Valuta: word, Sektorer: word, Miljömål: word, Länder: word };
    const [refused] = faultsIn(await rowsOf('CSV', table(columns)));
    expect(refused!.faults.map(({ path }) => path![0]).sort()).toEqual(Object.keys(columns).sort());
  });

  it.each(INHERITED)('"%s" is no status of a source', async word => {
    const gdp = { ...parsedFixture('gdp-utlysningar.json')[0], status: word };
    const [row] = await rowsOf('GDP', [gdp]);
    expect(JSON.stringify((row as any).draft.notes)).toContain(`\\"${word}\\" in the source`);
  });
});
