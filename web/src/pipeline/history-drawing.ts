import { scaleLinear, scalePoint } from 'd3-scale';
import { area, curveMonotoneX, stack } from 'd3-shape';
import type { Stage } from '../gql/graphql';
import { PATH } from '../moves/move';
import type { ShownPipeline } from './pipeline-page';

/** One month's counts, in path order. */
export interface Month {
  on: string;
  counts: readonly number[];
  total: number;
}

/** Where everything in the drawing stands, in pixels. */
export interface Drawing {
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (on: string) => number;
  nearest: (x: number) => number;
  areas: readonly { stage: Stage; path: string }[];
  levels: readonly { value: number; y: number }[];
  months: readonly { on: string; x: number }[];
}

const HEIGHT = 280;
const MARGIN = { top: 10, right: 28, bottom: 28, left: 38 };
/** A month's name needs this much room. */
const ROOM_FOR_NAME = 90;

/** The snapshots as one row of counts a month. */
export function countsOf(history: ShownPipeline['history']): Month[] {
  return history.map(({ on, stages }) => {
    const counts = PATH.map(stage => stages.find(one => one.stage === stage)?.count ?? 0);
    return { on, counts, total: counts.reduce((sum, count) => sum + count, 0) };
  });
}

/** Lays the months out as areas on top of each other. The project stands at the bottom: what the rest leads to. */
export function layOut(months: readonly Month[], width: number): Drawing {
  const [left, right, top, bottom] = [MARGIN.left, width - MARGIN.right, MARGIN.top, HEIGHT - MARGIN.bottom];
  const across = scalePoint(
    months.map(({ on }) => on),
    [left, right],
  );
  const up = scaleLinear([0, Math.max(1, ...months.map(({ total }) => total))], [bottom, top]).nice(4);
  const x = (on: string) => across(on) ?? left;
  const order = PATH.toReversed();
  const layers = stack<Month, Stage>()
    .keys(order)
    .value(({ counts }, stage) => counts[PATH.indexOf(stage)]!)([...months]);
  const shape = area<(typeof layers)[number][number]>()
    .x(({ data }) => x(data.on))
    .y0(([low]) => up(low))
    .y1(([, high]) => up(high))
    .curve(curveMonotoneX);
  const every = Math.max(1, Math.ceil(months.length / ((right - left) / ROOM_FOR_NAME)));
  return {
    height: HEIGHT,
    left,
    right,
    top,
    bottom,
    x,
    nearest: at => Math.max(0, Math.min(months.length - 1, Math.round((at - left) / (across.step() || 1)))),
    areas: layers.map(layer => ({ stage: layer.key, path: shape(layer) ?? '' })),
    levels: up
      .ticks(4)
      .filter(Number.isInteger)
      .map(value => ({ value, y: up(value) })),
    months: months.filter((_, index) => index % every === 0).map(({ on }) => ({ on, x: x(on) })),
  };
}
