import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { STAGE } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { PATH } from '../moves/move';
import { Chart } from './chart/chart';
import { countsOf, layOut, type Drawing } from './history-drawing';
import type { ShownPipeline } from './pipeline-page';
import { useWidth } from './use-width';
import { pipelineWords } from './words';

type Snapshots = ShownPipeline['history'];

/** How many ideas stood in each stage, month by month. */
export function HistoryChart({ history }: { history: Snapshots }) {
  const t = useWords(pipelineWords);
  const say = useSay();
  const months = countsOf(history);
  const figures = {
    columns: [t.month, ...PATH.map(stage => say(STAGE, stage)), t.total],
    rows: months.map(({ on, counts, total }) => [on, ...counts, total]),
  };
  return (
    <Chart title={t.history} about={t.historyAbout} file="stages-over-time" figures={figures} className="whole">
      <Areas history={history} />
    </Chart>
  );
}

function Areas({ history }: { history: Snapshots }) {
  const { width, ref } = useWidth();
  const months = countsOf(history);
  const [read, setRead] = useState(months.length - 1);
  const month = months[Math.min(read, months.length - 1)];
  if (!month) return null;
  const readAt = (index: number) => setRead(Math.max(0, Math.min(months.length - 1, index)));
  return (
    <div ref={ref}>
      <Legend month={month} />
      <AreaDrawing drawing={layOut(months, width)} width={width} on={month.on} read={read} readAt={readAt} />
    </div>
  );
}

interface AreaDrawingProps {
  drawing: Drawing;
  width: number;
  /** The month that is read, and its place. */
  on: string;
  read: number;
  readAt: (index: number) => void;
}

function AreaDrawing({ drawing, width, on, read, readAt }: AreaDrawingProps) {
  const t = useWords(pipelineWords);
  const point = (event: PointerEvent<SVGElement>) =>
    readAt(drawing.nearest(event.clientX - event.currentTarget.getBoundingClientRect().left));
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    readAt(read + by);
  };
  const look = { className: 'history-chart', width, height: drawing.height, role: 'img', tabIndex: 0 };
  return (
    <svg {...look} aria-label={`${t.history}. ${t.historyRead}`} onPointerMove={point} onKeyDown={step}>
      <Axes drawing={drawing} />
      {drawing.areas.map(({ stage, path }) => (
        <path key={stage} d={path} className={`area stage-${stage.toLowerCase()}`} />
      ))}
      <line className="reading" x1={drawing.x(on)} x2={drawing.x(on)} y1={drawing.top} y2={drawing.bottom} />
    </svg>
  );
}

function Legend({ month }: { month: ReturnType<typeof countsOf>[number] }) {
  const t = useWords(pipelineWords);
  const say = useSay();
  const format = useFormat();
  return (
    <p className="legend" aria-live="polite">
      <strong>{format.month(month.on)}</strong>
      {PATH.map((stage, index) => (
        <span key={stage} className={`stage-${stage.toLowerCase()}`}>
          <span className="stage-dot" aria-hidden="true" /> {say(STAGE, stage)} <b>{month.counts[index]}</b>
        </span>
      ))}
      <span>
        {t.total} <b>{month.total}</b>
      </span>
    </p>
  );
}

function Axes({ drawing }: { drawing: Drawing }) {
  const format = useFormat();
  return (
    <g className="axes">
      {drawing.levels.map(({ value, y }) => (
        <g key={value}>
          <line x1={drawing.left} x2={drawing.right} y1={y} y2={y} />
          <text x={drawing.left - 8} y={y} dy="0.32em" textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {drawing.months.map(({ on, x }) => (
        <text key={on} x={x} y={drawing.height - 6} textAnchor="middle">
          {format.month(on)}
        </text>
      ))}
    </g>
  );
}
