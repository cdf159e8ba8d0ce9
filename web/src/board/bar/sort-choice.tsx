import { useWords } from '../../language/language';
import { Choice } from '../choice';
import type { NamedCode } from '../choices';
import type { Filters } from '../filters';
import { addressOf, orderNamed, type OrderName } from '../order';

const words = {
  sort: { sv: 'Ordning', en: 'Order' },
  due: { sv: 'Närmast sista ansökningsdag', en: 'Nearest deadline' },
  updated: { sv: 'Senast ändrad', en: 'Latest change' },
  waiting: { sv: 'Längst i steget', en: 'Longest in stage' },
  title: { sv: 'Titel', en: 'Title' },
  code: { sv: 'Nummer', en: 'Number' },
  created: { sv: 'Senast skapad', en: 'Newest' },
  relevance: { sv: 'Bäst träff', en: 'Best match' },
  reversed: {
    sv: (order: string) => `${order}, omvänt`,
    en: (order: string) => `${order}, reversed`,
  },
};

const OFFERED: readonly OrderName[] = ['due', 'updated', 'waiting', 'title', 'code', 'created'];

/** The order of the ideas. A search begins with what fits best, and may be ordered otherwise. */
export function SortChoice({ filters }: { filters: Filters }) {
  const t = useWords(words);
  const first = filters.value('q') ? 'relevance' : 'due';
  const chosen = orderNamed(filters.value('sort'), first === 'relevance');
  const orders: NamedCode[] = OFFERED.filter(name => name !== first).map(name => [name, t[name]]);
  // Only a heading of the table turns an order round; what it chose stands here too.
  if (chosen.reversed) orders.push([addressOf(chosen), t.reversed(t[chosen.name])]);
  return <Choice name="sort" label={t.sort} first={t[first]} choices={orders} filters={filters} />;
}
