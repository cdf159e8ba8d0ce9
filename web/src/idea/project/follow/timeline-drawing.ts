import { scaleLinear } from 'd3-scale';
import type { ShownProject } from '../project-part';
import { daysBetween, shareGone, yearsOf, type Span } from './time';

/** Where everything in a timeline stands, in pixels. */
export interface TimelineDrawing {
  height: number;
  /** How far down the line of time lies. */
  line: number;
  years: { year: string; x: number; named: boolean }[];
  /** Where today is; nothing outside the project's time. */
  today: number | undefined;
  /** How far the time that has passed reaches. */
  gone: number;
  /** From where to where the project runs, and where it was first planned to, if that is another time. */
  now: Stretch;
  first: Stretch | undefined;
  /** `first` is where a milestone was first planned, if it has moved. */
  marks: { number: number; x: number; y: number; first: number | undefined; state: 'done' | 'overdue' | 'due' }[];
}

interface Stretch {
  x: number;
  width: number;
}

export const RADIUS = 11;
const BESIDE = 2 * RADIUS + 2;
const ABOVE = 18;
const BELOW = 26;
/** A year's name needs this much room. */
const ROOM_FOR_YEAR = 38;

type Milestone = ShownProject['milestones'][number];

const stateOf = ({ completedOn, overdue }: Milestone) => (completedOn ? 'done' : overdue ? 'overdue' : 'due');

interface Place {
  width: number;
  today: string;
}

/** The time that a timeline shows: that of the project, and that which was first planned. */
export function wholeSpan({
  startsOn,
  endsOn,
  baseline,
}: Pick<ShownProject, 'startsOn' | 'endsOn' | 'baseline'>): Span {
  if (!baseline) return { startsOn, endsOn };
  const [first, , , last] = [startsOn, endsOn, baseline.startsOn, baseline.endsOn].toSorted();
  return { startsOn: first!, endsOn: last! };
}

/**
 * Lays a project's time out over the width, beside what was first planned; milestones too near each other stand on top
 * of each other.
 */
export function layOutTimeline(project: ShownProject, { width, today }: Place): TimelineDrawing {
  const { startsOn, endsOn, baseline } = project;
  const span = wholeSpan(project);
  const across = scaleLinear([0, daysBetween(span.startsOn, span.endsOn) + 1], [0, width]);
  const x = (on: string) => across(daysBetween(span.startsOn, on));
  const stretch = (of: Span) => ({ x: x(of.startsOn), width: across(daysBetween(of.startsOn, of.endsOn) + 1) });
  const isMoved = baseline && (baseline.startsOn !== startsOn || baseline.endsOn !== endsOn);
  const inside = (at: number) => Math.min(width - RADIUS - 1, Math.max(RADIUS + 1, at));
  const ends: number[] = [];
  const planned = project.milestones.filter(({ droppedAt }) => !droppedAt);
  const placed = planned.map((milestone, index) => {
    const at = inside(x(milestone.dueOn));
    const free = ends.findIndex(end => at - end >= BESIDE);
    const level = free === -1 ? ends.length : free;
    ends[level] = at;
    const first = milestone.slipDays === 0 ? undefined : inside(x(milestone.firstDueOn));
    return { number: index + 1, x: at, level, first, state: stateOf(milestone) } as const;
  });
  const line = ABOVE + Math.max(1, ends.length) * BESIDE + 4;
  const years = yearsOf(span).map(({ year, on }) => ({ year, x: x(on) }));
  return {
    height: line + BELOW,
    line,
    years: years.map((one, index) => ({ ...one, named: (years[index + 1]?.x ?? width) - one.x >= ROOM_FOR_YEAR })),
    today: span.startsOn <= today && today <= span.endsOn ? x(today) : undefined,
    gone: shareGone(project, today) * stretch(project).width,
    now: stretch(project),
    first: isMoved ? stretch(baseline) : undefined,
    marks: placed.map(({ level, ...mark }) => ({ ...mark, y: line - 6 - RADIUS - level * BESIDE })),
  };
}
