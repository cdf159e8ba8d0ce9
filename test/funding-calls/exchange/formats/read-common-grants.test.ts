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

const answer = (changes: object) => ({
  items: [{ ...parsedFixture('common-grants-california.json').items[2], ...changes }],
});
const closing = (event: object) => answer({ keyDates: { closeDate: { name: 'Application deadline', ...event } } });

describe('CommonGrants', () => {
  it('reads every opportunity of the sample', async () => {
    const rows = await rowsOf('COMMON_GRANTS', fixture('common-grants-california.json'));
    expect([draftsIn(rows).length, faultsIn(rows), skippedIn(rows)]).toEqual([12, [], []]);
  });

  it('reads a whole opportunity field by field', async () => {
    const { notes, summary, ...draft } = await draftOf('COMMON_GRANTS', answer({}));
    expect(draft).toEqual({
      identifier: parsedFixture('common-grants-california.json').items[2].id,
      title: { sv: 'Tire Incentive Program', en: 'Tire Incentive Program' },
      programme: draft.funder,
      funder: parsedFixture('common-grants-california.json').items[2].customFields.agency.value,
      url: draft.source.url,
      deadlineModel: 'SINGLE_STAGE',
      opensAt: new Date('2025-06-05T07:00:00Z'),
      deadlines: [{ at: new Date('2025-08-20T11:59:00Z') }],
      budget: { amount: '3200000.00', currency: 'USD' },
      source: { system: 'COMMON_GRANTS', externalId: draft.identifier, url: expect.stringMatching(/^https?:/) },
      assumed: ['deadlineModel', 'deadlines.0.time', 'opensAt.time', 'programme', 'summary.sv', 'title.sv'],
      zone: 'UTC',
      closingDateOnly: true,
    });
    expect(summary!.en).toMatch(/^The Tire Incentive Program/);
    expect(notes.map(({ en }) => en)).toContain('keyDates: the times have no time zone; UTC is assumed.');
  });

  it('keeps amounts in words where no number can be read', async () => {
    const draft = await draftOf('COMMON_GRANTS', answer({}));
    expect(draft.summary!.en).toMatch(/\n\nFunding: Between \$25,000 and \$650,000$/);
    expect(draft.summary!.sv).toMatch(/\n\nFinansiering: Between \$25,000 and \$650,000$/);
    const words = await draftOf(
      'COMMON_GRANTS',
      answer({ funding: { totalAmountAvailable: { amount: '$10 million total', currency: 'USD' } } }),
    );
    expect([words.budget, words.summary!.en]).toEqual([
      undefined,
      expect.stringContaining('Funding: $10 million total'),
    ]);
    expect(notesOf(words)).toContain('funding.totalAmountAvailable could not be read: "$10 million total USD"');
  });

  it('reads a closing date of "Ongoing" as open without a deadline', async () => {
    const draft = await draftOf('COMMON_GRANTS', closing({ eventType: 'other', details: 'Ongoing' }));
    expect([draft.deadlineModel, draft.deadlines]).toEqual(['CONTINUOUS', []]);
  });

  it('keeps dates in words', async () => {
    const draft = await draftOf('COMMON_GRANTS', closing({ eventType: 'other', details: 'When the money is gone' }));
    expect(draft.summary!.en).toContain('Deadline: When the money is gone');
    const [, summer] = draftsIn(await rowsOf('COMMON_GRANTS', fixture('common-grants-california.json')));
    expect([summer!.draft.opensAt, summer!.draft.summary!.en]).toEqual([
      undefined,
      expect.stringContaining('Opens: Summer 2025'),
    ]);
  });

  it('takes the end of a period for the deadline and its start for the opening', async () => {
    const period = {
      name: 'Period',
      eventType: 'dateRange',
      startDate: '2027-01-10',
      endDate: '2027-02-20',
      endTime: '17:00:00',
    };
    const draft = await draftOf('COMMON_GRANTS', answer({ keyDates: { postDate: period, closeDate: period } }));
    expect([draft.opensAt, draft.deadlines]).toEqual([
      new Date('2027-01-10T00:00:00Z'),
      [{ at: new Date('2027-02-20T17:00:00Z'), label: 'Period' }],
    ]);
  });

  it('closes a date without a time at the end of the day', async () => {
    const draft = await draftOf('COMMON_GRANTS', closing({ eventType: 'singleDate', date: '2027-02-20' }));
    expect(draft.deadlines).toEqual([{ at: new Date('2027-02-20T23:59:59Z') }]);
  });

  it('uses the time zone when the opportunity names one', async () => {
    const timed = answer({
      customFields: { timeZone: { name: 'timeZone', fieldType: 'string', value: 'America/Los_Angeles' } },
    });
    const draft = await draftOf('COMMON_GRANTS', timed);
    expect(draft.deadlines).toEqual([{ at: new Date('2025-08-20T18:59:00Z') }]);
    expect(notesOf(draft)).not.toContain('UTC is assumed');
  });

  it('keeps who may apply, how many are funded and other dates as text', async () => {
    const draft = await draftOf(
      'COMMON_GRANTS',
      answer({
        funding: { estimatedAwardCount: 10 },
        acceptedApplicantTypes: [{ value: 'higher_education_public' }, { value: 'custom', customValue: 'ports' }],
        keyDates: { otherDates: { award: { name: 'Anticipated award', eventType: 'singleDate', date: '2027-05-01' } } },
      }),
    );
    expect(draft.summary!.en).toContain(
      'Number of awards: estimated 10\nApplicants: higher_education_public, ports\nAnticipated award: 2027-05-01',
    );
  });

  it('keeps a status that nobody knows', async () => {
    const draft = await draftOf('COMMON_GRANTS', answer({ status: { value: 'custom', customValue: 'paused' } }));
    expect(notesOf(draft)).toContain('status.value is "custom: paused" in the source');
  });

  it('reads an answer of get, and a bare list', async () => {
    const [opportunity] = answer({}).items;
    expect((await draftOf('COMMON_GRANTS', { status: 200, message: 'OK', data: opportunity })).identifier).toBe(
      opportunity.id,
    );
    expect((await draftOf('COMMON_GRANTS', [opportunity])).identifier).toBe(opportunity.id);
  });

  it('reads no custom field that it does not know, since it may be about a person', async () => {
    const customFields = { contact: { name: 'contact', fieldType: 'string', value: 'Testperson Exempelsson' } };
    expect(JSON.stringify(await draftOf('COMMON_GRANTS', answer({ customFields })))).not.toContain('Exempelsson');
  });

  it('refuses an opportunity without id or title', async () => {
    const [refused] = faultsIn(await rowsOf('COMMON_GRANTS', answer({ id: null, title: null })));
    expect(refused!.faults.map(({ path }) => path)).toEqual([['id'], ['id'], ['title']]);
  });
});

