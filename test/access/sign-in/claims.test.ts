import { claim, rightOf, valuesOf } from '../../../src/access/sign-in/claims.js';
import type { Right } from '../../../src/access/sign-in/oidc-settings.js';
import * as fc from '../../support/properties.js';

describe('a claim', () => {
  it('is found by its name, also one with dots in it', () => {
    expect(claim({ roles: ['a'] }, 'roles')).toEqual(['a']);
    expect(claim({ 'https://example.org/roles': 'a' }, 'https://example.org/roles')).toBe('a');
  });

  it('is found by the way to it', () => {
    expect(claim({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
  });

  it('is not there where the way ends before it', () => {
    for (const payload of [{}, { realm_access: null }, { realm_access: {} }])
      expect(claim(payload, 'realm_access.roles.first')).toBeUndefined();
  });
});

it('a claim holds a list of words, one text, or words with spaces between; nothing else counts', () => {
  expect(valuesOf(['a', 7, 'b', null])).toEqual(['a', 'b']);
  expect(valuesOf('read write')).toEqual(['read write', 'read', 'write']);
  for (const value of [undefined, null, 7, { a: 'b' }]) expect(valuesOf(value)).toEqual([]);
});

describe('the right that a token gives', () => {
  const ROLES: ReadonlyMap<string, Right> = new Map([
    ['region', { role: 'ADMIN', grants: [] }],
    ['partners', { role: 'PARTNER', grants: [] }],
    ['screens', { role: 'INTEGRATOR', grants: ['CONFIDENTIAL', 'ACTIVITY'] }],
    ['boards', { role: 'INTEGRATOR', grants: ['ACTIVITY', 'ALL_IDEAS'] }],
  ]);
  const RANK = ['region', 'partners', 'screens', 'boards', 'else'];

  it('is that of the strongest role, and no grant of a weaker one', () => {
    const values = fc
      .subarray(RANK, { minLength: 1 })
      .chain(some => fc.shuffledSubarray(some, { minLength: some.length }));
    fc.assert(
      fc.property(values, given => {
        const strongest = RANK.find(value => given.includes(value))!;
        const right = rightOf(given, ROLES);
        expect(right?.role).toBe(ROLES.get(strongest)?.role);
        if (right && right.role !== 'INTEGRATOR') expect(right.grants).toEqual([]);
      }),
    );
  });

  it('has the grants of all that give the role, each once', () => {
    expect(rightOf(['screens', 'boards'], ROLES)).toEqual({
      role: 'INTEGRATOR',
      grants: ['ACTIVITY', 'ALL_IDEAS', 'CONFIDENTIAL'],
    });
  });

  it('is none where no value gives a role', () => {
    expect(rightOf(['cook'], ROLES)).toBeNull();
    expect(rightOf([], ROLES)).toBeNull();
  });
});
