import type { ReactNode } from 'react';

interface BarProps {
  name: ReactNode;
  value: string;
  /** 0 to 1: how far the bar reaches. */
  share: number;
  more?: string | undefined;
  className?: string;
}

/** One bar among others: its name, its figure, and its length beside it. */
export function Bar({ name, value, share, more, className = '' }: BarProps) {
  return (
    <li className={`bar ${className}`}>
      <span className="bar-name">{name}</span>
      <span className="bar-track" aria-hidden="true">
        <span className="bar-fill" style={{ width: `${Math.max(share * 100, share > 0 ? 0.75 : 0)}%` }} />
      </span>
      <span className="bar-value">
        <b>{value}</b> {more && <span className="soft">{more}</span>}
      </span>
    </li>
  );
}
