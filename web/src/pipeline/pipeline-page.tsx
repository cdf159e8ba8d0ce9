import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useFilters } from '../board/filters';
import { useOfferedAnywhere } from '../board/offered';
import { Unknown, unknownIn } from '../board/unknown';
import { useChoices } from '../board/use-choices';
import { PipelinePageDocument, type IdeaFilter, type PipelinePageQuery } from '../gql/graphql';
import { dayOf, useFormat } from '../language/format';
import { useLocale, useWords } from '../language/language';
import { Page } from '../parts/page';
import { Answered, Empty } from '../parts/states';
import { Conversion } from './conversion';
import { Deadlines } from './deadlines';
import { Forecast } from './forecast';
import { Funding } from './funding';
import { Funnel } from './funnel';
import { Goal } from './goal';
import { HistoryChart } from './history-chart';
import { Matrix } from './matrix';
import { PipelineFilters, usePipelineFilter } from './pipeline-filters';
import { Applications } from './results/applications';
import { Groups } from './results/groups';
import { Indicators } from './results/indicators';
import { Milestones } from './results/milestones';
import { Outcomes } from './results/outcomes';
import { pipelineWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/pipeline.css';

/** The pipeline as its page shows it. */
export type ShownPipeline = PipelinePageQuery['pipeline'];
export type ShownResults = Pick<ShownPipeline, 'results'>;

const YEAR = 365.25 * 24 * 60 * 60 * 1000;
const YEARS_SHOWN = 2;

/** The whole programme: how many ideas are where, how they got there, and where they are likely to go. */
export function PipelinePage() {
  const t = useWords(pipelineWords);
  const locale = useLocale();
  const choices = useChoices();
  const filters = useFilters();
  const offered = useOfferedAnywhere(choices);
  const unknown = unknownIn(filters, offered);
  const { filter, waiting } = usePipelineFilter(choices);
  const period = useMemo(() => ({ from: dayOf(new Date(Date.now() - YEARS_SHOWN * YEAR)), to: dayOf(new Date()) }), []);
  const [answer, again] = useQuery({
    query: PipelinePageDocument,
    variables: { filter, ...period, locale },
    pause: waiting || unknown.length > 0,
  });
  return (
    <Page title={t.title}>
      <PipelineFilters offered={offered} />
      {unknown.length > 0 ? (
        <Unknown unknown={unknown} filters={filters} />
      ) : (
        <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={6}>
          {({ pipeline }) => <Charts pipeline={pipeline} filter={filter} />}
        </Answered>
      )}
    </Page>
  );
}

function Charts({ pipeline, filter }: { pipeline: ShownPipeline; filter: IdeaFilter | undefined }) {
  const t = useWords(pipelineWords);
  const format = useFormat();
  if (pipeline.total === 0)
    return <Empty title={filter ? t.noIdeaFits : t.noIdeas}>{!filter && <p>{t.noIdeasMore}</p>}</Empty>;
  return (
    <>
      <p className="lead">{t.lead(pipeline.total, format.moment(pipeline.asOf))}</p>
      <div className="charts">
        {pipeline.goal.required > 0 && <Goal goal={pipeline.goal} />}
        <Funnel pipeline={pipeline} />
        <HistoryChart history={pipeline.history} />
        <Matrix matrix={pipeline.matrix} />
        <Conversion conversion={pipeline.conversion} />
        <Forecast filter={filter} required={pipeline.goal.required} />
        <Funding funding={pipeline.funding} />
        <Outcomes results={pipeline.results} />
        <Indicators results={pipeline.results} />
        <Milestones results={pipeline.results} />
        <Applications results={pipeline.results} />
        <Groups filter={filter} />
        <Deadlines deadlines={pipeline.deadlines} />
      </div>
    </>
  );
}
