import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Empty } from '../../parts/states';
import { Bar } from '../chart/bar';
import { Chart } from '../chart/chart';
import type { ShownResults } from '../pipeline-page';
import { resultsWords } from './words';

/** How the milestones of all projects stand. */
export function Milestones({ results: { milestones } }: ShownResults) {
  const t = useWords(resultsWords);
  const format = useFormat();
  const { planned, completed, overdue, dropped, medianSlipDays } = milestones;
  const figures = {
    columns: [t.quantity, t.count],
    rows: [
      [t.planned, planned],
      [t.completed, completed],
      [t.overdue, overdue],
      [t.dropped, dropped],
      [t.slipDays, medianSlipDays ?? null],
    ],
  };
  const most = Math.max(1, planned, dropped);
  return (
    <Chart title={t.milestones} file="milestones" figures={figures}>
      {planned + dropped === 0 ? (
        <Empty title={t.noMilestones} />
      ) : (
        <>
          <ul className="bars">
            <Bar
              name={t.completed}
              value={format.number(completed)}
              share={completed / most}
              more={t.ofPlanned(planned)}
            />
            <Bar name={t.overdue} value={format.number(overdue)} share={overdue / most} />
            <Bar name={t.dropped} value={format.number(dropped)} share={dropped / most} />
          </ul>
          {medianSlipDays != null && <p className="soft">{t.slip(format.number(medianSlipDays))}</p>}
        </>
      )}
    </Chart>
  );
}
