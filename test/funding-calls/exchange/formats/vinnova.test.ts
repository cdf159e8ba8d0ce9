import { readCalls } from '../../../../src/funding-calls/exchange/read-calls.js';
import {
  allOf,
  draftsIn,
  faultsIn,
  fixture,
  notesOf,
  parsedFixture,
  rowsOf,
  skippedIn,
} from '../../../support/calls/calls-from.js';

const register = () => parsedFixture('vinnova-register.json');

async function round(changes: object) {
  const { program, utlysningar, ansokningsomgangar } = register();
  const rows = await rowsOf('VINNOVA', {
    program,
    utlysningar,
    ansokningsomgangar: [{ ...ansokningsomgangar[0], ...changes }],
  });
  return { rows, draft: draftsIn(rows)[0]?.draft };
}

describe("Vinnova's register", () => {
  it('makes a call of every public round, with the programme it belongs to', async () => {
    const rows = await rowsOf('VINNOVA', fixture('vinnova-register.json'));
    expect(draftsIn(rows).map(({ row, draft }) => [row, draft.identifier, draft.programme])).toEqual([
      [1, '2026-01503', 'Innovationsprogrammet för civil-militära synergier'],
      [3, '2026-00702', 'Nationellt innovationsprogram för civilt försvar'],
      [4, '2025-04680', 'Nationella flygtekniska forskningsprogrammet'],
      [5, '0000-placeholder', 'Innovationsprogrammet för civil-militära synergier'],
    ]);
    expect(faultsIn(rows)).toEqual([]);
  });

  it('leaves out a round that is not public, and says so', async () => {
    const rows = await rowsOf('VINNOVA', fixture('vinnova-register.json'));
    expect(skippedIn(rows)).toEqual([
      { row: 2, identifier: '2025-00979', skipped: expect.objectContaining({ en: 'The round is not public.' }) },
    ]);
  });

  it('reads its times as Swedish local time', async () => {
    const { draft } = await round({});
    expect([draft!.opensAt, draft!.deadlines]).toEqual([
      new Date('2026-07-01T22:00:00Z'),
      [{ at: new Date('2026-10-13T12:00:00Z') }],
    ]);
  });

  it('reads 1900-01-01 as not set', async () => {
    const { draft } = await round({ Stangningsdatum: '1900-01-01T00:00:00', Oppningsdatum: '1900-01-01T00:00:00' });
    expect([draft!.opensAt, draft!.deadlines]).toEqual([undefined, []]);
    expect(notesOf(draft!)).toContain('Stangningsdatum is not set');
  });

  it('reads "x" as no title, in programmes and calls too', async () => {
    const { draft } = await round({ TitelEngelska: 'x' });
    expect(draft!.title).toEqual({ sv: 'Stärkt ekosystem för civil-militär innovationssamverkan' });
    const shared = register();
    shared.program[0].Titel = 'x';
    const [first] = draftsIn(await rowsOf('VINNOVA', shared));
    expect(first!.draft.programme).toBe('Civil-militära synergier');
  });

  it('takes no amount in a text for the budget', async () => {
    const drafts = draftsIn(await rowsOf('VINNOVA', fixture('vinnova-register.json')));
    expect(drafts.map(({ draft }) => draft.budget ?? draft.grantMax)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(drafts[1]!.draft.summary!.sv).toContain('Maximalt 800 000 kronor per projekt.');
  });

  it('joins the texts in both languages and leaves out those that are empty', async () => {
    const { draft } = await round({});
    expect(draft!.summary).toEqual({
      sv: 'Projekt som utvecklar metoder.\n\nMax 2 miljoner kr.',
      en: 'Projects that develop methods.',
    });
  });

  it('keeps nothing of a person', async () => {
    const KontaktLista = [{ Namn: 'Testperson Exempelsson', Telefon: '070-0000000', Epost: 'testperson@example.org' }];
    const { rows } = await round({ KontaktLista });
    expect(JSON.stringify(rows)).not.toMatch(/Exempelsson|070-0000000|testperson/);
  });

  it('reads the rounds whatever the order of the lists', async () => {
    const { program, utlysningar, ansokningsomgangar } = register();
    const rows = await rowsOf('VINNOVA', { ansokningsomgangar, utlysningar, program });
    expect(draftsIn(rows)).toEqual(draftsIn(await rowsOf('VINNOVA', register())));
  });

  it('keeps a round whose call is missing, with the funder as its programme', async () => {
    const { draft } = await round({ DiarienummerUtlysning: '1999-00000' });
    expect([draft!.programme, notesOf(draft!)]).toEqual([
      'Vinnova',
      expect.stringContaining('the funder stands as the programme'),
    ]);
  });

  it('takes the first link that is a web address', async () => {
    const { draft } = await round({ LankLista: [{ URL: 'ansok.vinnova.se' }, { URL: 'https://ansok.vinnova.se/b' }] });
    expect(draft!.url).toBe('https://ansok.vinnova.se/b');
  });
});

describe("Vinnova's lists one by one", () => {
  it("reads a bare list of rounds, and says that the programme's lists are missing", async () => {
    const rows = await rowsOf('VINNOVA', register().ansokningsomgangar);
    expect(draftsIn(rows).map(({ draft }) => [draft.identifier, draft.programme])).toEqual([
      ['2026-01503', 'Vinnova'],
      ['2026-00702', 'Vinnova'],
      ['2025-04680', 'Vinnova'],
      ['0000-placeholder', 'Vinnova'],
    ]);
    expect(notesOf(draftsIn(rows)[0]!.draft)).toContain('The list utlysningar is not here');
  });

  it.each(['program', 'utlysningar'])('says that the list %s alone has nothing to apply to', async list => {
    const rows = await rowsOf('VINNOVA', register()[list]);
    expect(rows).toMatchObject([{ row: 0, faults: [{ path: ['ansokningsomgangar'] }] }]);
  });

  it('reads the three lists together, in any order, as it reads the register', async () => {
    const { program, utlysningar, ansokningsomgangar } = register();
    const expected = draftsIn(await rowsOf('VINNOVA', register()));
    for (const lists of [
      [program, utlysningar, ansokningsomgangar],
      [ansokningsomgangar, program, utlysningar],
    ])
      expect(draftsIn(await allOf(readCalls('VINNOVA', ...lists.map(list => JSON.stringify(list)))))).toEqual(expected);
  });

  it('names the call that is in no list', async () => {
    const { draft } = await round({ DiarienummerUtlysning: '1999-00000' });
    expect(notesOf(draft!)).toContain('1999-00000 is not in the list utlysningar');
  });

  it('begins the summary with the description, and says nothing twice', async () => {
    const { draft } = await round({ Beskrivning: '<p>Om havet.</p>', BeskrivningEngelska: 'xx' });
    expect(draft!.summary).toEqual({
      sv: 'Om havet.\n\nProjekt som utvecklar metoder.\n\nMax 2 miljoner kr.',
      en: 'Projects that develop methods.',
    });
    const twice = await round({ Beskrivning: 'Max 2 miljoner kr.' });
    expect(twice.draft!.summary!.sv).toBe('Max 2 miljoner kr.\n\nProjekt som utvecklar metoder.');
  });

  it('reads "xx" as no title', async () => {
    expect((await round({ TitelEngelska: 'xx' })).draft!.title.en).toBeUndefined();
  });

  it.each([
    [{ URL: 'https://www.vinnova.se/globalassets/mallar/cv' }],
    [{ URL: 'https://www.vinnova.se/mallar/projektbeskrivning.docx?v=2' }],
    [{ URL: 'https://data.vinnova.se/api/file/1' }],
    [{ URL: 'https://example.org/cv', Beskrivning: 'CV-mall' }],
    [{ URL: 'https://example.org/cv', Beskrivning: 'Bilaga: budget' }],
  ])('takes no template for the address: %o', async link => {
    const page = { Beskrivning: 'Ansök här', URL: 'https://ansok.vinnova.se/b' };
    expect((await round({ LankLista: [link, page] })).draft!.url).toBe('https://ansok.vinnova.se/b');
    const alone = (await round({ LankLista: [link] })).draft!;
    expect([alone.url, notesOf(alone)]).toEqual([undefined, expect.stringContaining('has no address')]);
  });

  it.each([[['2035-03-15']], [{ date: '2035-03-15' }], [20350315]])('refuses %o as a closing date', async closes => {
    const { rows } = await round({ Stangningsdatum: closes });
    expect(faultsIn(rows)).toMatchObject([{ row: 1, faults: [{ path: ['Stangningsdatum'] }] }]);
  });
});
