import { type CallClock, callStatus, isOpenOrForthcoming, nextDeadline } from '../../src/funding-calls/call-clock.js';
import type { CallStatus } from '../../src/funding-calls/call-status.js';
import * as fc from '../support/properties.js';

const CALL: CallClock = {
  publishedAt: '2026-09-01T08:00:00Z',
  cancelledAt: null,
  opensAt: '2026-10-01T08:00:00Z',
  deadlines: ['2027-03-01T16:00:00Z', '2026-12-01T16:00:00Z'],
  deadlineModel: 'TWO_STAGE',
};

describe('the clock of a funding call', () => {
  it.each<[string, CallStatus, string, Partial<CallClock>]>([
    ['is a draft while nobody has published it', 'DRAFT', '2026-11-01T00:00:00Z', { publishedAt: null }],
    ['is a draft before the moment of its publication', 'DRAFT', '2026-08-31T23:59:59Z', {}],
    ['is forthcoming until it opens', 'FORTHCOMING', '2026-10-01T07:59:59.999Z', {}],
    ['is open from the very moment it opens', 'OPEN', '2026-10-01T08:00:00Z', {}],
    ['is open from its publication when no opening is told', 'OPEN', '2026-09-01T08:00:00Z', { opensAt: null }],
    ['is open while a later deadline is ahead', 'OPEN', '2027-01-15T00:00:00Z', {}],
    ['is open at the very deadline', 'OPEN', '2027-03-01T16:00:00Z', {}],
    ['is closed just after the last deadline', 'CLOSED', '2027-03-01T16:00:00.001Z', {}],
    [
      'is open long after its deadlines when continuous',
      'OPEN',
      '2030-01-01T00:00:00Z',
      { deadlineModel: 'CONTINUOUS' },
    ],
    ['is open with a deadline not known yet', 'OPEN', '2026-11-01T00:00:00Z', { deadlines: [] }],
    [
      'is cancelled from the moment it is called off',
      'CANCELLED',
      '2026-11-01T00:00:00Z',
      { cancelledAt: '2026-11-01T00:00:00Z' },
    ],
    ['was open before it was called off', 'OPEN', '2026-10-31T00:00:00Z', { cancelledAt: '2026-11-01T00:00:00Z' }],
    [
      'is cancelled even as a draft',
      'CANCELLED',
      '2026-11-02T00:00:00Z',
      { publishedAt: null, cancelledAt: '2026-11-01T00:00:00Z' },
    ],
  ])('%s', (_, status, at, changes) => {
    expect(callStatus({ ...CALL, ...changes }, at)).toBe(status);
  });

  it('reads the same from entities as from JSON with another offset', () => {
    const entity: CallClock = { ...CALL, opensAt: new Date('2026-10-01T08:00:00Z') };
    const json: CallClock = { ...CALL, opensAt: '2026-10-01T10:00:00+02:00' };
    for (const at of ['2026-10-01T07:59:59Z', '2026-10-01T08:00:00Z']) {
      expect(callStatus(entity, new Date(at))).toBe(callStatus(json, at));
    }
  });

  it('never goes back as time passes', () => {
    const order: CallStatus[] = ['DRAFT', 'FORTHCOMING', 'OPEN', 'CLOSED', 'CANCELLED'];
    fc.assert(
      fc.property(anyCall, anyMoment, anyMoment, (call, one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        const rank = (at: Date) => order.indexOf(callStatus(call, at));
        expect(rank(later)).toBeGreaterThanOrEqual(rank(earlier));
      }),
    );
  });

  it('has no deadline ahead once closed, and is never closed or cancelled with one ahead', () => {
    fc.assert(
      fc.property(anyCall, anyMoment, (call, at) => {
        if (callStatus(call, at) === 'CLOSED') expect(nextDeadline(call, at)).toBeNull();
        if (nextDeadline(call, at)) expect(['DRAFT', 'FORTHCOMING', 'OPEN']).toContain(callStatus(call, at));
      }),
    );
  });
});

describe('the next deadline', () => {
  it('is the earliest one ahead, in whatever order they are told', () => {
    expect(nextDeadline(CALL, '2026-11-01T00:00:00Z')).toEqual(new Date('2026-12-01T16:00:00Z'));
    expect(nextDeadline(CALL, '2026-12-02T00:00:00Z')).toEqual(new Date('2027-03-01T16:00:00Z'));
  });

  it('is still ahead at its very instant', () => {
    expect(nextDeadline(CALL, '2026-12-01T16:00:00Z')).toEqual(new Date('2026-12-01T16:00:00Z'));
  });

  it('is none when all have passed, or the call is cancelled', () => {
    expect(nextDeadline(CALL, '2027-03-02T00:00:00Z')).toBeNull();
    expect(nextDeadline({ ...CALL, cancelledAt: '2026-10-15T00:00:00Z' }, '2026-11-01T00:00:00Z')).toBeNull();
  });
});

describe('a call worth preparing for', () => {
  it('is open or forthcoming', () => {
    expect(isOpenOrForthcoming(CALL, '2026-09-15T00:00:00Z')).toBe(true);
    expect(isOpenOrForthcoming(CALL, '2026-11-15T00:00:00Z')).toBe(true);
    expect(isOpenOrForthcoming(CALL, '2027-11-15T00:00:00Z')).toBe(false);
    expect(isOpenOrForthcoming({ ...CALL, publishedAt: null }, '2026-11-15T00:00:00Z')).toBe(false);
  });
});

const anyMoment = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
const anyCall: fc.Arbitrary<CallClock> = fc.record({
  publishedAt: fc.option(anyMoment),
  cancelledAt: fc.option(anyMoment),
  opensAt: fc.option(anyMoment),
  deadlines: fc.array(anyMoment, { maxLength: 4 }),
  deadlineModel: fc.constantFrom('SINGLE_STAGE', 'TWO_STAGE', 'MULTIPLE_CUT_OFF', 'CONTINUOUS'),
});
