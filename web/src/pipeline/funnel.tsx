import { STAGE, STATE } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { Bar } from './chart/bar';
import { Chart } from './chart/chart';
import type { ShownPipeline } from './pipeline-page';
import { pipelineWords } from './words';

/** How many ideas stand in each stage, and how long they have stood there. */
export function Funnel({ pipeline: { stages, states } }: { pipeline: Pick<ShownPipeline, 'stages' | 'states'> }) {
  const t = useWords(pipelineWords);
  const say = useSay();
  const format = useFormat();
  const most = Math.max(1, ...stages.map(({ count }) => count));
  const figures = {
    columns: [t.stage, t.ideas, t.medianDays],
    rows: stages.map(({ stage, count, medianDaysInStage }) => [say(STAGE, stage), count, medianDaysInStage ?? null]),
  };
  return (
    <Chart title={t.funnel} file="stages" figures={figures}>
      <ul className="bars">
        {stages.map(({ stage, count, medianDaysInStage: days }) => (
          <Bar
            key={stage}
            name={say(STAGE, stage)}
            value={String(count)}
            share={count / most}
            more={days == null ? undefined : t.medianInStage(format.number(days))}
            className={`stage-${stage.toLowerCase()}`}
          />
        ))}
      </ul>
      <dl className="figures states">
        {states.map(({ state, count }) => (
          <div key={state}>
            <dt>{say(STATE, state)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </Chart>
  );
}
