import Big from 'big.js';
import type { ExportedCall } from '../../../../src/funding-calls/exchange/exported-call.js';
import { isInRanges } from '../../../../src/funding-calls/exchange/formats/common-grants/common-grants-ranges.js';
import { searchOf } from '../../../../src/funding-calls/exchange/formats/common-grants/common-grants-search.js';
import { inOrder } from '../../../../src/funding-calls/exchange/formats/common-grants/common-grants-sorting.js';
import { faultsBy } from '../../../support/calls/common-grants.js';
import { anyCall, wholeCall } from '../../../support/calls/exported-calls.js';
import * as fc from '../../../support/properties.js';

function searched(body: unknown) {
  const found = searchOf(body);
  if ('faults' in found) throw new Error(JSON.stringify(found));
  return found.search;
}

const range = (min: unknown, max: unknown, operator = 'between') => ({ operator, value: { min, max } });
const euro = (amount: string) => ({ amount, currency: 'EUR' });

describe('A search of CommonGrants', () => {
  it('is understood in our words', () => {
    const body = {
      search: ' kust ',
      filters: {
        status: { operator: 'notIn', value: ['closed', 'custom'] },
        closeDateRange: range('2027-01-01', '2027-01-31'),
        totalFundingAvailableRange: range(euro('1'), euro('2000000.00')),
        minAwardAmountRange: range(euro('1'), euro('2'), 'outside'),
        maxAwardAmountRange: range(euro('3'), euro('4')),
        customFilters: {
          agency: { operator: 'eq', value: 'Vinnova' },
          focusAreas: { operator: 'in', value: ['tech', 'missions'] },
        },
      },
      sorting: { sortBy: 'keyDates.closeDate', sortOrder: 'asc' },
    };
    expect(faultsBy('Requests.search', body)).toEqual([]);
    expect(searched(body)).toEqual({
      text: 'kust',
      filters: {
        statuses: ['FORTHCOMING', 'OPEN'],
        ranges: {
          closeDate: {
            operator: 'between',
            min: new Date('2027-01-01T00:00:00Z'),
            max: new Date('2027-01-31T23:59:59.999Z'),
          },
          budget: { operator: 'between', min: euro('1'), max: euro('2000000.00') },
          grantMin: { operator: 'outside', min: euro('1'), max: euro('2') },
          grantMax: { operator: 'between', min: euro('3'), max: euro('4') },
        },
        custom: { funders: ['Vinnova'], focusAreas: ['tech', 'missions'] },
        given: body.filters,
        errors: [],
      },
      sorting: { sortBy: 'keyDates.closeDate', sortOrder: 'asc', errors: [], field: 'UPDATED_AT' },
      page: { page: 1, pageSize: 100 },
    });
  });

  it('says which filters and orders it left out, and does not fail', () => {
    const { filters, sorting } = searched({
      filters: {
        colour: {},
        customFilters: {
          colour: {},
          agency: { operator: 'like', value: 'x' },
          programme: { operator: 'in', value: [1] },
        },
        status: { operator: 'like', value: 'open' },
        closeDateRange: range('2027-01-01', 'soon'),
        totalFundingAvailableRange: range(1, 2),
        minAwardAmountRange: range(euro('1'), { amount: '2', currency: 'SEK' }),
        maxAwardAmountRange: range(euro('1'), euro('2'), 'near'),
      },
      sorting: { sortBy: 'colour' },
    });
    expect([filters.statuses, filters.ranges, filters.custom, filters.errors.length]).toEqual([null, {}, {}, 9]);
    expect(sorting).toMatchObject({
      sortBy: 'lastModifiedAt',
      sortOrder: 'desc',
      errors: [expect.stringContaining('keyDates.closeDate')],
    });
  });

  it.each([
    'lastModifiedAt',
    'createdAt',
    'title',
    'status.value',
    'keyDates.closeDate',
    'funding.maxAwardAmount',
    'funding.minAwardAmount',
    'funding.totalAmountAvailable',
  ])('takes the order %s of the protocol', sortBy => {
    expect(faultsBy('CommonGrants.Models.OppSorting', { sortBy })).toEqual([]);
    expect(searched({ sorting: { sortBy, sortOrder: 'asc' } }).sorting).toMatchObject({ sortBy, errors: [] });
  });

  it('takes orders of our own as custom ones, and says which there are', () => {
    const sorting = { sortBy: 'custom', customSortBy: 'nextDeadline', sortOrder: 'asc' };
    expect(faultsBy('CommonGrants.Models.OppSorting', sorting)).toEqual([]);
    expect(searched({ sorting }).sorting).toEqual({ ...sorting, errors: [], field: 'NEXT_DEADLINE' });
    for (const customSortBy of ['constructor', 7, undefined])
      expect(searched({ sorting: { ...sorting, customSortBy } }).sorting).toMatchObject({
        sortBy: 'lastModifiedAt',
        errors: [expect.stringContaining('nextDeadline')],
      });
  });

  it('bears any body', () => {
    fc.assert(
      fc.property(fc.anything(), body => {
        searchOf(body);
      }),
    );
    fc.assert(
      fc.property(fc.anything(), anything => {
        searchOf({ search: anything, filters: anything, sorting: anything, pagination: {} });
        searchOf({ filters: { customFilters: anything, closeDateRange: anything, minAwardAmountRange: anything } });
      }),
    );
  });
});