describe('CommonGrants as servers write it', () => {
  it('is known by the number that the funder gave it (0.5)', async () => {
    const named = async (identifiers: object) => (await draftOf('COMMON_GRANTS', answer({ identifiers }))).identifier;
    expect(await named({ 'opp:us:fon': { registry: { code: 'opp:us:fon' }, id: 'HHS-2035-1' } })).toBe('HHS-2035-1');
    const several = [
      { id: 'OLD-1', status: 'archived' },
      { id: 'NEW-1', status: 'active' },
    ];
    expect(await named({ 'opp:us:fon': { allIds: several } })).toBe('NEW-1');
    expect(await named({ otherIds: { 'opp:se:dnr': { id: '2035-00123' } } })).toBe('2035-00123');
    const { id } = answer({}).items[0];
    expect(await named({ systemId: { id }, otherIds: { 'opp:a:b': { id: '1' }, 'opp:c:d': { id: '2' } } })).toBe(id);
    expect(await named([{ id: 'no collection' }])).toBe(id);
  });

  it.each([
    ['an object', { agency: { value: { code: 'CA', name: 'Coast Agency' } } }, 'Coast Agency'],
    ['a code', { agency: { value: { code: 'CA' } } }, 'CA'],
    ['a string', { agency: { value: 'Coast Agency' } }, 'Coast Agency'],
    ['a field of its own', { issuingAgency: { value: 'Coast Agency' } }, 'Coast Agency'],
  ])('reads who funds from %s', async (_, customFields, funder) => {
    expect((await draftOf('COMMON_GRANTS', answer({ customFields }))).funder).toBe(funder);
  });

  it('reads the dates of competitions where the opportunity has none of its own', async () => {
    const closing = (title: string, date: string) => ({
      title,
      keyDates: {
        openDate: { name: 'Open', eventType: 'singleDate', date: '2035-01-01' },
        closeDate: { name: 'Close', eventType: 'singleDate', date },
      },
    });
    const competitions = [closing('Ports', '2035-05-01'), closing('Islands', '2035-03-01')];
    const draft = await draftOf('COMMON_GRANTS', answer({ keyDates: undefined, competitions }));
    expect([draft.opensAt, draft.deadlines]).toEqual([
      new Date('2035-01-01T00:00:00Z'),
      [
        { at: new Date('2035-03-01T23:59:59Z'), label: 'Islands' },
        { at: new Date('2035-05-01T23:59:59Z'), label: 'Ports' },
      ],
    ]);
    const own = { closeDate: { name: 'Deadline', eventType: 'singleDate', date: '2035-04-01' } };
    const dated = await draftOf('COMMON_GRANTS', answer({ keyDates: own, competitions }));
    expect(dated.deadlines).toEqual([{ at: new Date('2035-04-01T23:59:59Z') }]);
  });

  it('reads the names of dates of the first version', async () => {
    const keyDates = {
      appOpens: { name: 'Opens', date: '2035-01-01' },
      appDeadline: { name: 'Deadline', date: '2035-02-01' },
    };
    const draft = await draftOf('COMMON_GRANTS', answer({ keyDates }));
    expect([draft.opensAt, draft.deadlines]).toEqual([
      new Date('2035-01-01T00:00:00Z'),
      [{ at: new Date('2035-02-01T23:59:59Z') }],
    ]);
  });

  it("keeps what dates are described by at the summary's end", async () => {
    const keyDates = {
      postDate: { name: 'Open', eventType: 'singleDate', date: '2035-01-01', description: 'At noon at the earliest' },
      closeDate: { name: 'Deadline', eventType: 'singleDate', date: '2035-02-01', description: 'By post' },
      otherDates: { award: { name: 'Award', eventType: 'singleDate', date: '2035-05-01', description: 'Preliminary' } },
    };
    const { summary } = await draftOf('COMMON_GRANTS', answer({ funding: {}, keyDates }));
    expect(summary!.en).toMatch(
      /\n\nOpens: At noon at the earliest\nDeadline: By post\nAward: 2035-05-01 Preliminary$/,
    );
    expect(summary!.sv).toMatch(
      /\n\nÖppnar: At noon at the earliest\nSista ansökningsdag: By post\nAward: 2035-05-01 Preliminary$/,
    );
  });

  it('reads an amount of 0 as none, and says so', async () => {
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const funding = { totalAmountAvailable: usd('0'), minAwardAmount: usd('25000'), maxAwardAmount: usd('0.00') };
    const draft = await draftOf('COMMON_GRANTS', answer({ funding }));
    expect([draft.budget, draft.grantMin, draft.grantMax]).toEqual([undefined, usd('25000.00'), undefined]);
    expect(notesOf(draft)).toContain('funding.maxAwardAmount is 0; read as not given');
  });

  it('reads the last day of 2099 as no date, which is how servers write it', async () => {
    const closeDate = { name: 'Deadline', eventType: 'singleDate', date: '2099-12-31', time: '23:59:59' };
    const draft = await draftOf('COMMON_GRANTS', answer({ keyDates: { closeDate } }));
    expect([draft.deadlines, notesOf(draft)]).toEqual([
      [],
      expect.stringContaining('2099-12-31 is read as no date set'),
    ]);
  });

  it.each([
    ['a list of events', { closeDate: [{ date: '2035-01-01' }] }],
    ['a date that is an object', { closeDate: { date: { day: 1 } } }],
    ['a number', { closeDate: 20350101 }],
    ['a time that is an object', { closeDate: { date: '2035-01-01', time: { hour: 5 } } }],
    ['a field that nobody knows', { closeDate: { name: 'Close', value: '2035-01-01' } }],
    ['words in the place of a date', { closeDate: { date: 'late in June' } }],
    ['a list for a timeline', [{ closeDate: '2035-01-01' }]],
  ])('refuses a deadline that is %s', async (_, keyDates) => {
    const [refused] = faultsIn(await rowsOf('COMMON_GRANTS', answer({ keyDates })));
    expect(refused!.faults[0]).toMatchObject({
      code: 'INVALID',
      message: { en: expect.stringContaining('2027-02-15') },
    });
    expect(refused!.faults[0]!.path![0]).toBe('keyDates');
  });

  it("refuses a competition's deadline as strictly", async () => {
    const competitions = [{ title: 'Ports', keyDates: { closeDate: { date: ['2035-01-01'] } } }];
    const [refused] = faultsIn(await rowsOf('COMMON_GRANTS', answer({ keyDates: undefined, competitions })));
    expect(refused!.faults[0]!.path).toEqual(['competitions', 'keyDates', 'closeDate', 'date']);
  });

  it('refuses a page that is shorter than it says, and tells of pages that are not in it', async () => {
    const page = (pageSize: number, totalItems: number) => ({
      ...answer({}),
      paginationInfo: { page: 1, pageSize, totalItems },
    });
    expect(faultsIn(await rowsOf('COMMON_GRANTS', page(100, 12)))).toMatchObject([{ row: 2, breaksOff: true }]);
    const whole = await rowsOf('COMMON_GRANTS', page(1, 12));
    expect([draftsIn(whole).length, faultsIn(whole)]).toEqual([1, []]);
    expect(skippedIn(whole)).toMatchObject([
      { row: 0, skipped: { en: expect.stringContaining("1 of the source's 12") } },
    ]);
    expect(skippedIn(await rowsOf('COMMON_GRANTS', page(100, 1)))).toEqual([]);
  });
});
