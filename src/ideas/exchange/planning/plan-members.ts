import type { Membership } from '../../../consortia/membership.js';
import type { ConsortiumRole, LetterOfIntent } from '../../../consortia/roles.js';
import { isSame } from '../../../shared/changes.js';
import { type Amount, Money } from '../../../shared/money.js';
import { listed, alikeInBoth, type Bilingual } from '../../../shared/text/wording.js';
import type { Cells } from '../../../tables/cells.js';
import { named, NO_PARTNER } from '../reading/find-named.js';
import type { Named } from '../reading/lookups.js';
import type { Finder } from '../reading/names.js';
import { type PicturedMember, picturedMember } from './picture.js';
import { isEmptied } from '../reading/said.js';
import { type SaidMember, saidMembers } from '../reading/said-members.js';
import { ofCell } from '../../../tables/text/cell-text.js';

/** Who takes part after the import, and what that changes in the consortium. */
export interface PlannedMembers {
  readonly after: readonly PicturedMember[];
  readonly left: readonly Membership[];
  readonly changed: readonly { readonly membership: Membership; readonly to: PicturedMember }[];
  readonly joined: readonly PicturedMember[];
}

/** Reads who takes part; whoever a row leaves out has left only where the row knows of all of them. */
export function plannedMembers(
  cells: Cells,
  partners: Finder<Named>,
  { current, isExact }: { readonly current: readonly Membership[]; readonly isExact: boolean },
): PlannedMembers {
  const before = current.map(picturedMember);
  const said = saidMembers(cells, partners, isExact);
  const stay = said && before.filter(({ partnerId }) => !said.some(({ partner }) => partner.id === partnerId));
  const named = said ? said.map(member => asSaid(member, before)) : before;
  if (!isExact && stay?.length) cells.remarks.note(notNamed(stay));
  const all = [...named, ...(isExact ? [] : (stay ?? []))];
  const after = coordinated(cells, partners, { before, said: said ?? [], all, isExact });
  const membershipOf = (id: string) => current.find(({ partner }) => partner.id === id);
  return {
    after,
    left: current.filter(({ partner }) => !after.some(({ partnerId }) => partnerId === partner.id)),
    joined: after.filter(({ partnerId }) => !membershipOf(partnerId)),
    changed: after.flatMap(to => {
      const membership = membershipOf(to.partnerId);
      return membership && !isSame(picturedMember(membership), to) ? { membership, to } : [];
    }),
  };
}

function asSaid({ partner, role, letter, commitment }: SaidMember, before: readonly PicturedMember[]): PicturedMember {
  const was = before.find(({ partnerId }) => partnerId === partner.id);
  return {
    partnerId: partner.id,
    name: partner.name,
    role: role ?? was?.role ?? 'BENEFICIARY',
    letter: letter ?? was?.letter ?? 'NONE',
    commitment: commitment === undefined ? (was?.commitment ?? null) : commitment && inFull(commitment),
  };
}

function inFull(amount: Amount): Amount {
  const { amount: full, currency } = Money.of(amount);
  return { amount: full, currency };
}

interface Coordination {
  readonly before: readonly PicturedMember[];
  readonly said: readonly SaidMember[];
  readonly all: readonly PicturedMember[];
  readonly isExact: boolean;
}

/**
 * The members with the one coordinator that the row names, in its column or by the roles. In a row that was exported
 * either may still say what was so: then the other, which says something new, counts.
 */
function coordinated(cells: Cells, partners: Finder<Named>, given: Coordination): readonly PicturedMember[] {
  const { before, said, all, isExact } = given;
  const was = before.find(({ role }) => role === 'COORDINATOR')?.partnerId;
  const [filled] = cells.all('coordinator');
  const column = filled && named(cells, filled, ofCell(filled.cell), { names: partners, none: NO_PARTNER });
  const byRole = said.filter(({ role }) => role === 'COORDINATOR').map(({ partner }) => partner);
  const news = [...(column ? [column] : []), ...byRole].filter(({ id }) => !(isExact && id === was));
  const [first, ...others] = [...new Map(news.map(partner => [partner.id, partner])).values()];
  if (others.length > 0) {
    cells.remarks.wrong(cells.column(column ? 'coordinator' : 'roles'), TWO_COORDINATORS);
    return all;
  }
  if (first) return withCoordinator(all, first);
  const isTakenAway = isExact && isEmptied(cells, 'coordinator') && was !== undefined;
  return isTakenAway ? all.map(member => (member.partnerId === was ? asUsual(member) : member)) : all;
}

function withCoordinator(
  all: readonly PicturedMember[],
  { id, name }: { readonly id: string; readonly name: string },
): readonly PicturedMember[] {
  const others = all.map(member => {
    if (member.partnerId === id) return { ...member, role: 'COORDINATOR' as const };
    return member.role === 'COORDINATOR' ? asUsual(member) : member;
  });
  if (others.some(({ partnerId }) => partnerId === id)) return others;
  return [...others, { partnerId: id, name, role: 'COORDINATOR', letter: 'NONE', commitment: null }];
}

const asUsual = (member: PicturedMember) => ({ ...member, role: 'BENEFICIARY' as const });

const TWO_COORDINATORS: Bilingual = {
  sv: 'Raden nämner två koordinatorer. En idé har högst en.',
  en: 'The row names two coordinators. An idea has one at most.',
};

function notNamed(members: readonly PicturedMember[]): Bilingual {
  const { sv, en } = listed(members.map(({ name }) => alikeInBoth(name)));
  return {
    sv: `${sv} är med i idén men inte i raden, och är kvar. Bara en rad med nummer och version avslutar medlemskap.`,
    en: `${en} takes part in the idea and not in the row, and stays. Only a row with number and version ends memberships.`,
  };
}

/** What a membership is described by. */
export function describedMember({ role, letter, commitment }: PicturedMember) {
  return {
    role: role as ConsortiumRole,
    letterOfIntent: letter as LetterOfIntent,
    commitment: commitment && Money.of(commitment),
  };
}
