const RADIUS = 15;
const ROUND = 2 * Math.PI * RADIUS;

interface RingProps {
  met: number;
  of: number;
  /** How many of them aren't shown to the reader: the ring has a gap there. */
  withheld?: number;
  label: string;
}

/** How many of the requirements ahead are met: a ring that closes, but for what nobody may see. */
export function Ring({ met, of, withheld = 0, label }: RingProps) {
  const share = of === 0 ? 1 : met / of;
  const shown = of === 0 ? 1 : 1 - withheld / of;
  const circle = { cx: 20, cy: 20, r: RADIUS, transform: 'rotate(-90 20 20)' };
  return (
    <svg className={share === 1 ? 'ring full' : 'ring'} viewBox="0 0 40 40" role="img" aria-label={label}>
      <title>{label}</title>
      <circle className="ring-track" {...circle} strokeDasharray={`${shown * ROUND} ${ROUND}`} />
      {withheld > 0 && (
        <circle
          className="ring-gap"
          {...circle}
          strokeDasharray={`0 ${shown * ROUND} ${DOTS.repeat(Math.round(((1 - shown) * ROUND) / DOTTED))}0 ${ROUND}`}
        />
      )}
      <circle className="ring-share" {...circle} strokeDasharray={`${share * ROUND} ${ROUND}`} />
      <text x="20" y="20" dy="0.36em" textAnchor="middle">
        {met}/{of}
      </text>
    </svg>
  );
}

/** What the gap is drawn with: a dot, and as much of nothing before it. */
const DOTS = '0 2.5 1.5 0 ';
const DOTTED = 4;
