import { scaleLinear } from 'd3-scale';
import { useWords } from '../../language/language';
import { pipelineWords } from '../words';

interface BandProps {
  name: string;
  quantiles: { p10: number; p50: number; p90: number };
  write: (value: number) => string;
  /** What the programme promised, where it promised something. */
  goal?: number;
}

/** A likely outcome: a band from p10 to p90, a line at the middle, and the goal. */
export function Band({ name, quantiles: { p10, p50, p90 }, write, goal }: BandProps) {
  const t = useWords(pipelineWords);
  const scale = scaleLinear([0, Math.max(p90, goal ?? 0, 1e-9) * 1.08], [0, 100]).nice(4);
  const at = (value: number) => `${scale(value)}%`;
  return (
    <div className="band">
      <p>
        <span>{name}</span> <b>{write(p50)}</b> <span className="soft">{t.between(write(p10), write(p90))}</span>
      </p>
      <div className="band-axis" aria-hidden="true">
        {scale.ticks(4).map(tick => (
          <span key={tick} className="band-tick" style={{ insetInlineStart: at(tick) }}>
            {write(tick)}
          </span>
        ))}
        <span className="band-range" style={{ insetInlineStart: at(p10), width: `${scale(p90) - scale(p10)}%` }} />
        <span className="band-middle" style={{ insetInlineStart: at(p50) }} />
        {goal !== undefined && (
          <span className="band-goal" style={{ insetInlineStart: at(goal) }}>
            {t.target}
          </span>
        )}
      </div>
    </div>
  );
}
