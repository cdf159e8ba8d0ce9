import { useState } from 'react';
import { useQuery } from 'urql';
import { key } from '../client/key';
import { useFollowed } from '../client/stored';
import { FilterChoicesDocument } from '../gql/graphql';
import { useLocale, useWords } from '../language/language';
import { PATH, type Movable } from '../moves/move';
import { Page } from '../parts/page';
import { Column } from './column';
import { FilterBar } from './filter-bar';
import { orderOf, useFilters, useIdeaFilter } from './filters';
import { NewestChange } from './newest-change';
import { StageJump } from './stage-jump';
import { boardWords } from './words';
import '../styles/board.css';

/** All ideas by stage: where each stands, and the way to move them. */
export function Board() {
  const t = useWords(boardWords);
  const locale = useLocale();
  const [choices] = useQuery({ query: FilterChoicesDocument, variables: { locale } });
  const [dragged, setDragged] = useState<Movable | null>(null);
  const [counts, setCounts] = useState<Record<string, number>>({});
  const filters = useFilters();
  const filter = useIdeaFilter(slug => choices.data?.partners.nodes.find(partner => partner.slug === slug)?.id);
  const orderBy = orderOf(filters.value('sort'), Boolean(filter.text));
  const waiting = Boolean(filters.value('partner')) && !choices.data;
  return (
    <Page title={t.title} heading={<BoardHeading />}>
      <FilterBar choices={choices.data} filters={filters} />
      <StageJump counts={counts} />
      <div className={dragged ? 'board dragging' : 'board'}>
        {PATH.map(stage => (
          <Column
            key={stage}
            {...{ stage, filter, orderBy, dragged, setDragged, waiting }}
            filtered={filters.active > 0}
            onCount={count => setCounts(before => (before[stage] === count ? before : { ...before, [stage]: count }))}
          />
        ))}
      </div>
    </Page>
  );
}

function BoardHeading() {
  const t = useWords(boardWords);
  const signedIn = useFollowed(key) !== null;
  return (
    <div className="board-heading">
      <div>
        <h1>{t.title}</h1>
        <p className="lead">{signedIn ? t.intro : t.introReader}</p>
      </div>
      <NewestChange />
    </div>
  );
}
