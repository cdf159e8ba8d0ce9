import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ShownIndicator } from './indicator-row';
import { daysBetween, type Span } from './time';

const HEIGHT = 96;
const TOP = 8;
const BOTTOM = HEIGHT - 20;

/** Lays measurements out over the project's time, between the lowest and the highest value. */
export function layOutIndicator({ baseline, target, measurements }: ShownIndicator, span: Span, width: number) {
  const last = measurements.at(-1)!.on;
  const days = Math.max(daysBetween(span.startsOn, span.endsOn), daysBetween(span.startsOn, last));
  const first = Math.min(0, daysBetween(span.startsOn, measurements[0]!.on));
  const values = [target, baseline ?? '0', ...measurements.map(({ value }) => value)].map(Number);
  const across = scaleLinear([first, days], [5, width - 5]);
  const up = scaleLinear([Math.min(...values), Math.max(...values)], [BOTTOM - 4, TOP]);
  const measured = measurements.map(({ on, value }) => ({
    x: across(daysBetween(span.startsOn, on)),
    y: up(Number(value)),
  }));
  const start = baseline == null || first < 0 ? [] : [{ x: across(0), y: up(Number(baseline)) }];
  const path = line<{ x: number; y: number }>(
    ({ x }) => x,
    ({ y }) => y,
  )([...start, ...measured]);
  return { height: HEIGHT, bottom: BOTTOM, target: up(Number(target)), points: measured, path: path ?? '' };
}