describe('Ranges of a search', () => {
  const closing = (at: string): ExportedCall => ({ ...wholeCall, deadlines: [{ at: '2026-01-01T00:00:00Z' }, { at }] });
  const isIn = (call: ExportedCall, filters: object) => isInRanges(call, searched({ filters }).filters.ranges);

  it('are of the last deadline, the days at both ends within', () => {
    const january = { closeDateRange: range('2027-01-01', '2027-01-31') };
    expect(isIn(closing('2027-01-01T00:00:00Z'), january)).toBe(true);
    expect(isIn(closing('2027-01-31T23:59:59Z'), january)).toBe(true);
    expect(isIn(closing('2027-02-01T00:00:00Z'), january)).toBe(false);
    expect(isIn({ ...wholeCall, deadlines: [] }, january)).toBe(false);
    expect(isIn({ ...closing('2027-01-15T00:00:00Z'), deadlineModel: 'CONTINUOUS' }, january)).toBe(false);
  });

  it.each([
    ['totalFundingAvailableRange', 'budget'],
    ['minAwardAmountRange', 'grantMin'],
    ['maxAwardAmountRange', 'grantMax'],
  ] as const)(
    '%s is of %s, whatever the amounts: inside or outside, in one currency, and never of none',
    (filter, field) => {
      const cents = fc.integer({ min: 0, max: 500 }).map(number => Big(number).div(100).toFixed(2));
      fc.assert(
        fc.property(anyCall, cents, cents, cents, fc.constantFrom('EUR', 'SEK'), (call, amount, min, max, currency) => {
          const told = { ...call, [field]: { amount, currency } };
          const isWithin = currency === 'EUR' && Big(amount).gte(min) && Big(amount).lte(max);
          expect(isIn(told, { [filter]: range(euro(min), euro(max)) })).toBe(isWithin);
          expect(isIn(told, { [filter]: range(euro(min), euro(max), 'outside') })).toBe(
            currency === 'EUR' && !isWithin,
          );
          expect(isIn({ ...call, [field]: null }, { [filter]: range(euro(min), euro(max), 'outside') })).toBe(false);
        }),
      );
    },
  );
});

describe('An order of a search', () => {
  it('has what is asked for, both ways, and calls without it last', () => {
    const calls: ExportedCall[] = [
      ['1', '300'],
      ['2', null],
      ['3', '20.50'],
    ].map(([place, amount]) => ({
      ...wholeCall,
      id: `call_${place}`,
      grantMax: amount ? euro(amount) : null,
    }));
    const ids = (sortOrder: string) =>
      inOrder(calls, searched({ sorting: { sortBy: 'funding.maxAwardAmount', sortOrder } }).sorting).map(
        ({ id }) => id,
      );
    expect(ids('asc')).toEqual(['call_3', 'call_1', 'call_2']);
    expect(ids('desc')).toEqual(['call_1', 'call_3', 'call_2']);
  });
});
