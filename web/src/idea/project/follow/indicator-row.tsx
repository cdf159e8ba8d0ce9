import { useFormat } from '../../../language/format';
import { useWords } from '../../../language/language';
import { useWidth } from '../../../pipeline/use-width';
import type { ShownProject } from '../project-part';
import { projectWords } from '../project-words';
import type { ShownMeasurement } from './correct-dialog';
import { layOutIndicator } from './indicator-drawing';
import type { Span } from './time';
import { wayTo } from './way';
import { Figures } from '../../../parts/figures';

export type ShownIndicator = ShownProject['indicators'][number];

interface IndicatorRowProps {
  indicator: ShownIndicator;
  span: Span;
  onMeasure: (() => void) | undefined;
  onCorrect: ((measurement: ShownMeasurement) => void) | undefined;
}

/** An indicator: where it began, what it was measured to, and what it shall come to. */
export function IndicatorRow({ indicator, span, onMeasure, onCorrect }: IndicatorRowProps) {
  const t = useWords(projectWords);
  const { code, name, measurements } = indicator;
  return (
    <li className="indicator">
      <p>
        <span className="code">{code}</span> {name}
      </p>
      <Values indicator={indicator} />
      {measurements.length > 0 && <IndicatorChart indicator={indicator} span={span} />}
      {measurements.length > 0 && <Measurements indicator={indicator} onCorrect={onCorrect} />}
      {onMeasure && (
        <p className="row-deeds">
          <button type="button" className="small" onClick={onMeasure}>
            {t.measure}
            <span className="unseen"> {code}</span>
          </button>
        </p>
      )}
    </li>
  );
}

function Values({ indicator }: { indicator: ShownIndicator }) {
  const t = useWords(projectWords);
  const format = useFormat();
  const { baseline, target, unit, measurements } = indicator;
  const last = measurements.at(-1);
  const values = [
    [t.baseline, baseline ? format.decimal(baseline) : t.unknown],
    [t.latest, last ? `${format.decimal(last.value)} (${format.shortDate(last.on)})` : t.notMeasured],
    [t.target, `${format.decimal(target)} ${unit}`],
    [t.progress, useProgressTold(indicator)],
  ] as const;
  return <Figures figures={values} />;
}

function useProgressTold({ baseline, target, measurements }: ShownIndicator): string | undefined {
  const t = useWords(projectWords);
  const format = useFormat();
  const last = measurements.at(-1);
  if (!last) return undefined;
  const way = wayTo({ baseline, target, value: last.value });
  if (way >= 1) return t.targetMet;
  // Rounded down: what isn't whole isn't told as whole.
  return way < 0 ? t.fartherAway : t.ofTheWay(format.percent(Math.floor(way * 100) / 100));
}

function IndicatorChart({ indicator, span }: { indicator: ShownIndicator; span: Span }) {
  const t = useWords(projectWords);
  const format = useFormat();
  const { width, ref } = useWidth();
  const drawing = layOutIndicator(indicator, span, width);
  return (
    <div ref={ref}>
      <svg
        className="indicator-chart"
        width={width}
        height={drawing.height}
        role="img"
        aria-label={t.chart(indicator.name)}
      >
        <line className="target" x1={0} x2={width} y1={drawing.target} y2={drawing.target} />
        <text x={width} y={drawing.target} dy={drawing.target < 20 ? '1.1em' : '-0.4em'} textAnchor="end">
          {t.target} {format.decimal(indicator.target)}
        </text>
        <path d={drawing.path} />
        {drawing.points.map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r={3.5} />
        ))}
        <line className="axis" x1={0} x2={width} y1={drawing.bottom} y2={drawing.bottom} />
        <text x={0} y={drawing.height - 4}>
          {span.startsOn.slice(0, 4)}
        </text>
        <text x={width} y={drawing.height - 4} textAnchor="end">
          {span.endsOn.slice(0, 4)}
        </text>
      </svg>
    </div>
  );
}

function Measurements({
  indicator: { measurements, unit, name },
  onCorrect,
}: Pick<IndicatorRowProps, 'indicator' | 'onCorrect'>) {
  const t = useWords(projectWords);
  const format = useFormat();
  return (
    <details>
      <summary>{t.measurements(measurements.length)}</summary>
      <table>
        <caption className="unseen">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col" className="figure">
              {t.value} ({unit})
            </th>
            {onCorrect && (
              <th>
                <span className="unseen">{t.correct}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {measurements.map(measurement => (
            <tr key={measurement.on}>
              <th scope="row">{format.shortDate(measurement.on)}</th>
              <td className="figure">{format.decimal(measurement.value)}</td>
              {onCorrect && (
                <td>
                  <button type="button" className="small quiet" onClick={() => onCorrect(measurement)}>
                    {t.correct}
                    <span className="unseen"> {format.shortDate(measurement.on)}</span>
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
