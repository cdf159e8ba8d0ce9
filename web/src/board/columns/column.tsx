import { useMemo } from 'react';
import {
  BoardColumnDocument,
  type IdeaCardFragment,
  type IdeaFilter,
  type IdeaOrder,
  type Stage,
} from '../../gql/graphql';
import { useFollowed } from '../../client/stored';
import { useLocale, useWords } from '../../language/language';
import { newest } from '../../moves/moved';
import { Empty, Failed, Loading } from '../../parts/states';
import { LeftOut } from '../list/left-out';
import { useWithMoved } from '../list/use-arrival';
import { usePages } from '../list/use-pages';
import type { CardSize } from '../view';
import { boardWords } from '../words';
import { Cards } from './cards';
import { ColumnHead } from './column-head';
import { useDrop, type Dragging } from './use-drop';
import type { StageFigures } from './use-figures';

/** What all columns have in common. */
export interface ColumnsAsk extends Dragging {
  filter: IdeaFilter;
  orderBy: IdeaOrder;
  filtered: boolean;
  /** The filters aren't known yet, so asking would answer another question. */
  waiting: boolean;
  size: CardSize;
}

interface ColumnProps extends ColumnsAsk {
  stage: Stage;
  figures: StageFigures | undefined;
  narrow: boolean;
}

/** The ideas of one stage; a card that may come here can be dropped on it. */
export function Column({ stage, figures, narrow, ...ask }: ColumnProps) {
  const t = useWords(boardWords);
  const drop = useDrop(stage, ask);
  const { pages, rows, belongs } = useColumn(stage, ask);
  const { failed } = pages;
  return (
    <section
      className={`column stage-${stage.toLowerCase()} ${drop.look}`}
      aria-labelledby={`stage-${stage}`}
      aria-busy={pages.asking}
      id={stage.toLowerCase()}
      {...drop.handlers}
    >
      {pages.asker}
      <ColumnHead stage={stage} figures={figures} />
      <LeftOut shown={rows?.length} of={figures?.total} />
      {!rows && failed?.error && <Failed error={failed.error} again={failed.again ?? pages.more} />}
      {!rows && !failed && <Loading lines={4} />}
      {rows?.length === 0 && <Empty title={t.emptyColumn}>{ask.filtered && <p>{t.emptyFiltered}</p>}</Empty>}
      {rows && rows.length > 0 && <Cards {...ask} {...{ pages, rows, narrow, belongs }} total={figures?.total} />}
      {drop.look.startsWith('welcome') && <p className="drop-hint">{t.dropHere}</p>}
    </section>
  );
}

function useColumn(stage: Stage, { filter, orderBy, waiting }: ColumnsAsk) {
  const locale = useLocale();
  const variables = useMemo(
    () => ({ filter: { ...filter, stages: [stage] }, orderBy, locale }),
    [filter, stage, orderBy, locale],
  );
  const pages = usePages<IdeaCardFragment>({ query: BoardColumnDocument, variables, waiting });
  const belongs = (idea: IdeaCardFragment) => idea.stage === stage;
  const staying = useStaying(pages.rows, belongs);
  const rows = useWithMoved(staying, { name: pages.name, asking: pages.asking, belongs });
  return { pages, rows, belongs };
}

/** The rows without the one that has gone elsewhere: it leaves at once, before the list has been asked for again. */
function useStaying(
  rows: readonly IdeaCardFragment[] | undefined,
  belongs: (idea: IdeaCardFragment) => boolean,
): readonly IdeaCardFragment[] | undefined {
  const news = useFollowed(newest);
  const newer = (row: IdeaCardFragment) => (news?.id === row.id && news.version > row.version ? news : row);
  return useMemo(() => rows?.filter(row => belongs(newer(row))), [rows, news]);
}
