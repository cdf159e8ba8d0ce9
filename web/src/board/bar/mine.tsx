import { useQuery } from 'urql';
import { ViewerDocument } from '../../gql/graphql';
import { useWords } from '../../language/language';
import type { Filters } from '../filters';
import { boardWords } from '../words';
import { Mine as MineOf } from '../../parts/mine';

/** Narrows the board to what the viewer's own partner owns or takes part in. */
export function Mine({ filters }: { filters: Filters }) {
  const t = useWords(boardWords);
  const [{ data }] = useQuery({ query: ViewerDocument });
  if (!data?.viewer.partner) return null;
  return <MineOf name={t.mine} filters={filters} />;
}
