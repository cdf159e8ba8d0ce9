import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Empty } from '../parts/states';
import { Bar } from './chart/bar';
import { Chart } from './chart/chart';
import type { ShownPipeline } from './pipeline-page';
import { pipelineWords } from './words';

type Sum = ShownPipeline['funding'][number];
const KINDS = ['requested', 'coFinancing', 'granted'] as const;

/** What has been asked for, put in and granted; currencies are never added up. */
export function Funding({ funding }: Pick<ShownPipeline, 'funding'>) {
  const t = useWords(pipelineWords);
  const figures = {
    columns: [t.currency, t.requested, t.coFinancing, t.granted, t.applications],
    // Amounts stay the exact strings that the service gave.
    rows: funding.map(({ currency, requested, coFinancing, granted, applications }) => [
      currency,
      requested,
      coFinancing,
      granted,
      applications,
    ]),
  };
  return (
    <Chart title={t.funding} file="funding" figures={figures}>
      {funding.length === 0 && (
        <Empty title={t.noFunding}>
          <p>{t.noFundingMore}</p>
        </Empty>
      )}
      {funding.map(sum => (
        <OneCurrency key={sum.currency} sum={sum} />
      ))}
    </Chart>
  );
}

function OneCurrency({ sum }: { sum: Sum }) {
  const t = useWords(pipelineWords);
  const format = useFormat();
  const most = Math.max(1, ...KINDS.map(kind => Number(sum[kind])));
  return (
    <>
      <h3>{t.inApplications(sum.applications, sum.currency)}</h3>
      <ul className="bars">
        {KINDS.map(kind => (
          <Bar
            key={kind}
            name={t[kind]}
            value={format.bigMoney({ amount: sum[kind], currency: sum.currency })}
            share={Number(sum[kind]) / most}
            className={`money-${kind.toLowerCase()}`}
          />
        ))}
      </ul>
    </>
  );
}
