import { OUTCOME_KIND } from '../../language/domain-words';
import { useSay, useWords } from '../../language/language';
import { Empty } from '../../parts/states';
import { Bar } from '../chart/bar';
import { Chart } from '../chart/chart';
import type { ShownResults } from '../pipeline-page';
import { resultsWords } from './words';

const KINDS = ['SOLUTION', 'INNOVATION', 'PRODUCT', 'SERVICE'] as const;

/** What has been planned and delivered of what the programme promises. */
export function Outcomes({ results: { outcomes } }: ShownResults) {
  const t = useWords(resultsWords);
  const say = useSay();
  const rows = KINDS.map(kind => {
    const of = (status: string) => outcomes.find(each => each.kind === kind && each.status === status)?.count ?? 0;
    return { kind, planned: of('PLANNED'), developing: of('IN_DEVELOPMENT'), delivered: of('DELIVERED') };
  });
  const figures = {
    columns: [t.kind, t.planned, t.inDevelopment, t.delivered],
    rows: rows.map(({ kind, planned, developing, delivered }) => [
      say(OUTCOME_KIND, kind),
      planned,
      developing,
      delivered,
    ]),
  };
  return (
    <Chart title={t.outcomes} file="outcomes" figures={figures}>
      {outcomes.every(({ count }) => count === 0) ? (
        <Empty title={t.noOutcomes} />
      ) : (
        <ul className="bars">
          {rows.map(({ kind, planned, developing, delivered }) => {
            const all = planned + developing + delivered;
            return (
              <Bar
                key={kind}
                name={say(OUTCOME_KIND, kind)}
                value={t.deliveredOf(delivered, all)}
                share={all === 0 ? 0 : delivered / all}
                more={developing > 0 ? t.underWay(developing) : undefined}
                className="stage-project"
              />
            );
          })}
        </ul>
      )}
    </Chart>
  );
}
