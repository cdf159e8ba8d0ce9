import type { IdeaRow, JoinRequestRow, LinkRow, StatusUpdateRow } from '../service/stored-rows.js';
import { type Asking, by } from './asking.js';
import { columns, type Fields, moments, texts } from './fields.js';
import { nodeOf } from './node.js';
import { orderTold } from './paging/lists.js';
import { page } from './paging/pages.js';

/** What only those inside the idea see. */
const toldOf = ({ rows, eyes }: Asking, idea: IdeaRow) =>
  orderTold(eyes.isInside(idea) ? rows.status_update.filter(({ idea_id }) => idea_id === idea.id) : []);

/** One cursor may be asked of the lists of several ideas: it is a place in the list of the idea that it lies in. */
function placeIn({ rows, eyes, cursors }: Asking): (cursor: string) => StatusUpdateRow | null {
  const seen = orderTold(rows.status_update.filter(each => eyes.isInside(eyes.ideaOf(each)))).rows;
  return cursor => {
    const row = seen[Math.floor((seen.length * Number(cursor.split(':')[1])) / 100)] ?? null;
    cursors.set(cursor, { list: 'statusUpdates', args: { ideaId: row?.idea_id }, id: row?.id ?? null });
    return row;
  };
}

export const TOLD_OF_IDEA: Fields<IdeaRow> = {
  health: (idea, _, asking) => toldOf(asking, idea).rows[0]?.health ?? null,
  statusUpdatedAt: (idea, _, asking) => {
    const [newest] = toldOf(asking, idea).rows;
    return newest ? new Date(newest.at).toISOString() : null;
  },
  statusUpdates: (idea, args, asking) => {
    return page(toldOf(asking, idea), { first: 10, ...args }, placeIn(asking));
  },
  links: (idea, _, { rows, eyes }) =>
    rows.link
      .filter(({ idea_id, removed_at }) => idea_id === idea.id && removed_at === null && eyes.isInside(idea))
      .sort(
        by(
          ({ added_at }) => new Date(added_at).getTime(),
          ({ id }) => id,
        ),
      ),
};

const LATELY = 90 * 86_400_000;

/** What waits for an answer first, then what was answered lately, the newest first. */
export function requestsOf({ rows, eyes, now }: Asking, of: (request: JoinRequestRow) => boolean): JoinRequestRow[] {
  return rows.join_request
    .filter(each => of(each) && eyes.seesJoinRequest(each))
    .filter(({ answered_at: at }) => at === null || new Date(at).getTime() > now.getTime() - LATELY)
    .sort(
      by(
        ({ status }) => status === 'PENDING',
        ({ created_at }) => new Date(created_at).getTime(),
        ({ id }) => id,
      ),
    )
    .reverse();
}

export const JOIN_REQUEST: Fields<JoinRequestRow> = {
  ...columns('id', 'origin', 'role', 'message', 'status', 'reason'),
  ...moments('createdAt', 'answeredAt'),
  idea: (request, _, { eyes }) => {
    const idea = eyes.ideaOf(request);
    return eyes.seesIdea(idea) ? idea : null;
  },
  partner: ({ partner_id }, _, { rows }) => rows.partner.find(({ id }) => id === partner_id),
};

export const STATUS_UPDATE: Fields<StatusUpdateRow> = {
  ...columns('id', 'health', 'nextStepDueOn'),
  ...texts('summary', 'nextStep'),
  ...moments('at'),
  idea: (update, _, { eyes }) => eyes.ideaOf(update),
  by: ({ by_name: name, by_role: role, by_partner_id: partner_id, idea_id }) => ({ name, role, partner_id, idea_id }),
};

export const LINK: Fields<LinkRow> = {
  ...columns('id', 'kind', 'title', 'url'),
  ...moments('addedAt', 'removedAt'),
  idea: (link, _, { eyes }) => eyes.ideaOf(link),
  about: ({ about_id }, _, asking) => (about_id ? nodeOf(asking, about_id) : null),
  addedBy: ({ added_by_name: name, added_by_role: role, added_by_partner_id: partner_id, idea_id }) => ({
    name,
    role,
    partner_id,
    idea_id,
  }),
};
