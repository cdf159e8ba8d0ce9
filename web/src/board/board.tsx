import { useState } from 'react';
import { key } from '../client/key';
import { useFollowed } from '../client/stored';
import type { FilterChoicesQuery } from '../gql/graphql';
import { useWords } from '../language/language';
import { PATH, type Movable } from '../moves/move';
import { Page } from '../parts/page';
import { Column } from './column';
import { FilterBar } from './filter-bar';
import { orderOf, useFilters, useIdeaFilter, type Filters } from './filters';
import { NewestChange } from './newest-change';
import { useOffered } from './offered';
import { StageJump } from './stage-jump';
import { Unknown, unknownIn } from './unknown';
import { useChoices } from './use-choices';
import { boardWords } from './words';
import '../styles/board.css';

/** All ideas by stage: where each stands, and the way to move them. */
export function Board() {
  const t = useWords(boardWords);
  const choices = useChoices();
  const filters = useFilters();
  const offered = useOffered(choices);
  const unknown = unknownIn(filters, offered);
  return (
    <Page title={t.title} heading={<BoardHeading />}>
      <FilterBar offered={offered} filters={filters} />
      {unknown.length > 0 ? (
        <Unknown unknown={unknown} filters={filters} />
      ) : (
        <Columns filters={filters} partners={choices?.partners.nodes} />
      )}
    </Page>
  );
}

interface ColumnsProps {
  filters: Filters;
  partners: FilterChoicesQuery['partners']['nodes'] | undefined;
}

function Columns({ filters, partners }: ColumnsProps) {
  const [dragged, setDragged] = useState<Movable | null>(null);
  const [counts, setCounts] = useState<Record<string, number>>({});
  const filter = useIdeaFilter(slug => partners?.find(partner => partner.slug === slug)?.id);
  const orderBy = orderOf(filters.value('sort'), Boolean(filter.text));
  const waiting = Boolean(filters.value('partner')) && !partners;
  return (
    <>
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
    </>
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
