import { dayOf, useFormat } from '../../../language/format';
import { useWords } from '../../../language/language';
import { useWidth } from '../../../pipeline/use-width';
import type { ShownProject } from '../project-part';
import { projectWords } from '../project-words';
import { layOutTimeline, RADIUS, type TimelineDrawing, wholeSpan } from './timeline-drawing';

/** The project's years with its milestones, by their number in the list below, and where today is. */
export function Timeline({ project }: { project: ShownProject }) {
  const t = useWords(projectWords);
  const format = useFormat();
  const { width, ref } = useWidth();
  const drawing = layOutTimeline(project, { width, today: dayOf(new Date()) });
  const span = wholeSpan(project);
  const about = t.timeline(format.shortDate(span.startsOn), format.shortDate(span.endsOn));
  return (
    <div ref={ref} className="project-timeline">
      <svg width={width} height={drawing.height} role="img" aria-label={about}>
        <Years drawing={drawing} />
        {drawing.today !== undefined && (
          <g className="today">
            <line x1={drawing.today} x2={drawing.today} y1={14} y2={drawing.line + 6} />
            <text x={Math.min(Math.max(drawing.today, 18), width - 18)} y={10} textAnchor="middle">
              {t.today}
            </text>
          </g>
        )}
        {drawing.marks.map(({ number, x, y, first, state }) => (
          <g key={number} className={`mark ${state}`}>
            {first !== undefined && (
              <>
                <line className="slip" x1={first} x2={x} y1={y} y2={y} />
                <circle className="first" cx={first} cy={y} r={4} />
              </>
            )}
            <circle cx={x} cy={y} r={RADIUS} />
            <text x={x} y={y} dy="0.35em" textAnchor="middle">
              {number}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function Years({ drawing: { years, gone, line, now, first } }: { drawing: TimelineDrawing }) {
  return (
    <g className="axes">
      {first && <rect {...first} y={line + 5} height={2} className="first" />}
      <rect {...now} y={line - 3} height={6} rx={3} className="ahead" />
      <rect x={now.x} y={line - 3} width={gone} height={6} rx={3} className="gone" />
      {years.map(({ year, x, named }) => (
        <g key={year}>
          <line x1={x} x2={x} y1={line - 6} y2={line + 8} />
          {named && (
            <text x={x + 3} y={line + 20}>
              {year}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
