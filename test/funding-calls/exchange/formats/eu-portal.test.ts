import { mergeRows } from '../../../../src/funding-calls/exchange/draft/merge-rows.js';
import { readCalls } from '../../../../src/funding-calls/exchange/read-calls.js';
import {
  allOf,
  draftOf,
  draftsIn,
  faultsIn,
  fixture,
  notesOf,
  parsedFixture,
  rowsOf,
  skippedIn,
} from '../../../support/calls/calls-from.js';

const shape = () => parsedFixture('eu-portal-shape.json').results;

/** An answer with one topic: the first of the made-up ones, with other metadata. */
function topic(metadata: object, result: object = {}) {
  const [first] = shape();
  return { totalResults: 1, results: [{ ...first, ...result, metadata: { ...first.metadata, ...metadata } }] };
}

const bulk = (changes: object) => ({
  fundingData: {
    GrantTenderObj: [{ ...parsedFixture('eu-portal-grants-tenders.json').fundingData.GrantTenderObj[0], ...changes }],
  },
});

const overview = (actions: object) => [JSON.stringify({ budgetTopicActionMap: actions })];

describe("The EU portal's search", () => {
  it('reads every topic of the real answer', async () => {
    const rows = await rowsOf('EU_PORTAL', fixture('eu-portal-search.json'));
    expect(draftsIn(rows).map(({ row, draft }) => [row, draft.identifier, draft.programme])).toEqual([
      [1, 'HORIZON-MISS-2027-05-SOIL-01-two-stage', 'Horizon Europe'],
      [2, 'HORIZON-CL2-2024-TRANSFORMATIONS-01-08', 'Horizon Europe'],
      [3, 'HORIZON-CL4-2027-04-DIGITAL-EMERGING-10', 'Horizon Europe'],
      [4, 'HORIZON-CL5-2027-03-D5-05', 'Horizon Europe'],
    ]);
  });

  it('lets the dates decide when a topic is "forthcoming" long after its deadline', async () => {
    const [, second] = draftsIn(await rowsOf('EU_PORTAL', fixture('eu-portal-search.json')));
    expect(second!.draft.deadlines).toEqual([{ at: new Date('2024-02-07T17:00:00Z') }]);
    expect(notesOf(second!.draft)).toContain('the dates say closed, and they decide');
  });

  it('reads a whole topic field by field', async () => {
    const { notes, ...draft } = await draftOf('EU_PORTAL', topic({}));
    expect(draft).toEqual({
      identifier: 'HORIZON-MISS-2027-03-OCEAN-01',
      title: {
        sv: 'Restoring coastal ecosystems of the Baltic Sea',
        en: 'Restoring coastal ecosystems of the Baltic Sea',
      },
      summary: {
        sv: 'Expected Outcome:\n\n• Coastal waters & wetlands restored',
        en: 'Expected Outcome:\n\n• Coastal waters & wetlands restored',
      },
      programme: 'Horizon Europe',
      funder: 'European Commission',
      url: 'https://example.org/topic-details/HORIZON-MISS-2027-03-OCEAN-01',
      deadlineModel: 'TWO_STAGE',
      opensAt: new Date('2026-10-31T23:00:00Z'),
      deadlines: [
        { at: new Date('2027-02-17T16:00:00Z'), label: 'Stage 1' },
        { at: new Date('2027-09-15T15:00:00Z'), label: 'Stage 2' },
      ],
      budget: { amount: '21000000.00', currency: 'EUR' },
      grantMin: { amount: '4000000.00', currency: 'EUR' },
      grantMax: { amount: '7000000.00', currency: 'EUR' },
      minPartners: 3,
      minCountries: 3,
      language: 'en',
      source: {
        system: 'EU_PORTAL',
        externalId: 'HORIZON-MISS-2027-03-OCEAN-01',
        url: 'https://example.org/topic-details/HORIZON-MISS-2027-03-OCEAN-01',
      },
      assumed: [
        ...['deadlines.0.label', 'deadlines.0.time', 'deadlines.1.label', 'deadlines.1.time', 'funder'],
        ...['minCountries', 'minPartners', 'opensAt.time', 'summary.sv', 'title.sv'],
      ],
      zone: 'Europe/Brussels',
    });
    expect(notes.length).toBeGreaterThan(0);
  });

  it('assumes 17:00 in Brussels for a deadline at midnight, and says that it is assumed', async () => {
    const draft = await draftOf(
      'EU_PORTAL',
      topic({ deadlineDate: ['2027-07-01T00:00:00.000+0000'], deadlineModel: ['single-stage'] }),
    );
    expect(draft.deadlines).toEqual([{ at: new Date('2027-07-01T15:00:00Z') }]);
    expect(notesOf(draft)).toContain('2027-07-01 has no time; 17:00 in Brussels is assumed');
  });

  it('keeps a deadline with a time of its own', async () => {
    const draft = await draftOf(
      'EU_PORTAL',
      topic({ deadlineDate: ['2027-07-01T10:30:00.000+0000'], deadlineModel: ['single-stage'] }),
    );
    expect(draft.deadlines).toEqual([{ at: new Date('2027-07-01T10:30:00Z') }]);
    expect(notesOf(draft)).not.toContain('Brussels');
  });

  it.each([
    ['two-stage', 'TWO_STAGE', ['Stage 1', 'Stage 2']],
    ['multiple cut-off', 'MULTIPLE_CUT_OFF', ['Cut-off 1', 'Cut-off 2']],
  ])('reads several deadlines of a %s topic as %s', async (word, model, labels) => {
    const draft = await draftOf('EU_PORTAL', topic({ deadlineModel: [word] }));
    expect([draft.deadlineModel, draft.deadlines.map(({ label }) => label)]).toEqual([model, labels]);
  });

  it('accepts a deadline model that nobody knows, and keeps the word', async () => {
    const draft = await draftOf('EU_PORTAL', topic({ deadlineModel: ['three-wave'] }));
    expect(draft.deadlineModel).toBe('MULTIPLE_CUT_OFF');
    expect(notesOf(draft)).toContain('the source gives "three-wave" and 2 deadlines; read as multiple cut-off');
  });

  it("takes only the topic's own actions of the call's budget", async () => {
    const own = {
      action: 'LIFE-01 - LIFE-PJG',
      budgetYearMap: { 2027: '1 000 000', 2028: 500_000 },
      minContribution: 100_000,
    };
    const other = { action: 'LIFE-01-two-stage - LIFE-PJG', budgetYearMap: { 2027: '99' }, minContribution: 1 };
    const draft = await draftOf(
      'EU_PORTAL',
      topic({ identifier: ['LIFE-01'], budgetOverview: overview({ 1: [own], 2: [other] }) }),
    );
    expect([draft.budget?.amount, draft.grantMin?.amount]).toEqual(['1500000.00', '100000.00']);
  });

  it('takes the only action there is, whatever its name', async () => {
    const only = { action: 'Grants of the programme', budgetYearMap: { 2027: '5000000' } };
    const draft = await draftOf('EU_PORTAL', topic({ budgetOverview: overview({ 7: [only] }) }));
    expect(draft.budget).toEqual({ amount: '5000000.00', currency: 'EUR' });
  });

  it('says so when a budget is cut short at the source, and takes the rest', async () => {
    const [first] = draftsIn(await rowsOf('EU_PORTAL', fixture('eu-portal-search.json')));
    expect([first!.draft.budget, first!.draft.deadlines.length]).toEqual([undefined, 2]);
    expect(notesOf(first!.draft)).toContain('budgetOverview is cut short at the source');
  });

  it("says so when no part of the budget is the topic's", async () => {
    const others = {
      1: [
        { action: 'A - B', budgetYearMap: { 2027: '1' } },
        { action: 'C - D', budgetYearMap: { 2027: '2' } },
      ],
    };
    const draft = await draftOf('EU_PORTAL', topic({ budgetOverview: overview(others) }));
    expect([draft.budget, notesOf(draft)]).toEqual([
      undefined,
      expect.stringContaining("No part of budgetOverview is the topic's own"),
    ]);
  });

  it("finds dates in the budget when the topic's own list is empty", async () => {
    const draft = await draftOf('EU_PORTAL', topic({ deadlineDate: [], deadlineModel: [] }));
    expect(draft.deadlines.map(({ at }) => at.toISOString())).toEqual([
      '2027-02-17T16:00:00.000Z',
      '2027-09-15T15:00:00.000Z',
    ]);
    expect(draft.deadlineModel).toBe('TWO_STAGE');
  });

  it('reads keywords in both of their shapes', async () => {
    const [first, second] = draftsIn(await rowsOf('EU_PORTAL', fixture('eu-portal-search.json')));
    expect(first!.draft.keywords).toContain('Soil biodiversity');
    expect(second!.draft.keywords).toContain('Folklore studies');
    expect(second!.draft.keywords).not.toContain('HORIZON-CL2-2024-TRANSFORMATIONS-01-08');
  });

  it('bears metadata lists that are empty', async () => {
    const { metadata } = shape()[0];
    const empty = Object.fromEntries(Object.keys(metadata).map(key => [key, []]));
    const [refused] = faultsIn(await rowsOf('EU_PORTAL', topic(empty)));
    expect(refused).toMatchObject({ row: 1, faults: [{ code: 'REQUIRED', path: ['metadata', 'identifier'] }] });
    const draft = await draftOf('EU_PORTAL', topic({ ...empty, identifier: ['X-1'] }));
    expect([draft.identifier, draft.deadlines, draft.deadlineModel]).toEqual(['X-1', [], 'SINGLE_STAGE']);
  });

  it('names the programme by the identifier when the code is unknown', async () => {
    const draft = await draftOf('EU_PORTAL', topic({ frameworkProgramme: ['1'], identifier: ['LIFE-2027-X'] }));
    expect([draft.programme, notesOf(draft)]).toEqual([
      'LIFE',
      expect.stringContaining('frameworkProgramme 1 is an unknown code'),
    ]);
  });

  it('leads people to the page of a topic and not to its data', async () => {
    const draft = await draftOf('EU_PORTAL', topic({ url: ['https://ec.europa.eu/data/topicDetails/A.json'] }));
    expect(draft.url).toMatch(/\/screen\/opportunities\/topic-details\/HORIZON-MISS-2027-03-OCEAN-01$/);
  });

  it('leaves out a tender', async () => {
    expect(skippedIn(await rowsOf('EU_PORTAL', topic({ type: ['0'] })))).toHaveLength(1);
  });

  it('keeps a cascade call apart from the topic whose identifier it carries', async () => {
    const rows = await allOf(mergeRows('EU_PORTAL', readCalls('EU_PORTAL', fixture('eu-portal-shape.json'))));
    const drafts = draftsIn(rows).map(({ draft }) => draft);
    expect(drafts.map(({ identifier }) => identifier)).toEqual([
      'HORIZON-MISS-2027-03-OCEAN-01',
      'LIFE-2027-SAP-ENV',
      'HORIZON-MISS-2027-03-OCEAN-01/3EXAMPLECOMPETITIVE_CALL',
    ]);
    expect(drafts[2]).toMatchObject({
      title: { en: 'Open call for coastal SMEs' },
      budget: { amount: '1400000.00', currency: 'EUR' },
    });
    expect(drafts[2]!.minPartners).toBeUndefined();
  });

  it('gives a cascade call its own title, text and budget, and none of its topic', async () => {
    const cascade = {
      type: ['8'],
      title: ['The topic'],
      descriptionByte: ['<p>What the topic is about</p>'],
      callTitle: ['Coast Lab Vouchers'],
      description: ['<p>Each voucher is at most <strong>€610</strong>.</p>'],
      budget: ['30500'],
      currency: [],
      deadlineModel: ['single-stage'],
      deadlineDate: ['2035-09-02T03:59:00.000+0000'],
    };
    const draft = await draftOf('EU_PORTAL', topic(cascade));
    expect([draft.title.en, draft.summary!.en, draft.budget]).toEqual([
      'Coast Lab Vouchers',
      'Each voucher is at most €610.',
      { amount: '30500.00', currency: 'EUR' },
    ]);
    expect(JSON.stringify(draft)).not.toMatch(/topic is about|The topic/);
    const nameless = await draftOf('EU_PORTAL', topic({ ...cascade, callTitle: [] }, { summary: 'Vouchers' }));
    expect(nameless.title.en).toBe('Vouchers');
    const data = { ...cascade, url: ['https://ec.europa.eu/data/competitive.json'] };
    const linked = await draftOf('EU_PORTAL', topic(data, { reference: '21143COMPETITIVE_CALLen' }));
    expect(linked.url).toMatch(/\/competitive-calls-cs\/21143$/);
  });

  it.each([
    '2035-06-01T00:00:00.000+0200',
    '2035-06-01T00:00:00.000+0000',
    '2035-05-31T22:00:00.000+0000',
    '2035-06-01T00:00:00Z',
    '2035-06-01 00:00',
    '2035-06-01T24:00:00',
    '2035-06-01',
  ])('reads the midnight %s as 17:00 in Brussels on the first of June', async written => {
    const draft = await draftOf('EU_PORTAL', topic({ deadlineDate: [written], deadlineModel: ['single-stage'] }));
    expect(draft.deadlines).toEqual([{ at: new Date('2035-06-01T15:00:00Z') }]);
    expect(notesOf(draft)).toContain('2035-06-01 has no time; 17:00 in Brussels is assumed');
  });

  it.each([[[{ date: '2035-06-01' }]], [{ date: '2035-06-01' }], [[['2035-06-01']]], [2035], [[true]]])(
    'refuses %j as a deadline',
    async deadlineDate => {
      const [refused] = faultsIn(await rowsOf('EU_PORTAL', topic({ deadlineDate })));
      expect(refused!.faults[0]).toMatchObject({ code: 'INVALID', path: ['metadata', 'deadlineDate'] });
    },
  );

  it('refuses a deadline of another shape in the budget, where the topic has none', async () => {
    const action = { action: 'A', deadlineDates: [{ year: 2035 }] };
    const spoiled = topic({ deadlineDate: [], budgetOverview: overview({ 1: [action] }) });
    expect(faultsIn(await rowsOf('EU_PORTAL', spoiled))).toHaveLength(1);
  });

  it('says a programme that nobody knows by its code, and takes neither the call nor the funder for one', async () => {
    const unknown = { frameworkProgramme: ['99999999'], identifier: ['X-2035-01'], callTitle: ['The call'] };
    const draft = await draftOf('EU_PORTAL', topic(unknown));
    expect([draft.programme, notesOf(draft)]).toEqual([
      'EU programme 99999999',
      expect.stringContaining('frameworkProgramme 99999999 is an unknown code'),
    ]);
    for (const code of ['constructor', '__proto__'])
      expect((await draftOf('EU_PORTAL', topic({ ...unknown, frameworkProgramme: [code] }))).programme).toBe(
        `EU programme ${code}`,
      );
    expect((await draftOf('EU_PORTAL', topic({ ...unknown, frameworkProgramme: ['44773066'] }))).programme).toBe(
      'Just Transition Mechanism',
    );
  });

  it("says the portal's status in words, and reads it in words", async () => {
    const past = { deadlineDate: ['2024-02-07T17:00:00.000+0000'], startDate: [], deadlineModel: ['single-stage'] };
    for (const status of ['31094501', 'Forthcoming', 'forthcoming'])
      expect(notesOf(await draftOf('EU_PORTAL', topic({ ...past, status: [status] })))).toContain(
        'metadata.status is "Forthcoming" in the source; the dates say closed',
      );
    const undated = { deadlineDate: [], deadlineModel: [], budgetOverview: [], status: ['Closed'] };
    expect(skippedIn(await rowsOf('EU_PORTAL', topic(undated)))).toHaveLength(1);
  });

  it('refuses an impossible deadline and names the field', async () => {
    const [refused] = faultsIn(await rowsOf('EU_PORTAL', topic({ deadlineDate: ['2027-02-31T00:00:00.000+0000'] })));
    expect(refused!.faults[0]).toMatchObject({ code: 'INVALID', path: ['metadata', 'deadlineDate'] });
  });
});

