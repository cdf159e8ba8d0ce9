import { draftOf, faultsIn, parsedFixture, rowsOf } from '../../../support/calls/calls-from.js';

interface Case {
  column: string;
  cell: string;
  expect: {
    deadlines?: string[];
    labels?: (string | null)[];
    opensAt?: string;
    deadlineModel?: string;
    amount?: string | null;
    currency?: string;
    refused?: boolean;
    note?: boolean;
  };
}

const CASES: Case[] = parsedFixture('table-cells.json');

/** A table of one row with the cell in its column, and an amount where the cell is a currency. */
function table({ column, cell }: Case): string {
  const row: Record<string, string> = { identifier: 'X-1', title: 'Sea', programme: 'P', funder: 'F', [column]: cell };
  if (column === 'currency') row['budget'] = '5';
  const cells = (values: string[]) => values.map(value => `"${value.replaceAll('"', '""')}"`).join(',');
  return `${cells(Object.keys(row))}\n${cells(Object.values(row))}\n`;
}

const iso = (at: Date | undefined) => at?.toISOString().replace('.000Z', 'Z');

describe('A cell of a table', () => {
  it.each(CASES.filter(each => each.expect.refused))(
    '$column "$cell" is refused, quoted, with a form that is right',
    async each => {
      const [refused] = faultsIn(await rowsOf('CSV', table(each)));
      const { path, message } = refused!.faults[0]!;
      expect(path).toEqual([each.column]);
      expect(message.sv).toContain(`”${each.cell}”`);
      expect([message.sv, message.en].every(text => text!.includes('2027-03-15 14:00'))).toBe(true);
      // What is shown as right is right.
      const shown = table({ ...each, cell: '2027-03-15 14:00' });
      expect(await draftOf('CSV', shown)).toBeDefined();
    },
  );

  it.each(CASES.filter(each => !each.expect.refused))('$column "$cell" is read', async each => {
    const draft = await draftOf('CSV', table(each));
    const { deadlines, labels, opensAt, deadlineModel, amount, currency, note } = each.expect;
    if (deadlines) expect(draft.deadlines.map(({ at }) => iso(at))).toEqual(deadlines);
    if (labels) expect(draft.deadlines.map(({ label }) => label ?? null)).toEqual(labels);
    if (opensAt) expect(iso(draft.opensAt)).toBe(opensAt);
    if (deadlineModel) expect(draft.deadlineModel).toBe(deadlineModel);
    if (amount !== undefined) expect(draft.budget?.amount ?? null).toBe(amount);
    if (currency) expect(draft.budget?.currency).toBe(currency);
    expect(draft.notes.some(({ en }) => en!.startsWith('deadline: '))).toBe(note ?? false);
  });
});

describe('A refusal of a cell', () => {
  const messageOf = async (column: string, cell: string) => {
    const [refused] = faultsIn(await rowsOf('CSV', table({ column, cell, expect: {} })));
    return refused!.faults.map(({ message }) => message.sv).join(' · ');
  };

  it('quotes each word that is not known, once', async () => {
    expect(await messageOf('Sektorer', 'rymdvarelser')).toBe('Sektorer: ”rymdvarelser” känns inte igen.');
    expect(await messageOf('Länder', 'Utopia; SE; Atlantis')).toBe('Länder: ”Utopia”, ”Atlantis” känns inte igen.');
  });

  it('quotes what breaks a rule of a call', async () => {
    expect(await messageOf('Stödnivå', '150')).toBe('Stödnivå är procent, över 0 och högst 100. Här står ”150”.');
    expect(await messageOf('Minst antal partner', '0')).toContain('Här står ”0”.');
  });
});
