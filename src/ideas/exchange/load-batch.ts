import { type EntityManager, LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { FocusArea } from '../../focus-areas/focus-area.js';
import { FundingCall } from '../../funding-calls/funding-call.js';
import { Idea } from '../idea.js';

const PARTS = ['owner', 'memberships.partner', 'focusAreas', 'applications.call', 'transitions', 'project'] as const;

/** Partners before ideas, as a merge locks them: none is merged away while the table is imported. */
export async function lockPartners(em: EntityManager): Promise<void> {
  await (em as SqlEntityManager).execute('select id from partner order by id for share');
}

const LOCK = 'select 1 from idea where id in (?) order by id for update';

/** The ideas that rows speak of, with all that a row can say; locked where they will be changed, by what reads nothing. */
export async function loadIdeas(
  em: EntityManager,
  ids: readonly string[],
  isReal: boolean,
): Promise<Map<string, Idea>> {
  const those = [...new Set(ids)];
  if (those.length === 0) return new Map();
  if (isReal) await (em as SqlEntityManager).execute(LOCK, [those]);
  const found = await em.find(Idea, { id: { $in: those } }, { populate: PARTS });
  return new Map(found.map(idea => [idea.id, idea]));
}

/** What rows choose among, so that references to it are whole; locked where something will refer to it. */
export async function loadChosen(em: EntityManager, calls: readonly string[], isReal: boolean): Promise<void> {
  const lock = { lockMode: isReal ? (LockMode.PESSIMISTIC_READ as const) : (LockMode.NONE as const) };
  await em.find(FocusArea, {}, { ...lock, orderBy: { id: 'asc' } });
  if (calls.length > 0)
    await em.find(FundingCall, { id: { $in: [...new Set(calls)] } }, { ...lock, orderBy: { id: 'asc' } });
}