describe("The EU portal's bulk file", () => {
  it('reads its grants and leaves out its tenders', async () => {
    const rows = await rowsOf('EU_PORTAL', fixture('eu-portal-grants-tenders.json'));
    expect(draftsIn(rows).map(({ draft }) => draft.identifier)).toEqual([
      'HORIZON-MISS-2026-02-CANCER-05',
      'HORIZON-MISS-2027-02-CANCER-06',
      'AGRIP-MULTI-2021-IM',
      'EDF-EDIP-P-2026-2027-FNLC-SA-SEAP',
      'HORIZON-CL6-2027-01-BIODIV-07',
      'DIGITAL-2026-AI-PILOTING-10-SCREENING',
    ]);
    expect(skippedIn(rows)).toMatchObject([{ row: 7, identifier: 'INTPA/2023/EA-RP/0177-PIN' }]);
  });

  it('reads milliseconds at midnight as a day that ends at 17:00 in Brussels', async () => {
    const draft = await draftOf('EU_PORTAL', bulk({}));
    expect(draft.deadlines).toEqual([{ at: new Date('2026-09-15T15:00:00Z') }]);
    expect(draft.opensAt).toEqual(new Date('2026-02-09T23:00:00Z'));
    expect(notesOf(draft)).toContain('17:00 in Brussels is assumed');
  });

  it('refuses a deadline that is no number', async () => {
    for (const dates of [[{ time: 1 }], ['soon'], [true], { 0: 1791849600000 }])
      expect(faultsIn(await rowsOf('EU_PORTAL', bulk({ deadlineDatesLong: dates })))).toHaveLength(1);
  });

  it('reads several dates without a model as cut-offs, and says so', async () => {
    const draft = await draftOf('EU_PORTAL', bulk({ deadlineDatesLong: [1791849600000, 1802736000000] }));
    expect(draft.deadlineModel).toBe('MULTIPLE_CUT_OFF');
    expect(notesOf(draft)).toContain('the source gives no model and 2 deadlines');
  });

  it('reads two stages from the identifier when the model is missing', async () => {
    const draft = await draftOf(
      'EU_PORTAL',
      bulk({ identifier: 'HORIZON-X-01-two-stage', deadlineDatesLong: [1791849600000, 1802736000000] }),
    );
    expect(draft.deadlineModel).toBe('TWO_STAGE');
  });

  it('names the programme without its short name', async () => {
    expect((await draftOf('EU_PORTAL', bulk({}))).programme).toBe('Horizon Europe');
  });

  it('is the same call as the one the search gives', async () => {
    const fromBulk = await draftOf('EU_PORTAL', bulk({ identifier: 'HORIZON-MISS-2027-03-OCEAN-01' }));
    const fromSearch = await draftOf('EU_PORTAL', topic({}));
    expect(fromBulk.source.externalId).toBe(fromSearch.source.externalId);
  });
});
