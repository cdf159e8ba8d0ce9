import { inTwoCurrencies } from '../consortia/joined-promise.js';
import type { Membership } from '../consortia/membership.js';
import { ConsortiumRole } from '../consortia/roles.js';
import type { Idea } from '../ideas/idea.js';
import type { JoinRequest } from '../joining/join-request.js';
import type { Partner } from '../partners/partner.js';
import { wordsOf } from '../shared/described-enum.js';
import { type Fault, fault } from '../shared/refuse.js';

/** Two partners that turn out to be one. */
export interface Merge {
  readonly from: Partner;
  readonly into: Partner;
  readonly reason: string;
}

/** The current memberships of the two in one idea: the one that stays, and the one that gives way to it if both are in. */
export interface Pair {
  readonly idea: Idea;
  readonly stays: Membership;
  readonly yields: Membership | undefined;
}

const ROLES = wordsOf(ConsortiumRole);

/** Of two memberships in one idea that with the stronger role stays; of equal ones the older. */
export function pairIn(idea: Idea, { from, into }: Merge): Pair | undefined {
  const [stays, yields] = idea
    .currentMembers()
    .filter(({ partner }) => partner.id === from.id || partner.id === into.id)
    .sort((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role) || byAge(one, other));
  return stays && { idea, stays, yields };
}

const byAge = (one: Membership, other: Membership) => one.joinedAt.getTime() - other.joinedAt.getTime();

/** What two currencies in one idea stand in the way of, by the idea. */
export function currencyFaults(pairs: readonly Pair[]): Fault[] {
  return pairs
    .filter(({ stays, yields }) => yields && inTwoCurrencies(stays, yields))
    .map(({ idea: { code } }) =>
      fault('INVALID', ['fromId'], {
        sv: `I ${code} har båda lovat pengar, i olika valutor. Ändra det ena åtagandet först.`,
        en: `In ${code} both have promised money, in different currencies. Change one of the commitments first.`,
      }),
    );
}

/**
 * Of the pending requests of the two to one idea those that lapse: all where they are a member, else all but the oldest.
 */
export function lapsing(requests: readonly JoinRequest[], pairs: readonly Pair[]): JoinRequest[] {
  const inside = new Set(pairs.map(({ idea }) => idea.id));
  const oldestFirst = [...requests].sort(
    (one, other) => one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1),
  );
  const ofIdeas = Map.groupBy(oldestFirst, ({ idea }) => idea.id);
  return [...ofIdeas].flatMap(([ideaId, [oldest, ...others]]) => (inside.has(ideaId) ? [oldest!, ...others] : others));
}
