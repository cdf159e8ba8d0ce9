import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { exactLine } from '../../shared/text/clean-text.js';
import { line } from '../../tables/text/plain-text.js';
import { FundingCall } from '../funding-call.js';
import type { CallDraft } from './draft/call-draft.js';

/** Identifiers that no cell can hold as they are, such as with double blanks in them, by what a table says of them. */
export type OddIdentifiers = ReadonlyMap<string, string>;

const IDENTIFIERS = 'select identifier from funding_call where deleted_at is null';

export async function oddIdentifiers(em: EntityManager): Promise<OddIdentifiers> {
  const rows = await (em as SqlEntityManager).execute<{ identifier: string }[]>(IDENTIFIERS);
  const all = new Set(rows.map(({ identifier }) => identifier));
  const shown = [...all].map(identifier => [exactLine(identifier), identifier] as const);
  return new Map(shown.filter(([text]) => !all.has(text)));
}

/** Finds the calls that drafts speak of: the same source and id first, else the same identifier. */
export async function knownCalls(
  em: EntityManager,
  drafts: readonly CallDraft[],
  odd: OddIdentifiers,
): Promise<(draft: CallDraft) => FundingCall | undefined> {
  const externalIds = drafts.map(({ source }) => source.externalId);
  const identifiers = drafts.flatMap(({ identifier }) => namesOf(identifier, odd));
  const calls = await em.find(
    FundingCall,
    { deletedAt: null, $or: [{ source: { externalId: { $in: externalIds } } }, { identifier: { $in: identifiers } }] },
    { populate: ['focusAreas'] },
  );
  const bySource = new Map(
    calls.filter(({ source }) => source).map(call => [`${call.source!.system} ${call.source!.externalId}`, call]),
  );
  const byIdentifier = new Map(calls.map(call => [call.identifier, call]));
  return ({ source, identifier }) =>
    bySource.get(`${source.system} ${source.externalId}`) ??
    namesOf(identifier, odd).flatMap(name => byIdentifier.get(name) ?? [])[0];
}

/** What a call may be called that a draft calls so: markup was once taken out of identifiers. */
function namesOf(identifier: string, odd: OddIdentifiers): string[] {
  return [...new Set([odd.get(identifier) ?? identifier, line(identifier)])];
}
