import { KEYS, type Service, startService } from '../../support/service/service.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

async function tried(mutation: string, content: string) {
  const input = mutation === 'importFundingCalls' ? 'ImportFundingCallsInput' : 'ImportTableInput';
  const source = `mutation ($input: ${input}!) { answer: ${mutation}(input: $input) {
    created rows { row notes } leftOut { row message(locale: SV) } rejected { row errors { path message } } } }`;
  const { answer } = await service.as(KEYS.admin).run<any, object>(source, { input: { format: 'CSV', content } });
  const messages = answer.rejected.flatMap(({ errors }: any) => errors.map(({ message }: any) => message));
  return { ...answer, messages };
}

const ideas = (header: string, ...rows: string[]) =>
  tried('importIdeas', [`Titel;Sammanfattning;Ägare;${header}`, ...rows].join('\n'));

describe('A row that is refused', () => {
  it.each([
    ['importIdeas', 'Titel;Sammanfattning;Ägare;Okänd', 'Ny;Text;ingen-sådan;x', 'Ny;Text;ingen-sådan;x'],
    ['importIdeas', 'Titel;Sammanfattning;Ägare;TRL;Okänd', 'Ny;Text;techtank;hög;x', 'Ny;Text;techtank;hög;x'],
    ['importPartners', 'Namn;Sektor;Okänd', 'Ny partner;ingen sådan;x', 'Ny partner;ingen sådan;x'],
    [
      'importFundingCalls',
      'Beteckning;Titel;Finansiär;Sista ansökningsdag;Okänd',
      'NY-1;Ny;F;ingen dag;x',
      'NY-1;Ny;F;2031-02-30;x',
    ],
  ])('takes no note of the table with it (%s)', async (mutation, header, ...rows) => {
    const { created, leftOut, rejected } = await tried(mutation, ['Vår lista', header, ...rows].join('\n'));
    expect([created, rejected.length]).toEqual([0, rows.length]);
    expect(leftOut).toEqual([
      { row: 2, message: 'Ovanför rubrikraden står en rad som inte läses.' },
      { row: 2, message: 'Kolumner som inte känns igen och inte läses: Okänd.' },
    ]);
  });

  it('is told of all that is wrong with it at once, what is looked up too', async () => {
    const { messages } = await ideas('TRL;I steget sedan;Fokusområden', 'Ny;Text;ingen-sådan;hög;2031-01-01;okänt');
    expect(messages).toHaveLength(4);
    for (const part of ['TRL', 'framtiden', 'fokusområde', 'partner'])
      expect(messages.some((each: string) => each.includes(part))).toBe(true);
  });

  it('names the column by which two rows are of one idea', async () => {
    const { ideas: known } = await service
      .as(KEYS.admin)
      .run<any, object>('{ ideas(first: 1) { nodes { code } } }', {});
    const [{ code }] = known.nodes;
    const { messages } = await tried('importIdeas', `Nummer;TRL\n${code};3\n${code};4`);
    expect(messages).toEqual([expect.stringMatching(/^Nummer: rad 2 är samma idé\./)]);
  });

  it('keeps the letters of a code in its message', async () => {
    const { ideas: known } = await service
      .as(KEYS.admin)
      .run<any, object>('{ ideas(first: 100) { nodes { code version title } } }', {});
    const { code, version, title } = known.nodes.find((each: any) => each.version > 1) ?? known.nodes[0];
    const { messages } = await tried('importIdeas', `Nummer;Version;Titel\n${code};${version - 1};${title} (ny)`);
    expect(messages).toEqual([expect.stringContaining(`Version: ${code} `)]);
  });

  it('has its cells counted in words that fit', async () => {
    const { messages } = await tried('importIdeas', 'Titel;Sammanfattning;Ägare\nEnsam');
    expect(messages[0]).toContain('Raden har en cell och rubrikraden 3.');
  });
});

describe('A row that is taken', () => {
  it('may write its level of readiness as people do', async () => {
    const { created, rejected } = await ideas(
      'TRL',
      'Ett;Text;techtank;TRL 6',
      'Två;Text;techtank;trl-6',
      'Tre;Text;techtank;6',
    );
    expect([created, rejected]).toEqual([3, []]);
    const { messages } = await ideas('TRL', 'Ett;Text;techtank;TRL 10', 'Två;Text;techtank;6,5');
    for (const message of messages) expect(message).toContain('Skriv ett tal från 1 till 9.');
  });

  it('is told once of a text that was cut, and of a day that stands for none', async () => {
    const { rows } = await ideas('I steget sedan', `${'x'.repeat(301)};Text;techtank;0001-01-01`);
    expect(rows[0].notes.filter((note: string) => note.includes('har kortats'))).toHaveLength(1);
    expect(rows[0].notes.some((note: string) => note.includes('inget datum är satt'))).toBe(true);
  });

  it('has a zone that is in use in the hour that comes twice', async () => {
    const row = 'Ny;Text;techtank;2025-10-26 02:30 CET';
    const { rows } = await ideas('I steget sedan', row);
    expect(rows[0].notes.join(' ')).not.toContain('årstiden');
  });
});
