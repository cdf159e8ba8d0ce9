import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { FocusArea } from '../../../focus-areas/focus-area.js';
import { alikeInBoth, alternatives, type Bilingual } from '../../../shared/text/wording.js';
import { Names } from './names.js';

/** Something that a table names, as far as it must be known. */
export interface Named {
  readonly id: string;
  /** As reports show it. */
  readonly name: string;
}

/** An area by its code, and whether it may still be chosen. */
export interface NamedArea extends Named {
  readonly code: string;
  readonly isRetired: boolean;
}

/** What a table of ideas speaks of by name. */
export interface Lookups {
  readonly partners: Names<Named>;
  readonly calls: Names<Named>;
  readonly areas: Names<NamedArea>;
  readonly areaNames: Bilingual;
}

interface PartnerRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly organisation_number: string | null;
  readonly merged_into_id: string | null;
}

const PARTNERS =
  'select id, slug, name, organisation_number, merged_into_id from partner order by merged_into_id nulls first, id';
const CALLS = 'select id, identifier, title_sv, title_en from funding_call where deleted_at is null order by id';

export async function lookupsIn(em: EntityManager): Promise<Lookups> {
  const { areas, areaNames } = areasOf(await em.findAll(FocusArea, { orderBy: { code: 'asc' } }));
  const partners = partnersOf(await (em as SqlEntityManager).execute<PartnerRow[]>(PARTNERS));
  const calls = new Names<Named>();
  type CallRow = { id: string; identifier: string; title_sv: string; title_en: string | null };
  for (const { id, identifier, title_sv, title_en } of await (em as SqlEntityManager).execute<CallRow[]>(CALLS))
    calls.add({ id, name: identifier }, [identifier, title_sv, title_en]);
  return { partners, calls, areas, areaNames };
}

/** What has been merged leads to the other. */
function partnersOf(rows: readonly PartnerRow[]): Names<Named> {
  const [byId, kept] = [new Map(rows.map(row => [row.id, row])), new Map<string, Named>()];
  const names = new Names<Named>();
  for (const row of rows) {
    let standsFor = row;
    while (standsFor.merged_into_id) standsFor = byId.get(standsFor.merged_into_id)!;
    const partner = kept.get(standsFor.id) ?? { id: standsFor.id, name: standsFor.name };
    kept.set(standsFor.id, partner);
    const number = row.merged_into_id ? null : row.organisation_number;
    names.add(partner, [row.name, row.slug, number, number?.replace('-', '')]);
  }
  return names;
}

function areasOf(areas: readonly FocusArea[]): Pick<Lookups, 'areas' | 'areaNames'> {
  const names = new Names<NamedArea>();
  for (const { id, code, name, retiredAt } of areas) {
    // A part is called by its own word too.
    const word = code.split('.').at(-1)!;
    names.add({ id, name: code, code, isRetired: retiredAt != null }, [code, name.sv, name.en, word]);
  }
  const inUse = areas.filter(({ retiredAt }) => !retiredAt).map(({ code }) => alikeInBoth(code));
  return { areas: names, areaNames: alternatives(inUse) };
}
