import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Empty } from '../../parts/states';
import { Bar } from '../chart/bar';
import { Chart } from '../chart/chart';
import type { ShownResults } from '../pipeline-page';
import { resultsWords } from './words';

/** What is measured, together, and how near its target it is. */
export function Indicators({ results: { indicators } }: ShownResults) {
  const t = useWords(resultsWords);
  const format = useFormat();
  const figures = {
    columns: [t.code, t.indicator, t.unit, t.projects, t.measured, t.baseline, t.target, t.latest],
    // Sums stay the exact strings that the service gave.
    rows: indicators.map(each => [
      ...[each.code, each.name, each.unit, each.projects, each.measured],
      ...[each.baseline ?? null, each.target ?? null, each.latest ?? null],
    ]),
  };
  return (
    <Chart
      title={t.indicators}
      about={t.indicatorsAbout}
      file="indicators"
      figures={figures}
      listed={indicators.length}
    >
      {indicators.length === 0 ? (
        <Empty title={t.noIndicators} />
      ) : (
        <ul className="bars">
          {indicators.map(({ code, unit, name, projects, measured, target, latest }) => (
            <Bar
              key={`${code} ${unit}`}
              name={
                <>
                  {name} <span className="code">{code}</span>
                </>
              }
              value={latest == null ? '–' : `${format.decimal(latest)} ${unit}`}
              share={latest == null || target == null ? 0 : shareOf(latest, target)}
              more={[target == null ? '' : t.targetOf(format.decimal(target)), t.measuredOf(measured, projects)]
                .filter(Boolean)
                .join(', ')}
            />
          ))}
        </ul>
      )}
    </Chart>
  );
}

function shareOf(latest: string, target: string): number {
  const goal = Number(target);
  return goal > 0 ? Math.min(1, Math.max(0, Number(latest) / goal)) : 0;
}
