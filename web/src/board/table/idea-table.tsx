import { useMemo } from 'react';
import { useQuery } from 'urql';
import {
  BoardTableDocument,
  ViewerDocument,
  type IdeaFilter,
  type IdeaOrder,
  type IdeaRowFragment,
} from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import { Empty, Failed, Loading } from '../../parts/states';
import type { Filters } from '../filters';
import { LeftOut } from '../list/left-out';
import { useWithMoved } from '../list/use-arrival';
import { usePages } from '../list/use-pages';
import type { Order } from '../order';
import { boardWords } from '../words';
import { Chooser, offeredTo } from './chooser';
import { useChosenFields } from './fields';
import { ANYWHERE, Rows } from './rows';
import '../../styles/table.css';

const words = {
  sorting: {
    sv: 'Rubriker med pil ordnar tabellen. Titlar ordnas efter den svenska titeln.',
    en: 'Headings with an arrow sort the table. Titles are sorted by the Swedish title.',
  },
  none: { sv: 'Inga idéer', en: 'No ideas' },
};

export interface IdeaTableProps {
  filter: IdeaFilter;
  orderBy: IdeaOrder;
  order: Order;
  waiting: boolean;
  filtered: boolean;
  filters: Filters;
  total: number | undefined;
}

/** The ideas as rows: the same as on the board, with the columns one wants, sorted by the service. */
export function IdeaTable({ filter, orderBy, order, waiting, filtered, filters, total }: IdeaTableProps) {
  const t = useWords({ ...words, emptyFiltered: boardWords.emptyFiltered });
  const [{ data: viewer }] = useQuery({ query: ViewerDocument });
  const offered = offeredTo(['ADMIN', 'PARTNER'].includes(viewer?.viewer.role ?? ''));
  const fields = useChosenFields().filter(name => offered.includes(name));
  const money = fields.includes('asked');
  const locale = useLocale();
  const variables = useMemo(() => ({ filter, orderBy, locale, money }), [filter, orderBy, locale, money]);
  const pages = usePages<IdeaRowFragment>({ query: BoardTableDocument, variables, waiting });
  const rows = useWithMoved(pages.rows, { name: pages.name, asking: pages.asking, belongs: ANYWHERE });
  const { failed } = pages;
  return (
    <div className="table-view">
      <div className="table-tools">
        <p className="hint" id="table-sorting">
          {t.sorting}
        </p>
        <Chooser offered={offered} />
      </div>
      {pages.asker}
      <LeftOut shown={rows?.length} of={total} />
      {!rows && failed?.error && <Failed error={failed.error} again={failed.again ?? pages.more} />}
      {!rows && !failed && <Loading lines={6} />}
      {rows?.length === 0 && <Empty title={t.none}>{filtered && <p>{t.emptyFiltered}</p>}</Empty>}
      {rows && rows.length > 0 && <Rows {...{ rows, pages, fields, order, filters, total }} />}
    </div>
  );
}
