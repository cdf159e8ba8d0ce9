import {
  callIdOf,
  opportunityId,
  toCommonGrants,
} from '../../../../src/funding-calls/exchange/formats/common-grants/write-common-grants.js';
import {
  errorAnswer,
  getAnswer,
  listAnswer,
  searchAnswer,
} from '../../../../src/funding-calls/exchange/formats/common-grants/common-grants-answers.js';
import { pageOf, searchOf } from '../../../../src/funding-calls/exchange/formats/common-grants/common-grants-search.js';
import type { ExportedCall } from '../../../../src/funding-calls/exchange/exported-call.js';
import { draftOf, draftsIn, fixture, rowsOf } from '../../../support/calls/calls-from.js';
import { faultsBy, faultsOfIdentifiers } from '../../../support/calls/common-grants.js';
import { expectedDraft, without } from '../../../support/calls/expected-draft.js';
import { anyCall, wholeCall } from '../../../support/calls/exported-calls.js';
import * as fc from '../../../support/properties.js';

async function roundTrip(call: ExportedCall) {
  const draft = await draftOf('COMMON_GRANTS', listAnswer([toCommonGrants(call)], { page: 1, pageSize: 1 }, 1));
  return { source: draft.source, draft: without(draft, 'notes', 'source') };
}

describe('A call as CommonGrants', () => {
  it('is valid by the OpenAPI document, whatever the call', () => {
    fc.assert(
      fc.property(anyCall, fc.constantFrom('SV' as const, 'EN' as const), (call, locale) => {
        const opportunity = toCommonGrants(call, locale);
        expect(faultsBy('CommonGrants.Models.OpportunityBase', opportunity)).toEqual([]);
        expect(faultsOfIdentifiers(opportunity.identifiers)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('comes back the same, whatever the call', async () => {
    await fc.assert(
      fc.asyncProperty(anyCall, async call => {
        expect((await roundTrip(call)).draft).toEqual(expectedDraft(call));
      }),
      { numRuns: 200 },
    );
  });

  it('comes back with the identity of the export', async () => {
    const { source } = await roundTrip(wholeCall);
    expect(source).toEqual({
      system: 'COMMON_GRANTS',
      externalId: opportunityId(wholeCall.id),
      url: 'https://example.org/eruf',
    });
  });

  it('says in the standard fields what they can hold', () => {
    expect(toCommonGrants(wholeCall)).toMatchObject({
      title: 'Green transition',
      description: 'Support & advice.\n\nUp to < 5 MW.',
      status: { value: 'open' },
      funding: { totalAmountAvailable: { amount: '75354267.50', currency: 'SEK' } },
      keyDates: {
        postDate: { eventType: 'singleDate', date: '2026-12-01' },
        closeDate: { name: 'Deadline', eventType: 'singleDate', date: '2027-09-15', time: '12:00:00' },
        otherDates: { deadline1: { name: 'Stage 1', date: '2027-02-15', time: '13:00:00' } },
      },
      source: 'https://example.org/eruf',
      lastModifiedAt: '2026-11-02T11:30:00.000Z',
    });
    expect(toCommonGrants(wholeCall, 'SV').title).toBe('Grön omställning');
  });

  it('writes a Swedish midnight as its own day, and any other opening in UTC', () => {
    const opening = (opensAt: string) => toCommonGrants({ ...wholeCall, opensAt }).keyDates!.postDate;
    expect(opening('2026-05-31T22:00:00Z')).toEqual({ name: 'Opens', eventType: 'singleDate', date: '2026-06-01' });
    expect(opening('2026-05-31T22:30:00Z')).toMatchObject({ date: '2026-05-31', time: '22:30:00' });
  });

  it('has its identifiers as version 0.5 writes them, and is known by them without its custom fields', async () => {
    const { customFields, ...opportunity } = toCommonGrants(wholeCall);
    expect(opportunity.identifiers).toEqual({
      systemId: { registry: { code: 'opp:kickstart-s3:system' }, id: opportunityId(wholeCall.id) },
      otherIds: {
        'opp:kickstart-s3:identifier': { registry: { code: 'opp:kickstart-s3:identifier' }, id: 'ERUF-2027-1' },
      },
    });
    expect((await draftOf('COMMON_GRANTS', [opportunity])).identifier).toBe(customFields['identifier']!.value);
  });

  it('has no identifier that the protocol does not know', () => {
    const { identifiers } = toCommonGrants(wholeCall);
    expect(faultsOfIdentifiers({ ...identifiers, 'opp:se:dnr': { id: '1' } })).not.toEqual([]);
    expect(faultsOfIdentifiers({ ...identifiers, systemId: { id: 'call_1' } })).not.toEqual([]);
  });

  it.each([
    ['FORTHCOMING', { value: 'forecasted' }],
    ['OPEN', { value: 'open' }],
    ['CLOSED', { value: 'closed' }],
    ['CANCELLED', { value: 'custom', customValue: 'cancelled' }],
  ] as const)('is %s in the words of the protocol', (status, expected) => {
    expect(toCommonGrants({ ...wholeCall, status }).status).toMatchObject(expected);
  });

  it('keeps what the sample of California says, read, exported and read again', async () => {
    const drafts = draftsIn(await rowsOf('COMMON_GRANTS', fixture('common-grants-california.json')));
    for (const { draft } of drafts) {
      const rest = without(
        draft,
        'keywords',
        'countries',
        'language',
        'notes',
        'source',
        'assumed',
        'zone',
        'closingDateOnly',
      );
      const call: ExportedCall = { ...wholeCall, ...EMPTY, ...rest, status: 'OPEN' };
      expect((await roundTrip(call)).draft).toEqual(rest);
    }
  });

  it('has one UUID for its id, both ways', () => {
    expect(callIdOf(opportunityId(wholeCall.id))).toBe(wholeCall.id);
    expect(callIdOf('no-uuid')).toBeNull();
  });
});

const EMPTY = {
  summary: null,
  url: null,
  opensAt: null,
  budget: null,
  grantMin: null,
  grantMax: null,
  fundingRate: null,
  minPartners: null,
  minCountries: null,
  requiredSectors: [],
  trlMin: null,
  trlMax: null,
  focusAreas: [],
  environmentalObjectives: [],
};

describe('The answers of CommonGrants', () => {
  const item = toCommonGrants(wholeCall);

  it('are valid by the OpenAPI document', () => {
    const found = searchOf({
      search: 'grön',
      filters: { status: { operator: 'in', value: ['open'] } },
      pagination: { page: 2, pageSize: 10 },
    });
    if ('faults' in found) throw new Error('refused');
    expect(faultsBy('Answers.list', listAnswer([item], { page: 1, pageSize: 10 }, 1))).toEqual([]);
    expect(faultsBy('Answers.get', getAnswer(item))).toEqual([]);
    expect(faultsBy('Answers.search', searchAnswer([item], found.search, 11))).toEqual([]);
    expect(faultsBy('CommonGrants.Responses.Error', errorAnswer(404, 'Not found', [{ message: 'Not found' }]))).toEqual(
      [],
    );
    expect(
      faultsBy('Answers.list', { status: 200, message: 'Success', items: [{ ...item, id: 'call_1' }] }),
    ).not.toEqual([]);
  });

  it('count the pages', () => {
    expect(listAnswer([], { page: 3, pageSize: 10 }, 21).paginationInfo).toEqual({
      page: 3,
      pageSize: 10,
      totalItems: 21,
      totalPages: 3,
    });
  });

  it('take page and pageSize from a query, and refuse what is no page', () => {
    expect(pageOf({ page: '2', pageSize: '50' })).toEqual({ page: { page: 2, pageSize: 50 } });
    expect(pageOf({})).toEqual({ page: { page: 1, pageSize: 100 } });
    for (const given of [{ page: 0 }, { page: 'x' }, { pageSize: 1.5 }, { pageSize: 5_000 }])
      expect(pageOf(given)).toHaveProperty('faults');
  });
});
