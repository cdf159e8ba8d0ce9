import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { ApiKey } from '../../../src/access/keys/api-key.js';
import { at } from '../../../src/shared/time/clock.js';
import type { Refusal } from '../../../src/shared/refuse.js';
import { days, MOMENT } from '../../support/world/moments.js';

const issue = (key: Partial<Parameters<typeof ApiKey.issue>[0]> = {}, secret?: string) =>
  at(MOMENT, () => ApiKey.issue({ name: ' Tavlan ', role: 'INTEGRATOR', ...key }, secret));

function faultsOf(deed: () => unknown): unknown[] {
  try {
    deed();
    return [];
  } catch (error) {
    return (error as Refusal).faults.map(({ code, path }) => [code, ...(path ?? [])]);
  }
}

describe('a new key', () => {
  it('is kept as the hash and the beginning of a secret that nobody could guess', () => {
    const { apiKey, secret } = issue();
    expect(secret).toMatch(/^ks3_[0-9a-f]{40}$/);
    expect(apiKey).toMatchObject({
      name: 'Tavlan',
      prefix: secret.slice(0, 12),
      hash: createHash('sha256').update(secret).digest('hex'),
      partner: null,
      grants: [],
      createdAt: MOMENT,
      expiresAt: null,
    });
    expect(issue().secret).not.toBe(secret);
  });

  it.each([
    ['has no name', { name: '  ' }, ['REQUIRED', 'name']],
    ['is for a partner that is not told', { role: 'PARTNER' as const }, ['REQUIRED', 'partnerId']],
    [
      'has grants but is no integrator',
      { role: 'ADMIN' as const, grants: ['ACTIVITY' as const] },
      ['INVALID', 'grants'],
    ],
    ['ends at this moment', { expiresAt: MOMENT }, ['INVALID', 'expiresAt']],
  ])('is refused when it %s', (_what, key, fault) => {
    expect(faultsOf(() => issue(key))).toEqual([fault]);
  });

  it('may be an administrator without grants, or an integrator with some that ends later', () => {
    expect(faultsOf(() => issue({ role: 'ADMIN', grants: [] }))).toEqual([]);
    const { apiKey } = issue({ grants: ['ACTIVITY'], expiresAt: new Date(days(0, 1)) });
    expect(apiKey).toMatchObject({ grants: ['ACTIVITY'], expiresAt: new Date(days(0, 1)) });
  });
});

describe('a feed token', () => {
  const end = (key: Parameters<typeof issue>[0], expiresAt?: Date) =>
    at(MOMENT, () => issue(key).apiKey.makeFeedToken({ name: 'Kalendern', expiresAt }).apiKey.expiresAt);
  const inAYear = new Date(MOMENT);
  inAYear.setUTCFullYear(MOMENT.getUTCFullYear() + 1);
  const [soon, later] = [new Date(days(30)), new Date(days(60))];

  it('ends in a year or with the key that makes it, whichever comes first, or before', () => {
    expect(end({})).toEqual(inAYear);
    expect(end({ expiresAt: soon })).toEqual(soon);
    expect(end({ expiresAt: later }, soon)).toEqual(soon);
    expect(end({}, inAYear)).toEqual(inAYear);
  });

  it.each([
    ['than a year', {}, new Date(inAYear.getTime() + 1)],
    ['than the key that makes it', { expiresAt: soon }, later],
  ])('is never made to last longer %s', (_, key, expiresAt) => {
    expect(faultsOf(() => end(key, expiresAt))).toEqual([['INVALID', 'expiresAt']]);
  });

  it('stands for the same partner, with no grant but to see all ideas', () => {
    const { apiKey } = issue({ grants: ['ALL_IDEAS', 'ACTIVITY', 'CONFIDENTIAL'] });
    expect(at(MOMENT, () => apiKey.makeFeedToken({ name: 'Skärm' })).apiKey).toMatchObject({
      role: 'INTEGRATOR',
      grants: ['ALL_IDEAS'],
      feedOnly: true,
      works: expect.any(Boolean),
    });
  });
});

describe('a key', () => {
  it('works until it expires', () => {
    const { apiKey } = issue({ expiresAt: new Date(days(1)) });
    expect(at(new Date(days(1, -1)), () => apiKey.works)).toBe(true);
    expect(at(new Date(days(1)), () => apiKey.works)).toBe(false);
    expect(issue().apiKey.works).toBe(true);
  });

  it('works until it is revoked, which is once', () => {
    const { apiKey } = issue();
    at(MOMENT, () => apiKey.revoke());
    expect([apiKey.works, apiKey.revokedAt]).toEqual([false, MOMENT]);
    expect(faultsOf(() => apiKey.revoke())).toEqual([['ILLEGAL_TRANSITION']]);
  });
});
