import { draftsIn, faultsIn, fixture, notesOf, parsedFixture, rowsOf, skippedIn } from '../../support/calls-from.js';

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
