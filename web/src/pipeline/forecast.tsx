import { useQuery } from 'urql';
import { PipelineForecastDocument, type IdeaFilter, type PipelineForecastQuery } from '../gql/graphql';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Answered } from '../parts/states';
import { Band } from './chart/band';
import { Chart } from './chart/chart';
import { pipelineWords } from './words';

type Answer = PipelineForecastQuery['pipeline']['forecast'];

/** Where the pipeline is likely to lead; asked for apart, since it is simulated. */
export function Forecast({ filter, required }: { filter: IdeaFilter | undefined; required: number }) {
  const t = useWords(pipelineWords);
  const [answer, again] = useQuery({ query: PipelineForecastDocument, variables: { filter } });
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={2}>
      {({ pipeline: { forecast } }) => <ForecastChart forecast={forecast} required={required} title={t.forecast} />}
    </Answered>
  );
}

function ForecastChart({ forecast, required, title }: { forecast: Answer; required: number; title: string }) {
  const t = useWords(pipelineWords);
  const format = useFormat();
  const { projectsWithinFiveYears: projects, granted, runs, assumptions } = forecast;
  const figures = {
    columns: [t.quantity, t.low, t.middle, t.high],
    rows: [
      [t.projects, projects.p10, projects.p50, projects.p90],
      ...granted.map(({ currency, p10, p50, p90 }) => [t.grantedIn(currency), p10, p50, p90]),
    ],
  };
  return (
    <Chart
      title={title}
      about={t.forecastAbout(format.number(runs))}
      file="forecast"
      figures={figures}
      className="forecast"
    >
      <Band name={t.projects} quantiles={projects} write={format.number} goal={required} />
      {granted.map(({ currency, ...amounts }) => (
        <Band
          key={currency}
          name={t.grantedIn(currency)}
          quantiles={{ p10: Number(amounts.p10), p50: Number(amounts.p50), p90: Number(amounts.p90) }}
          write={value => format.bigMoney({ amount: String(Math.round(value)), currency })}
        />
      ))}
      <Assumptions assumptions={assumptions} />
    </Chart>
  );
}

function Assumptions({ assumptions }: Pick<Answer, 'assumptions'>) {
  const t = useWords(pipelineWords);
  const format = useFormat();
  return (
    <details className="assumptions">
      <summary>{t.assumptions}</summary>
      <dl className="figures">
        {assumptions.map(({ code, value, basedOn }) => (
          <div key={code}>
            <dt className="code">{code}</dt>
            <dd>
              {format.number(value)} <span className="soft">({t.basedOn(basedOn)})</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
