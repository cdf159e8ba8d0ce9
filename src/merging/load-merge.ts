import type { EntityManager } from '@mikro-orm/core';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Idea } from '../ideas/idea.js';
import { JoinRequest } from '../joining/join-request.js';
import { MERGED_ALREADY, SAME_PARTNER } from '../partners/merged-partners.js';
import { Partner } from '../partners/partner.js';
import { refuse } from '../shared/refuse.js';

/** Rows that refer to a partner hold it by its key alone, so they can be written meanwhile. */
const LOCK = 'select id from partner where id in (?, ?) or merged_into_id = ? order by id for no key update';

/** The two partners, and those that have been merged into the first before; locked in the order of their ids. */
export async function loadPartners(em: EntityManager, fromId: string, intoId: string) {
  const wanted = await em.findOne(Partner, { id: intoId });
  const standing = wanted?.mergedInto?.id ?? intoId;
  await (em as SqlEntityManager).execute(LOCK, [fromId, standing, fromId]);
  const found = { $or: [{ id: { $in: [fromId, standing] } }, { mergedInto: { id: fromId } }] };
  const partners = await em.find(Partner, found, { refresh: true, orderBy: { id: 'asc' } });
  const [from, into] = [fromId, standing].map(id => partners.find(each => each.id === id));
  if (!from) refuse('NOT_FOUND', { path: ['fromId'] });
  if (!into) refuse('NOT_FOUND', { path: ['intoId'] });
  if (from.mergedInto) refuse('ILLEGAL_TRANSITION', { path: ['fromId'], message: MERGED_ALREADY });
  if (into.mergedInto) refuse('CONFLICT', { path: ['intoId'] });
  if (from === into) refuse('INVALID', { path: ['intoId'], message: SAME_PARTNER });
  return { from, into, earlier: partners.filter(({ mergedInto }) => mergedInto?.id === fromId) };
}

/** The ideas that a partner owns, is in or has a pending request to, locked in the order of their ids. */
const IDEAS_OF = `select idea.id from idea where owner_id = ?
    or id in (select idea_id from membership where partner_id = ? and left_at is null)
    or id in (select idea_id from join_request where partner_id = ? and status = 'PENDING')
  order by idea.id for update`;

/** All that refers to the partner in ideas, and what refers to the other in the same ones. */
export async function loadIdeas(em: EntityManager, { from, into }: { from: Partner; into: Partner }) {
  const rows = await (em as SqlEntityManager).execute<{ id: string }[]>(IDEAS_OF, [from.id, from.id, from.id]);
  const ids = rows.map(({ id }) => id);
  const ideas = await em.find(Idea, { id: { $in: ids } }, { populate: ['memberships'], orderBy: { id: 'asc' } });
  const ofThem = { partner: { $in: [from.id, into.id] }, idea: { $in: ids }, status: 'PENDING' as const };
  const requests = await em.find(JoinRequest, ofThem, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });
  return { ideas, requests };
}
