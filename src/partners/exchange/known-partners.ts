import { refuse } from '../../shared/refuse.js';
import { plainWord } from '../../shared/text/plain-word.js';
import { line } from '../../tables/text/plain-text.js';
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
    for (const keyed of KEYS.flatMap(key => keysOf(key, named[key]))) {
      const before = this.byKey.get(keyed);
      this.byKey.set(keyed, before && before !== 'SEVERAL' && before.id !== kept.id ? 'SEVERAL' : kept);
    }
  }

  private knownBy(key: Key, draft: PartnerDraft): Known | 'SEVERAL' | undefined {
    return keysOf(key, draft[key]).flatMap(each => this.byKey.get(each) ?? [])[0];
  }

  /** The partner that a row speaks of, or none; a row that speaks of two is refused. */
  find(draft: PartnerDraft): string | undefined {
    const found = KEYS.flatMap(key => {
      const known = this.knownBy(key, draft);
      return known ? [{ key, known }] : [];
    });
    const [first] = found;
    if (!first) return undefined;
    if (first.known === 'SEVERAL') refuse('ALREADY_EXISTS', { path: [first.key], message: SEVERAL });
    const known = first.known;
    // What it is called by now says of no other that the row is about it.
    const keeps = draft.name !== undefined && line(known.name) === line(draft.name);
    const others = found.filter(({ key }) => !(keeps && key === 'name'));
    const other = others.find(each => each.known !== 'SEVERAL' && each.known.id !== known.id);
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

/** A name is found as a cell shows it, else whatever its letters, blanks and hyphens. */
function keysOf(key: Key, value: string | null | undefined): string[] {
  if (value == null) return [];
  if (key !== 'name') return [`${key} ${value}`];
  const shown = line(value);
  return [`name ${shown}`, `plain name ${plainWord(shown)}`];
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
