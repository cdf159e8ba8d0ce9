import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { refuse } from '../../../shared/refuse.js';
import { plainWord } from '../../../shared/text/plain-word.js';
import { type Bilingual, inQuotes } from '../../../shared/text/wording.js';
import { line } from '../../../tables/text/plain-text.js';

/** An idea as far as a row may mean it. */
interface Known {
  readonly id: string;
  readonly code: string;
  readonly title_sv: string;
  readonly title_en: string | null;
  readonly owner_id: string;
}

/** What a row says of which idea it means. */
export interface Meant {
  readonly code?: string | undefined;
  readonly titles: readonly string[];
  readonly ownerId?: string | undefined;
}

const ALL = 'select id, code, title_sv, title_en, owner_id from idea order by id';

/**
 * The ideas that there are: one is known again by its code; else by its title, in either language, with its owner, since
 * two organisations may have ideas of one title.
 */
export class KnownIdeas {
  private readonly byCode = new Map<string, string>();
  private readonly byTitle = new Map<string, Known[]>();

  static async in(em: EntityManager): Promise<KnownIdeas> {
    const known = new KnownIdeas();
    for (const idea of await (em as SqlEntityManager).execute<Known[]>(ALL)) {
      known.byCode.set(plainWord(idea.code), idea.id);
      for (const key of new Set(titlesOf(idea).map(title => plainWord(line(title))))) {
        const those = known.byTitle.get(key);
        if (those) those.push(idea);
        else known.byTitle.set(key, [idea]);
      }
    }
    return known;
  }

  /** The id of the idea that a row means; undefined where it is a new one. */
  find({ code, titles, ownerId }: Meant): string | undefined {
    if (code !== undefined)
      return this.byCode.get(plainWord(code)) ?? refuse('NOT_FOUND', { path: ['code'], message: noSuchCode(code) });
    const [first, ...others] = new Set(this.titled(titles).flatMap(idea => (idea.owner_id === ownerId ? idea.id : [])));
    if (others.length > 0) refuse('ALREADY_EXISTS', { path: ['titleSv'], message: SEVERAL });
    return first;
  }

  /** The codes of ideas of the same title that others own: perhaps the same one. */
  alike({ titles, ownerId }: Meant): string[] {
    return [...new Set(this.titled(titles).flatMap(idea => (idea.owner_id === ownerId ? [] : idea.code)))];
  }

  private titled(titles: readonly string[]): Known[] {
    return titles.flatMap(title => this.byTitle.get(plainWord(title)) ?? []);
  }
}

function titlesOf({ title_sv, title_en }: Known): string[] {
  return [title_sv, title_en ?? ''].filter(title => title !== '');
}

const SEVERAL: Bilingual = {
  sv: 'Ägaren har flera idéer med den titeln. Skriv idéns nummer.',
  en: "The owner has several ideas of that title. Write the idea's number.",
};

function noSuchCode(code: string): Bilingual {
  const quoted = inQuotes(code);
  return {
    sv: `Det finns ingen idé ${quoted.sv}. Lämna cellen tom för en ny idé; är det tabellens egen numrering, läs inte kolumnen.`,
    en: `There is no idea ${quoted.en}. Leave the cell empty for a new one; if the table numbers its own rows, don't read the column.`,
  };
}
