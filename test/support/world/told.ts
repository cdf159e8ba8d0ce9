import { ConsortiumRole } from '../../../src/consortia/roles.js';
import { JoinRequestOrigin, JoinRequestStatus } from '../../../src/joining/join-request-words.js';
import { LinkKind } from '../../../src/links/link-kind.js';
import { Health } from '../../../src/status-updates/health.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { newId } from '../../../src/shared/ids.js';
import type { IdeaRow, JoinRequestRow, LinkRow, StatusUpdateRow, Tables } from '../service/stored-rows.js';
import type { Chance } from './chance.js';
import { day, days } from './moments.js';

type Around = Pick<Tables, 'idea' | 'partner' | 'membership' | 'application'>;

const actorOf = (chance: Chance, { partner }: Around) => ({
  name: 'En nyckel',
  role: chance.one(['ADMIN', 'PARTNER'] as const),
  partner_id: chance.perhaps(chance.one(partner).id),
});

/** Requests to join in every status, one that waits at most of each partner to each idea; some answered long ago. */
export function joinRequests(chance: Chance, { idea, partner }: Around): JoinRequestRow[] {
  return idea.flatMap(({ id: idea_id }) =>
    chance.some(partner, 3).map(({ id: partner_id }): JoinRequestRow => {
      const status = chance.one(['PENDING' as const, ...wordsOf(JoinRequestStatus)]);
      return {
        id: newId('join'),
        idea_id,
        partner_id,
        origin: chance.one(wordsOf(JoinRequestOrigin)),
        role: chance.one(wordsOf(ConsortiumRole)),
        message: chance.perhaps('Vi kan elnätet.'),
        status,
        created_at: days(-120 - chance.below(2)),
        answered_at: status === 'PENDING' ? null : days(chance.one([-100, -1])),
        reason: chance.perhaps('Vi är fulltaliga.'),
      };
    }),
  );
}

/** How ideas go: some told never, some twice at one moment. */
export function statusUpdates(chance: Chance, around: Around): StatusUpdateRow[] {
  const told = (idea: IdeaRow): StatusUpdateRow => {
    const { name, role, partner_id } = actorOf(chance, around);
    const next = chance.perhaps('Avtalet skrivs.');
    return {
      id: newId('status'),
      idea_id: idea.id,
      at: days(-chance.below(3)),
      by_name: name,
      by_role: role,
      by_partner_id: partner_id,
      health: chance.one(wordsOf(Health)),
      summary_sv: 'Det går framåt.',
      summary_en: chance.perhaps('It moves on.'),
      next_step_sv: next,
      next_step_en: next && chance.perhaps('The agreement is signed.'),
      next_step_due_on: next && chance.perhaps(day(chance.below(30))),
    };
  };
  return around.idea.flatMap(idea => Array.from({ length: chance.below(4) }, () => told(idea)));
}

/** Links at ideas and their parts, some of them removed. */
export function links(chance: Chance, around: Around): LinkRow[] {
  const linked = (idea: IdeaRow): LinkRow => {
    const parts = [...around.membership, ...around.application].filter(({ idea_id }) => idea_id === idea.id);
    const { name, role, partner_id } = actorOf(chance, around);
    return {
      id: newId('link'),
      idea_id: idea.id,
      kind: chance.one(wordsOf(LinkKind)),
      title: chance.one(['Avsiktsförklaring', 'Budget']),
      url: 'https://dokument.example/1',
      about_id: parts.length > 0 ? chance.perhaps(chance.one(parts).id) : null,
      added_at: days(-1 - chance.below(3)),
      added_by_name: name,
      added_by_role: role,
      added_by_partner_id: partner_id,
      removed_at: chance.once(4) ? days(0) : null,
    };
  };
  return around.idea.flatMap(idea => Array.from({ length: chance.below(4) }, () => linked(idea)));
}
