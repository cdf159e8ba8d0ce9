import { useQuery } from 'urql';
import { ViewerDocument, type PaletteQuery } from '../../gql/graphql';
import { STAGE } from '../../language/domain-words';
import { useLanguage, useSay, useWords } from '../../language/language';
import { ownPages, placeWords } from '../places/places';
import { usePlaces } from '../places/use-places';
import type { PageDeed } from './deeds-on-page';
import { plain } from '../../language/plain';

/** One thing to choose in the palette. */
export interface Entry {
  key: string;
  name: string;
  note?: string | undefined;
  group: string;
  /** Where it leads, or what it does. */
  href?: string;
  choose?: () => void;
}

const words = {
  page: { sv: 'På den här sidan', en: 'On this page' },
  places: { sv: 'Gå till', en: 'Go to' },
  ideas: { sv: 'Idéer', en: 'Ideas' },
  calls: { sv: 'Utlysningar', en: 'Calls' },
  partners: { sv: 'Partner', en: 'Partners' },
  keys: { sv: 'Visa kortkommandon', en: 'Show the keys' },
  explorer: { sv: 'Utforska API:et', en: 'Explore the API' },
};

/** So that an empty palette shows a screenful, and typing narrows it. */
const MOST = 12;

/** Those that begin with the text, and those that hold it otherwise. */
function narrowed(entries: readonly Entry[], text: string): { beginning: Entry[]; holding: Entry[] } {
  const wanted = plain(text.trim());
  const begins = ({ name }: Entry) => plain(name).startsWith(wanted);
  const holds = (entry: Entry) => !begins(entry) && plain(`${entry.name} ${entry.note ?? ''}`).includes(wanted);
  return { beginning: entries.filter(begins).slice(0, MOST), holding: entries.filter(holds).slice(0, MOST) };
}

/** What the palette offers for the text that is written. */
export function useEntries(
  text: string,
  deeds: readonly PageDeed[],
  found: PaletteQuery | undefined,
  onKeys: () => void,
): Entry[] {
  const t = useWords(words);
  const place = useWords(placeWords);
  const own = useOwnPlaces();
  const places: Entry[] = usePlaces().map(([href, name]) => ({ key: href, name: place[name], group: t.places, href }));
  const page = deeds.map(({ name, part, choose }, index) => ({
    key: `${index}`,
    name,
    note: part === name ? undefined : part,
    group: t.page,
    choose,
  }));
  const keys: Entry = { key: '?', name: t.keys, group: t.places, choose: onKeys };
  const explorer: Entry = { key: '/explorer', name: t.explorer, group: t.places, href: '/explorer' };
  const { beginning, holding } = narrowed([...places, ...own, explorer, keys, ...page], text);
  return [...beginning, ...useFound(found), ...holding];
}

/** The pages of one's own work. */
function useOwnPlaces(): Entry[] {
  const t = useWords(words);
  const tongue = useLanguage();
  const [{ data }] = useQuery({ query: ViewerDocument });
  return ownPages(data?.viewer.role).map(({ href, name }) => ({
    key: href,
    name: name[tongue],
    group: t.places,
    href,
  }));
}

function useFound(found: PaletteQuery | undefined): Entry[] {
  const t = useWords(words);
  const say = useSay();
  if (!found) return [];
  return [
    ...found.ideas.nodes.map(({ id, code, title, stage }) => ({
      key: id,
      name: `${code} ${title}`,
      note: say(STAGE, stage),
      group: t.ideas,
      href: `/ideas/${code}`,
    })),
    ...found.fundingCalls.nodes.map(({ id, identifier, title }) => ({
      key: id,
      name: title,
      note: identifier,
      group: t.calls,
      href: `/calls/${encodeURIComponent(identifier)}`,
    })),
    ...found.partners.nodes.map(({ id, slug, name }) => ({
      key: id,
      name,
      group: t.partners,
      href: `/partners/${slug}`,
    })),
  ];
}
