import {
  draftOf,
  draftsIn,
  faultsIn,
  fixture,
  notesOf,
  parsedFixture,
  rowsOf,
  skippedIn,
} from '../../support/calls-from.js';

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
