import {
  draftOf,
  draftsIn,
  faultsIn,
  fixture,
  notesOf,
  parsedFixture,
  rowsOf,
  skippedIn,
} from '../../../support/calls/calls-from.js';

const call = (changes: object) => [{ ...parsedFixture('gdp-utlysningar.json')[0], ...changes }];

describe("The Swedish funders' open-data standard", () => {
  it('reads every call of the sample', async () => {
    const rows = await rowsOf('GDP', fixture('gdp-utlysningar.json'));
    expect(draftsIn(rows).map(({ row, draft }) => [row, draft.identifier])).toEqual([
      [1, '2026-90001'],
      [2, '2026-90002'],
      [3, '2024-90003'],
    ]);
  });

  it('reads a whole call field by field', async () => {
    expect(await draftOf('GDP', call({}))).toEqual({
      identifier: '2026-90001',
      title: { sv: 'Cirkulära värdekedjor i tillverkningsindustrin', en: 'Circular value chains in manufacturing' },
      summary: {
        sv: 'Stöd till samverkansprojekt som minskar materialanvändningen i tillverkande industri.',
        en: 'Support for collaborative projects that cut material use in manufacturing.',
      },
      programme: 'Cirkulär ekonomi',
      funder: 'Vinnova',
      url: 'https://example.org/2026-90001',
      deadlineModel: 'SINGLE_STAGE',
      opensAt: new Date('2026-09-30T22:00:00Z'),
      deadlines: [{ at: new Date('2027-02-15T22:59:59Z') }],
      budget: { amount: '60000000.00', currency: 'SEK' },
      source: { system: 'GDP', externalId: '2026-90001', url: 'https://example.org/2026-90001' },
      assumed: ['budget.decimals', 'deadlineModel', 'deadlines.0.time', 'opensAt.time'],
      zone: 'Europe/Stockholm',
      closingDateOnly: true,
      notes: [],
    });
  });

  it('closes a day without a time at the last second of the Swedish day, in summer and in winter', async () => {
    const closing = async (day: string) =>
      (await draftOf('GDP', call({ stangningsdatum: day }))).deadlines[0]!.at.toISOString();
    expect(await closing('2027-02-15')).toBe('2027-02-15T22:59:59.000Z');
    expect(await closing('2027-06-30')).toBe('2027-06-30T21:59:59.000Z');
    expect(await closing('2027-06-30T14:00:00')).toBe('2027-06-30T12:00:00.000Z');
    expect(await closing('2027-06-30T14:00:00Z')).toBe('2027-06-30T14:00:00.000Z');
  });

  it('refuses a closing date that does not exist, and names the field', async () => {
    const [refused] = faultsIn(await rowsOf('GDP', call({ stangningsdatum: '2027-02-30' })));
    expect(refused).toMatchObject({
      row: 1,
      identifier: '2026-90001',
      faults: [{ code: 'INVALID', path: ['stangningsdatum'] }],
    });
    expect(refused!.faults[0]!.message.en).toContain('2027-02-30');
  });

  it('refuses a closing date before the opening', async () => {
    const [refused] = faultsIn(await rowsOf('GDP', call({ oppningsdatum: '2027-03-01' })));
    expect(refused).toMatchObject({ faults: [{ path: ['stangningsdatum'] }] });
  });

  it('says what is missing, all at once', async () => {
    const [refused] = faultsIn(
      await rowsOf('GDP', call({ diarienummer: null, titel: '', titelEng: null, finansiarNamn: null })),
    );
    expect(refused!.identifier).toBeUndefined();
    expect(refused!.faults.map(({ code, path }) => [code, path])).toEqual([
      ['REQUIRED', ['finansiarNamn']],
      ['REQUIRED', ['diarienummer']],
      ['REQUIRED', ['titel']],
    ]);
  });

  it('lets the English title stand where there is no Swedish, and says so', async () => {
    const draft = await draftOf('GDP', call({ titel: null }));
    expect(draft.title).toEqual({
      sv: 'Circular value chains in manufacturing',
      en: 'Circular value chains in manufacturing',
    });
    expect(notesOf(draft)).toContain('English only');
  });

  it('lets the dates decide where a call is, and says when the source says something else', async () => {
    const draft = await draftOf(
      'GDP',
      call({ status: 'Kommande', oppningsdatum: '2020-01-01', stangningsdatum: '2020-02-01' }),
    );
    expect(notesOf(draft)).toContain('status is "Kommande" in the source; the dates say closed');
  });

  it('leaves out a closed call that has no closing date, since it would look open for ever', async () => {
    const rows = await rowsOf('GDP', call({ status: 'Avslutad', stangningsdatum: null }));
    expect(skippedIn(rows)).toHaveLength(1);
  });

  it('reads a budget written as a text and names one that is no amount', async () => {
    expect((await draftOf('GDP', call({ budgetBelopp: '60000000' }))).budget).toEqual({
      amount: '60000000.00',
      currency: 'SEK',
    });
    const draft = await draftOf('GDP', call({ budgetBelopp: -5 }));
    expect(draft.budget).toBeUndefined();
    expect(notesOf(draft)).toContain('budgetBelopp could not be read: "-5 SEK"');
  });

  it('assumes kronor where the currency is missing, and says so', async () => {
    const draft = await draftOf('GDP', call({ budgetValuta: null }));
    expect([draft.budget?.currency, notesOf(draft)]).toEqual(['SEK', expect.stringContaining('SEK is assumed')]);
  });

  it('turns HTML into text and keeps no mail address', async () => {
    const beskrivning =
      '<h2>Syfte</h2><p>Mindre utsläpp &amp; mer&nbsp;energi.</p><ul><li>Ett</li><li>Två</li></ul><p>Fråga <a href="mailto:handlaggare@example.org">handlaggare@example.org</a></p><script>alert(1)</script>';
    const { summary } = await draftOf('GDP', call({ beskrivning }));
    expect(summary!.sv).toBe('Syfte\n\nMindre utsläpp & mer energi.\n\n• Ett\n• Två\n\nFråga [e-mail]');
  });

  it('cuts a description at ten thousand characters, and says so', async () => {
    const draft = await draftOf('GDP', call({ beskrivning: 'ord '.repeat(5_000) }));
    expect(draft.summary!.sv.length).toBeLessThanOrEqual(10_000);
    expect(draft.summary!.sv.endsWith('ord…')).toBe(true);
    expect(notesOf(draft)).toContain('beskrivning has been cut to 10000 characters');
  });

  it('leaves out an address that no browser should open', async () => {
    const draft = await draftOf('GDP', call({ publiceringsplats: 'javascript:alert(1)' }));
    expect([draft.url, notesOf(draft)]).toEqual([
      undefined,
      expect.stringContaining('publiceringsplats could not be read'),
    ]);
  });

  it('keeps no control characters and no broken surrogates, which a database would refuse', async () => {
    const { title } = await draftOf('GDP', call({ titel: 'Hav\u0000 i\u0007 balans\ud800' }));
    expect(title.sv).toBe('Hav i balans\ufffd');
  });

  it('says so when the answer is something else than a list of calls', async () => {
    const rows = await rowsOf('GDP', { statusCode: 401, message: 'Access denied' });
    expect(rows).toEqual([{ row: 0, faults: [expect.objectContaining({ code: 'INVALID' })] }]);
  });
});

