import { refuse } from '../../shared/refuse.js';
import { plainWord } from '../../shared/text/plain-word.js';
import { type Bilingual, inQuotes } from '../../shared/text/wording.js';
import type { Partner } from '../partner.js';
import type { PartnerDraft } from './partner-row.js';

/** What a partner is known again by, the surest first. */
const KEYS = ['organisationNumber', 'pic', 'slug', 'name'] as const;
type Key = (typeof KEYS)[number];

/** What is remembered of a partner while a table is imported. */
type Known = Pick<Partner, 'id' | Key>;

/** The partners that there are, by each of the things that they are known again by. */
export class KnownPartners {
  private readonly byKey = new Map<string, Known | 'SEVERAL'>();

  constructor(partners: readonly Partner[]) {
    const byId = new Map(partners.map(partner => [partner.id, partner]));
    for (const partner of partners) {
      let kept = partner;
      // What has been merged leads to the other.
      while (kept.mergedInto) kept = byId.get(kept.mergedInto.id)!;
      this.remember(partner, known(kept));
    }
  }

  add(partner: Known): void {
    this.remember(partner, known(partner));
  }

  private remember(named: Known, kept: Known): void {
    for (const key of KEYS) {
      const value = named[key];
      if (value == null) continue;
      const before = this.byKey.get(keyed(key, value));
      this.byKey.set(keyed(key, value), before && before !== 'SEVERAL' && before.id !== kept.id ? 'SEVERAL' : kept);
    }
  }

  /** The partner that a row speaks of, or none; a row that speaks of two is refused. */
  find(draft: PartnerDraft): string | undefined {
    const found = KEYS.flatMap(key => {
      const known = draft[key] && this.byKey.get(keyed(key, draft[key]));
      return known ? [{ key, known }] : [];
    });
    const [first] = found;
    if (!first) return undefined;
    if (first.known === 'SEVERAL') refuse('ALREADY_EXISTS', { path: [first.key], message: SEVERAL });
    const known = first.known;
    const other = found.find(each => each.known !== 'SEVERAL' && each.known.id !== known.id);
    if (other) refuse('ALREADY_EXISTS', { path: [other.key], message: twoPartners(known, other.known as Known) });
    const isFound = new Set<Key>(['name', ...found.map(({ key }) => key)]);
    // A row written from this version of it says what it is to have.
    if (draft.version !== undefined && isFound.has('slug')) return known.id;
    const unlike = KEYS.find(key => !isFound.has(key) && known[key] && draft[key] && known[key] !== draft[key]);
    if (unlike) refuse('ALREADY_EXISTS', { path: [unlike], message: another(known, known[unlike]!) });
    return known.id;
  }
}

function known({ id, organisationNumber, pic, slug, name }: Known): Known {
  return { id, organisationNumber: organisationNumber ?? null, pic: pic ?? null, slug, name };
}

function keyed(key: Key, value: string): string {
  return `${key} ${key === 'name' ? plainWord(value) : value}`;
}

const SEVERAL: Bilingual = {
  sv: 'Flera partner heter så. Ange organisationsnummer, PIC eller kortnamn.',
  en: 'Several partners have that name. Give the organisation number, PIC or short name.',
};

function twoPartners(one: Known, other: Known): Bilingual {
  const [first, second] = [inQuotes(one.name), inQuotes(other.name)];
  return {
    sv: `Raden gäller både ${first.sv} och ${second.sv}. Rätta det som inte stämmer.`,
    en: `The row is about both ${first.en} and ${second.en}. Correct what is wrong.`,
  };
}

function another({ name }: Known, value: string): Bilingual {
  const quoted = inQuotes(name);
  return {
    sv: `${quoted.sv} finns och har ${value}. Är det en annan partner, skriv ett annat namn; annars rätta cellen, eller partnern där den visas.`,
    en: `${quoted.en} is known and has ${value}. If this is another partner, write another name; otherwise correct the cell, or the partner where it is shown.`,
  };
}
