import { KEYS, type Service, startService } from '../../support/service/service.js';
import { workbook } from '../../support/tables/workbook.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const IMPORT = `mutation ($input: ImportTableInput!) { importIdeas(input: $input) {
  dryRun created updated unchanged
  rows { row identifier title isNew changes { field before after } notes }
  rejected { row identifier errors { code path message } cells { column text message(locale: EN) } }
  leftOut { row } ideas { code } userErrors { code path } } }`;

async function importing(input: object, key: string | null = KEYS.admin) {
  return (await service.as(key).run<any, object>(IMPORT, { input: { format: 'CSV', dryRun: false, ...input } }))
    .importIdeas;
}

const IDEA = `query ($text: String!) { ideas(filter: { text: $text }) { nodes {
  code version title titleEn: title(locale: EN) challenge stage state visibility technologyReadinessLevel enteredStageAt daysInStage owner { slug }
  focusAreas { code } environmentalObjectives missions createdAt
  consortium { coordinator { slug } memberships { partner { slug } role letterOfIntent commitment { amount currency } } }
  applications { call { identifier } status requested { amount } granted { amount } decidedAt }
  transitions { from to at recordedAt reason waived } } } }`;

const ideas = async (title: string) => {
  const { nodes } = (await service.as(KEYS.admin).run<any, object>(IDEA, { text: `"${title}"` })).ideas;
  return nodes.filter((idea: any) => idea.title === title || idea.titleEn === title);
};
const idea = async (title: string) => (await ideas(title))[0] ?? null;

const SUMMARY = 'En sammanfattning som är lång nog för att säga något om vad idén går ut på och för vem den är till.';

describe('A table of ideas', () => {
  it('makes ideas with all that it says of them, once, and says nothing the second time', async () => {
    const call = (
      await service
        .as(KEYS.admin)
        .run<any, object>('{ fundingCalls(first: 1, filter: { statuses: [CLOSED] }) { nodes { identifier } } }')
    ).fundingCalls.nodes[0].identifier;
    const rows = [
      ['Idélista 2026'],
      [
        'Titel',
        'Sammanfattning',
        'Utmaning',
        'Ägare',
        'Partner',
        'Fokusområden',
        'Miljömål',
        'TRL',
        'Synlighet',
        'Steg',
        'Koncept sedan',
        'Konsortium sedan',
        'I steget sedan',
        'Utlysning',
        'Ansökan',
        'Sökt belopp',
      ],
      [
        'Tångprovet',
        SUMMARY,
        'Övergödning',
        'techtank',
        'Techtank (koordinator, undertecknad, 500 tkr); Blekinge Tekniska Högskola (signerad), Region Blekinge (associerad partner)',
        'Marin teknik; smart-industri',
        'cirkulär ekonomi; Biologisk mångfald',
        4,
        'alla',
        'ansökan',
        '2024-03-01',
        new Date(Date.UTC(2024, 8, 15)),
        '3 februari 2025',
        call,
        'under bedömning',
        '2 mkr',
      ],
    ];
    const given = (dryRun: boolean) => ({
      format: 'XLSX',
      dryRun,
      contentBase64: workbook({ Idéer: rows }).toString('base64'),
    });
    const tried = await importing(given(true));
    expect(tried).toMatchObject({
      dryRun: true,
      created: 1,
      rejected: [],
      rows: [{ row: 3, identifier: 'Tångprovet', isNew: true }],
    });
    expect(await idea('Tångprovet')).toBeNull();

    expect(await importing(given(false))).toMatchObject({ created: 1, rejected: [], userErrors: [] });
    const made = await idea('Tångprovet');
    expect(made).toMatchObject({
      ...{ stage: 'FUNDING_APPLICATION', state: 'ACTIVE', visibility: 'PUBLIC', technologyReadinessLevel: 4 },
      owner: { slug: 'techtank' },
      environmentalObjectives: ['CIRCULAR_ECONOMY', 'BIODIVERSITY_AND_ECOSYSTEMS'],
      consortium: { coordinator: { slug: 'techtank' } },
      applications: [
        { call: { identifier: call }, status: 'UNDER_REVIEW', requested: { amount: '2000000.00' }, decidedAt: null },
      ],
      enteredStageAt: '2025-02-02T23:00:00.000Z',
    });
    expect(made.focusAreas.map(({ code }: any) => code)).toEqual(['smart-industri', 'smart-industri.marin-teknik']);
    expect(
      made.consortium.memberships.map(({ role, letterOfIntent, commitment }: any) => [
        role,
        letterOfIntent,
        commitment?.amount,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['COORDINATOR', 'SIGNED', '500000.00'],
        ['BENEFICIARY', 'SIGNED', undefined],
        ['ASSOCIATED_PARTNER', 'NONE', undefined],
      ]),
    );
    expect(made.transitions.map(({ to, at, reason }: any) => [to, at.slice(0, 10), reason])).toEqual([
      ['CONCEPT', '2024-02-29', null],
      ['CONSORTIUM', '2024-09-14', 'Inläst från en tabell'],
      ['FUNDING_APPLICATION', '2025-02-02', 'Inläst från en tabell'],
    ]);
    expect(made.transitions[1].waived).toEqual([]);
    expect(made.transitions[2].waived).toContain('CALL_TARGETED');
    expect(made.daysInStage).toBeGreaterThan(300);
    expect(Date.now() - Date.parse(made.transitions[0].recordedAt)).toBeLessThan(60_000);

    expect(await importing(given(false))).toMatchObject({ created: 0, updated: 0, unchanged: 1, rejected: [] });
    expect(await ideas('Tångprovet')).toHaveLength(1);
  });

  it('is known to the past from its import, whatever its days', async () => {
    await importing({
      content: `titel;sammanfattning;ägare;steg;sedan\nDåtidsprovet;${SUMMARY};techtank;konsortium;2024-05-02\n`,
    });
    const { code } = await idea('Dåtidsprovet');
    const counted = async (asOf: string) =>
      (
        await service
          .as(KEYS.admin)
          .run<any, object>(
            `query ($asOf: DateTime, $filter: IdeaFilter) { pipeline(asOf: $asOf, filter: $filter) { stages { stage count medianDaysInStage } } }`,
            { asOf, filter: { text: code } },
          )
      ).pipeline.stages[1];
    expect(await counted(new Date(Date.now() - 3_600_000).toISOString())).toMatchObject({ count: 0 });
    const now = await counted(new Date(Date.now() + 1000).toISOString()).catch(() => counted(new Date().toISOString()));
    expect(now).toMatchObject({ count: 1 });
    expect(now.medianDaysInStage).toBeGreaterThan(300);
  });

  it('leaves what an empty cell does not say, and clears it in a row with code and version', async () => {
    await importing({
      content: `titel;sammanfattning;utmaning;ägare;TRL;partner\nTömningsprovet;${SUMMARY};Brist;techtank;3;techtank\n`,
    });
    const { code } = await idea('Tömningsprovet');
    const header = 'nummer;version;titel;utmaning;TRL;partner';
    expect(await importing({ content: `${header}\n${code};;Tömningsprovet;;;\n` })).toMatchObject({ unchanged: 1 });
    const { version } = await idea('Tömningsprovet');
    const { rows } = await importing({ content: `${header}\n${code};${version};Tömningsprovet två;;;techtank\n` });
    expect(rows[0].changes).toEqual([
      { field: 'titleSv', before: 'Tömningsprovet', after: 'Tömningsprovet två' },
      { field: 'challengeSv', before: 'Brist', after: null },
      { field: 'technologyReadinessLevel', before: 3, after: null },
    ]);
    expect(await idea('Tömningsprovet två')).toMatchObject({ challenge: null, technologyReadinessLevel: null });
    const late = await importing({ content: `${header}\n${code};${version};Tömningsprovet tre;;;\n` });
    expect(late.rejected).toMatchObject([
      { row: 2, identifier: code, errors: [{ code: 'CONFLICT', path: ['version'] }] },
    ]);
    expect(late.rejected[0].errors[0].message).toContain('Tömningsprovet två');
  });

  it('gives a consortium another coordinator, ends and adds members, and moves the idea on and back', async () => {
    await importing({
      content: `titel;sammanfattning;ägare;koordinator;partner\nBytesprovet;${SUMMARY};techtank;Techtank;Techtank, Netport Science Park\n`,
    });
    const before = await idea('Bytesprovet');
    const header = 'nummer;version;ägare;koordinator;partner;roller;avsiktsförklaringar;steg;läge';
    const row = (...cells: string[]) => `${header}\n${before.code};${cells.join(';')}\n`;
    const told = await importing({
      content: row(
        String(before.version),
        'Netport Science Park',
        'Blue Science Park',
        '"Techtank; Blue Science Park"',
        '"koordinator; stödmottagare"',
        '"ja; efterfrågad"',
        'konsortium',
        'pausad',
      ),
    });
    expect(told).toMatchObject({ updated: 1, rejected: [] });
    const after = await idea('Bytesprovet');
    expect(after).toMatchObject({ owner: { slug: 'netport-science-park' }, stage: 'CONSORTIUM', state: 'PAUSED' });
    expect(after.consortium.coordinator.slug).toBe('blue-science-park');
    expect(
      after.consortium.memberships
        .map(({ partner, role, letterOfIntent }: any) => [partner.slug, role, letterOfIntent])
        .sort(),
    ).toEqual([
      ['blue-science-park', 'COORDINATOR', 'REQUESTED'],
      ['techtank', 'BENEFICIARY', 'SIGNED'],
    ]);
    const back = await importing({
      content: `nummer;version;steg;läge;skäl\n${before.code};${after.version};koncept;pågående;Börjar om\n`,
    });
    expect(back.rows[0].changes.map(({ field }: any) => field)).toEqual(['stage', 'state']);
    expect(await idea('Bytesprovet')).toMatchObject({ stage: 'CONCEPT', state: 'ACTIVE' });
    expect((await idea('Bytesprovet')).transitions.at(-1).reason).toBe('Börjar om');
  });

  it('counts an idea that was paused as resumed when its next step was taken, so that the last step leads to where it is', async () => {
    const paused =
      'query { ideas(filter: { states: [PAUSED], stages: [CONCEPT] }) { nodes { code title transitions { at } } } }';
    const { nodes } = (await service.as(KEYS.admin).run<any, object>(paused)).ideas;
    const { code, title, transitions } = nodes[0];
    const at = new Date(Date.parse(transitions.at(-1).at) + 86_400_000).toISOString().slice(0, 10);
    const without = await importing({ content: `nummer;steg\n${code};konsortium\n` });
    expect(without.rejected[0].errors[0].message).toMatch(/Den kan .*återupptas.* Skriv pågående som läge/);
    const told = await importing({
      content: `nummer;steg;läge;konsortium sedan;skäl\n${code};konsortium;pågående;${at};Tog fart\n`,
    });
    expect(told).toMatchObject({ updated: 1, rejected: [] });
    expect(told.rows[0].notes).toEqual([expect.stringContaining(`återupptagen ${at}`)]);
    const after = await idea(title);
    expect(after).toMatchObject({ stage: 'CONSORTIUM', state: 'ACTIVE' });
    expect(after.transitions.slice(-2).map(({ to }: any) => to)).toEqual(['CONCEPT', 'CONSORTIUM']);
  });

  it('takes the day of the step before, in lines that end in several ways', async () => {
    await importing({ content: `titel;sammanfattning;ägare\r\nSammadagsprovet;${SUMMARY};techtank\n` });
    const { code, transitions } = await idea('Sammadagsprovet');
    const today = new Date(transitions[0].at).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
    const told = await importing({ content: `nummer;steg;konsortium sedan\n${code};konsortium;${today}\r\n` });
    expect(told).toMatchObject({ updated: 1, rejected: [] });
    const after = await idea('Sammadagsprovet');
    expect(after).toMatchObject({ stage: 'CONSORTIUM', enteredStageAt: transitions[0].at });
    expect(after.transitions.map(({ to }: any) => to)).toEqual(['CONCEPT', 'CONSORTIUM']);
  });

  it('refuses a row by its column and cell with what would be right, and takes the others', async () => {
    const header =
      'Titel;Sammanfattning;Ägare;Partner;Roller;Fokusområden;Miljömål;TRL;Steg;Koncept sedan;Konsortium sedan;Utlysning;Ansökan';
    const bad = (title: string, rest: string) => `${title};${SUMMARY};${rest}`;
    const content = [
      header,
      bad('Fel ägare', 'Tecktank;;;;;;;;;;'),
      bad('Fel partner', 'techtank;"Almi Företagspartnr";;;;;;;;;'),
      bad('Fel roll', 'techtank;techtank;kapten;;;;;;;;'),
      bad('Fel område', 'techtank;;;rymd;;;;;;;'),
      bad('Fel mål', 'techtank;;;;guld;;;;;;'),
      bad('Fel TRL', 'techtank;;;;;12;;;;;'),
      bad('Fel steg', 'techtank;;;;;;raket;;;;'),
      bad('Fel ordning', 'techtank;;;;;;konsortium;2025-05-01;2025-04-01;;'),
      bad('Fel framtid', 'techtank;;;;;;koncept;2199-01-01;;;'),
      bad('Fel utlysning', 'techtank;;;;;;;;;FINNS-INTE;'),
      `Fel tom;;techtank;;;;;;;;;;`,
      bad('Rätt provrad', 'techtank;;;;;;;;;;'),
      bad('rätt  provrad', 'techtank;;;;;;;;;;'),
    ].join('\n');
    const { created, rejected } = await importing({ content });
    expect(created).toBe(1);
    expect(rejected.map(({ row, errors, cells }: any) => [row, errors[0].path, cells[0]?.text ?? null])).toEqual([
      [2, ['Ägare'], 'Tecktank'],
      [3, ['Partner'], 'Almi Företagspartnr'],
      [4, ['Roller'], 'kapten'],
      [5, ['Fokusområden'], 'rymd'],
      [6, ['Miljömål'], 'guld'],
      [7, ['TRL'], '12'],
      [8, ['Steg'], 'raket'],
      [9, ['Konsortium sedan'], '2025-04-01'],
      [10, ['Koncept sedan'], '2199-01-01'],
      [11, ['Utlysning'], 'FINNS-INTE'],
      [12, ['Sammanfattning'], null],
      [14, ['Titel'], 'rätt  provrad'],
    ]);
    expect(rejected[1].cells[0].message).toContain('"Almi Företagspartner"');
    expect(await idea('Fel ägare')).toBeNull();
  });

  it('is for administrators, and changes nothing for others', async () => {
    const content = `titel;sammanfattning;ägare\nObjuden idé;${SUMMARY};techtank\n`;
    for (const key of [KEYS.partner, KEYS.integrator, null])
      expect(await importing({ content }, key)).toMatchObject({ created: 0, userErrors: [{ code: 'FORBIDDEN' }] });
    expect(await idea('Objuden idé')).toBeNull();
  });
});
