import type { CallDraft, CallRow } from '../../../../src/funding-calls/exchange/draft/call-draft.js';
import { mergeRows } from '../../../../src/funding-calls/exchange/draft/merge-rows.js';
import { allOf, draftsIn, faultsIn, parsedFixture, rowsOf } from '../../../support/calls/calls-from.js';

const draft = (changes: Partial<CallDraft>): CallDraft => ({
  identifier: 'T-1',
  title: { sv: 'Title', en: 'Title' },
  programme: 'P',
  funder: 'F',
  deadlineModel: 'SINGLE_STAGE',
  deadlines: [],
  language: 'en',
  source: { system: 'EU_PORTAL', externalId: 'T-1' },
  notes: [],
  ...changes,
});

async function* inOrder(rows: CallRow[]) {
  yield* rows;
}

const merge = (...drafts: CallDraft[]) =>
  allOf(mergeRows('EU_PORTAL', inOrder(drafts.map((one, place) => ({ row: place + 1, draft: one, fields: {} })))));

describe('Rows that are the same call', () => {
  const english = draft({ summary: { sv: 'About', en: 'About' } });
  const swedish = draft({ language: 'sv', title: { sv: 'Titel' } });
  const german = draft({
    language: 'de',
    title: { sv: 'Titel auf Deutsch' },
    grantMax: { amount: '1.00', currency: 'EUR' },
    minPartners: 3,
  });

  it.each([
    ['English, Swedish, German', [english, swedish, german]],
    ['German, Swedish, English', [german, swedish, english]],
    ['Swedish, German, English', [swedish, german, english]],
  ])('give Swedish and English texts and the richest facts, in whatever order: %s', async (_, drafts) => {
    const [row, ...none] = draftsIn(await merge(...drafts));
    expect(none).toEqual([]);
    expect(row!.draft).toMatchObject({
      title: { sv: 'Titel', en: 'Title' },
      summary: { sv: 'About', en: 'About' },
      grantMax: { amount: '1.00', currency: 'EUR' },
      minPartners: 3,
      language: 'sv',
    });
  });

  it('stand in English where nobody wrote Swedish', async () => {
    const [row] = draftsIn(await merge(german, english));
    expect(row!.draft.title).toEqual({ sv: 'Title', en: 'Title' });
  });

  it('assume nothing that one of them says, whichever is the richer', async () => {
    const inEnglish = draft({ ...english, assumed: ['programme', 'summary.sv', 'title.sv'], minPartners: 3 });
    const inSwedish = draft({ ...swedish, programme: 'Havet' });
    for (const rows of [
      [inEnglish, inSwedish],
      [inSwedish, inEnglish],
    ]) {
      const [row] = draftsIn(await merge(...rows));
      expect(row!.draft).toMatchObject({ title: { sv: 'Titel', en: 'Title' }, programme: 'Havet', minPartners: 3 });
      expect(row!.draft.assumed).toEqual(['summary.sv']);
    }
  });

  it('say which rows they were', async () => {
    const [row] = draftsIn(await merge(english, swedish));
    expect(row!.draft.notes.at(-1)!.en).toBe('Rows 1 and 2 are the same call; the richest counts.');
  });

  it('come in the order in which they were first seen', async () => {
    const other = draft({ identifier: 'T-0', source: { system: 'EU_PORTAL', externalId: 'T-0' } });
    const rows = draftsIn(await merge(swedish, other, english));
    expect(rows.map(row => row.draft.identifier)).toEqual(['T-1', 'T-0']);
  });

  it('are told apart by their system', async () => {
    expect(draftsIn(await merge(english, draft({ source: { system: 'GDP', externalId: 'T-1' } })))).toHaveLength(2);
  });

  it('are refused when two funders share the identifier', async () => {
    const rows = await merge(english, draft({ funder: 'G' }));
    expect([draftsIn(rows).length, faultsIn(rows)]).toEqual([
      1,
      [expect.objectContaining({ row: 2, identifier: 'T-1' })],
    ]);
  });

  it('are one when a topic comes once per language from the portal', async () => {
    const { results } = parsedFixture('eu-portal-shape.json');
    const [first] = results;
    const inSwedish = {
      ...first,
      language: 'sv',
      reference: '1EXAMPLEsv',
      metadata: { ...first.metadata, title: ['Kustens ekosystem'], descriptionByte: ['<p>Resultat</p>'] },
    };
    const rows = await rowsOf('EU_PORTAL', { results: [first, inSwedish] });
    const [row, ...none] = draftsIn(await allOf(mergeRows('EU_PORTAL', inOrder(rows))));
    expect(none).toEqual([]);
    expect(row!.draft.title).toEqual({ sv: 'Kustens ekosystem', en: 'Restoring coastal ecosystems of the Baltic Sea' });
    expect(row!.draft.summary!.sv).toBe('Resultat');
  });

  it('may stand twice in a table when they say the same, and are refused when they differ', async () => {
    const header = 'Identifierare;Titel;Finansiär;Sista dag\n';
    const merged = async (...rows: string[]) =>
      allOf(mergeRows('CSV', inOrder(await rowsOf('CSV', header + rows.join('\n')))));
    expect(await merged('A;T;F;2027-02-15', 'A;T;F;2027-02-15')).toMatchObject([{ draft: { identifier: 'A' } }]);
    const differing = await merged('A;T;F;2027-02-15', 'A;T;F;2027-03-15');
    expect(faultsIn(differing)).toMatchObject([{ row: 3, identifier: 'A', faults: [{ code: 'ALREADY_EXISTS' }] }]);
  });

  it('keep 970 rows of 888 calls at 888', async () => {
    const drafts = Array.from({ length: 970 }, (_, place) => {
      const id = `T-${place % 888}`;
      return draft({ identifier: id, source: { system: 'EU_PORTAL', externalId: id } });
    });
    expect(draftsIn(await merge(...drafts))).toHaveLength(888);
  });
});
