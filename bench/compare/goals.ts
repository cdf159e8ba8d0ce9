import type { ContenderName } from '../operation.js';
import type { Measured } from './report.js';

/** What the service shall be able to do at 10,000 ideas: so many times as many requests as another, or so cheap. */
interface Goal {
  readonly operation: string;
  readonly connections: number;
  readonly over?: readonly [ContenderName, number];
  readonly cpuMs?: number;
}

const GOALS: readonly Goal[] = [
  { operation: 'advance an idea', connections: 32, over: ['like', 1.5] },
  { operation: 'advance an idea', connections: 32, over: ['postgraphile', 0.7] },
  { operation: 'advance an idea', connections: 32, cpuMs: 2.5 },
  { operation: 'create a call', connections: 32, over: ['like', 1.5] },
  { operation: 'create a call', connections: 32, over: ['postgraphile', 1] },
  { operation: 'idea status', connections: 1, over: ['like', 1.3] },
  { operation: 'idea status', connections: 1, over: ['postgraphile', 1.1] },
  { operation: 'idea status', connections: 32, over: ['postgraphile', 2] },
];

/** Each goal that the rows know of, and whether it was met. */
export function verdicts(rows: readonly Measured[]): string[] {
  return GOALS.flatMap(goal => {
    const [base, least] = goal.over ?? [];
    const service = rowOf(rows, goal, 'service');
    const other = base && rowOf(rows, goal, base);
    if (!service || (base && !other)) return [];
    const [reached, asked, unit] = other
      ? [service.rps / other.rps, least!, `× ${base}`]
      : [service.cpuMsPerRequest, goal.cpuMs!, 'ms of processor time'];
    const met = other ? reached >= asked : reached <= asked;
    const sign = other ? '≥' : '≤';
    return `${met ? 'met' : 'MISSED'}: ${goal.operation}, ${goal.connections} conn.: ${reached.toFixed(2)} ${unit} (${sign} ${asked})`;
  });
}

function rowOf(rows: readonly Measured[], { operation, connections }: Goal, name: ContenderName): Measured | undefined {
  return rows.find(row => row.operation === operation && row.connections === connections && row.contender === name);
}
