import { APPLICATION_STATUS } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useSay, useWords } from '../../language/language';
import { Bar } from '../chart/bar';
import { Chart } from '../chart/chart';
import type { ShownResults } from '../pipeline-page';
import { resultsWords } from './words';

/** How many applications stand where, how many are granted, and how long funders take. */
export function Applications({ results: { applications } }: ShownResults) {
  const t = useWords(resultsWords);
  const say = useSay();
  const format = useFormat();
  const { byStatus, decided, granted, successRate, medianDaysToDecision: days } = applications;
  const most = Math.max(1, ...byStatus.map(({ count }) => count));
  const figures = {
    columns: [t.status, t.count],
    rows: [
      ...byStatus.map(({ status, count }) => [say(APPLICATION_STATUS, status), count]),
      [t.successRate, successRate ?? null],
      [t.medianDaysToDecision, days ?? null],
    ],
  };
  const told = [
    successRate == null ? '' : t.success(granted, decided, format.percent(successRate)),
    days == null ? '' : t.daysToDecision(format.number(days)),
  ].filter(Boolean);
  return (
    <Chart title={t.applications} file="applications" figures={figures}>
      <ul className="bars">
        {byStatus.map(({ status, count }) => (
          <Bar
            key={status}
            name={say(APPLICATION_STATUS, status)}
            value={format.number(count)}
            share={count / most}
            className={status === 'GRANTED' ? 'stage-project' : ''}
          />
        ))}
      </ul>
      <p className="soft">{told.length === 0 ? t.undecided : `${told.join(', ')}.`}</p>
    </Chart>
  );
}
