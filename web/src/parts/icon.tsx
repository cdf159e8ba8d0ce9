/** Strokes on a 20 × 20 grid. */
const PATHS = {
  check: 'M4.500 10.500 8.500 14.500 15.500 6',
  cross: 'M5.500 5.500l9 9m0-9l-9 9',
  circle: 'M10 4a6 6 0 1 0 0 12a6 6 0 1 0 0-12',
  calendar: 'M4 5.500h12v10.500H4zM4 9h12M7.500 3.500v3M12.500 3.500v3',
  clock: 'M10 3.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13M10 6.500V10l2.500 2',
  people:
    'M7.500 9.500a2.700 2.700 0 1 0 0-5.400a2.700 2.700 0 0 0 0 5.400M2.500 16c.4-3 2.300-4.600 5-4.600s4.600 1.600 5 4.600M13 4.600a2.500 2.500 0 0 1 0 4.700M14.500 11.800c1.800.6 2.800 2 3 4.200',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  forward: 'M4 10h11M11 5.500l4.500 4.500L11 14.500',
  back: 'M16 10H5M9 5.500L4.500 10L9 14.500',
  pause: 'M7.500 5.500v9M12.500 5.500v9',
  play: 'M7 5l8 5l-8 5z',
  stop: 'M6 6h8v8H6z',
  flag: 'M5.500 17V4M5.500 4.500h9l-2.200 3l2.200 3h-9',
  search: 'M9 4a5 5 0 1 0 0 10a5 5 0 1 0 0-10M12.700 12.700l3.800 3.800',
  download: 'M10 3.500v9M6.500 9.500L10 13l3.500-3.500M4 16.500h12',
  table: 'M3.500 4.500h13v11h-13zM3.500 8.500h13M8.500 4.500v11',
  chart: 'M4 16V9M8 16V4.500M12 16v-5M16 16V7M3 16.500h14',
  plus: 'M10 4.500v11M4.500 10h11',
  sun: 'M10 7a3 3 0 1 0 0 6a3 3 0 1 0 0-6M10 2.500v2M10 15.500v2M2.500 10h2M15.500 10h2M4.700 4.700l1.400 1.400M13.900 13.900l1.400 1.400M4.700 15.300l1.400-1.400M13.900 6.100l1.400-1.400',
  moon: 'M15.500 12A6.500 6.500 0 0 1 8 4.500a6.200 6.200 0 1 0 7.500 7.500z',
  half: 'M10 3.500a6.500 6.500 0 1 0 0 13zM10 3.500a6.500 6.500 0 0 1 0 13',
  person: 'M10 10a3 3 0 1 0 0-6a3 3 0 0 0 0 6M4 16.500c.5-3.300 2.800-5 6-5s5.500 1.700 6 5',
  alert: 'M10 4L17 16H3zM10 8.500v3.500M10 14h.01',
  external: 'M8 5H4.500v10.500H15V12M11.500 4.500h4v4M15.500 4.500L9 11',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words that say the same; never the only bearer of meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
