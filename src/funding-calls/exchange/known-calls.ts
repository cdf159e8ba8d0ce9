import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { exactLine } from '../../shared/text/clean-text.js';
import { line } from '../../tables/text/plain-text.js';
import { FundingCall } from '../funding-call.js';
import type { SourcePlace } from '../sources/call-statement.js';
import type { CallDraft } from './draft/call-draft.js';

type Place = Pick<SourcePlace, 'system' | 'externalId'>;

/** What a call is known again by. */
type Known = Pick<FundingCall, 'id' | 'identifier'> & { readonly source?: Place | null };

const KNOWN = `select id, identifier, source_system as system, source_external_id as "externalId"
  from funding_call where deleted_at is null`;

/** The calls that there are, by what they are known again by: the same source and id there first, else the same identifier. */
export class KnownCalls {
  private readonly bySource = new Map<string, string>();
  private readonly byIdentifier = new Map<string, string>();
  /** Identifiers that no cell can hold as they are, such as with double blanks in them, by what a table says of them. */
  private readonly odd: ReadonlyMap<string, string>;

  private constructor(calls: readonly Known[]) {
    for (const call of calls) this.add(call);
    const shown = calls.map(({ identifier }) => [exactLine(identifier), identifier] as const);
    this.odd = new Map(shown.filter(([text]) => !this.byIdentifier.has(text)));
  }

  static async in(em: EntityManager): Promise<KnownCalls> {
    const rows = await (em as SqlEntityManager).execute<(Known & Place)[]>(KNOWN);
    return new KnownCalls(rows.map(row => ({ ...row, source: row.system ? row : null })));
  }

  add({ id, identifier, source }: Known): void {
    this.byIdentifier.set(identifier, id);
    if (source) this.bySource.set(placeOf(source), id);
  }

  /** The calls that drafts speak of, each in its draft's place. The database is not asked for those that are new. */
  async load(em: EntityManager, drafts: readonly CallDraft[]): Promise<(FundingCall | undefined)[]> {
    const ids = drafts.map(draft => this.find(draft));
    const known = ids.filter(id => id !== undefined);
    if (known.length === 0) return [];
    const calls = await em.find(FundingCall, { id: { $in: known }, deletedAt: null }, { populate: ['focusAreas'] });
    const byId = new Map(calls.map(call => [call.id, call]));
    return ids.map(id => byId.get(id ?? ''));
  }

  private find({ source, identifier }: CallDraft): string | undefined {
    const byName = () => this.namesOf(identifier).flatMap(name => this.byIdentifier.get(name) ?? [])[0];
    return this.bySource.get(placeOf(source)) ?? byName();
  }

  /** What a call may be called that a draft calls so: markup was once taken out of identifiers. */
  private namesOf(identifier: string): string[] {
    return [...new Set([this.odd.get(identifier) ?? identifier, line(identifier)])];
  }
}

function placeOf({ system, externalId }: Place): string {
  return `${system} ${externalId}`;
}