describe('GDP as funders put it to use', () => {
  it('reads the address from the list of places, the first that is one', async () => {
    const places = [{ webbadress: 'intranät' }, { webbadress: 'https://example.org/g4' }];
    const draft = await draftOf('GDP', call({ publiceringsplats: null, publiceringsplatser: places }));
    expect([draft.url, draft.source.url]).toEqual(['https://example.org/g4', 'https://example.org/g4']);
    expect((await draftOf('GDP', call({ publiceringsplatser: places }))).url).toBe('https://example.org/2026-90001');
  });

  it.each([
    ['an object', { date: '2035-01-01' }],
    ['an empty object', {}],
    ['a list', ['2035-01-01']],
    ['a number', 20350101],
    ['a truth', true],
    ['words', 'i höst'],
  ])('refuses a closing date that is %s, and shows how to write it', async (_, stangningsdatum) => {
    const [refused] = faultsIn(await rowsOf('GDP', call({ stangningsdatum })));
    expect(refused).toMatchObject({ row: 1, faults: [{ code: 'INVALID', path: ['stangningsdatum'] }] });
    expect(refused!.faults[0]!.message.sv).toContain('2027-02-15');
  });

  it('takes no word of an object for a status', async () => {
    for (const status of ['constructor', '__proto__', 'toString'])
      expect(notesOf(await draftOf('GDP', call({ status })))).toContain(`status is "${status}" in the source`);
  });

  it('writes a text in one way, however its letters are composed', async () => {
    const draft = await draftOf(
      'GDP',
      call({ diarienummer: 'A\u030a-1', titel: 'O\u0308', beskrivning: '<p>a\u0308</p>' }),
    );
    expect([draft.identifier, draft.title.sv, draft.summary!.sv]).toEqual(['\u00c5-1', '\u00d6', '\u00e4']);
  });

  it('reads a budget of 0 as none', async () => {
    expect((await draftOf('GDP', call({ budgetBelopp: 0 }))).budget).toBeUndefined();
  });
});
