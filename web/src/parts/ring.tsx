const RADIUS = 15;
const ROUND = 2 * Math.PI * RADIUS;

interface RingProps {
  met: number;
  of: number;
  label: string;
}

/** How many of the requirements ahead are met: a ring that closes. */
export function Ring({ met, of, label }: RingProps) {
  const share = of === 0 ? 1 : met / of;
  return (
    <svg className={share === 1 ? 'ring full' : 'ring'} viewBox="0 0 40 40" role="img" aria-label={label}>
      <circle className="ring-track" cx="20" cy="20" r={RADIUS} />
      <circle
        className="ring-share"
        cx="20"
        cy="20"
        r={RADIUS}
        strokeDasharray={`${share * ROUND} ${ROUND}`}
        transform="rotate(-90 20 20)"
      />
      <text x="20" y="20" dy="0.36em" textAnchor="middle">
        {met}/{of}
      </text>
    </svg>
  );
}
