import type { Virtualizer, VirtualItem } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';

/** How high the rows of lists were when they were left. */
const measured = new Map<string, VirtualItem[]>();

/** What a list begins with whose rows have been measured before: it is as high as it was when one comes back to it. */
export const measuredOf = (name: string): { initialMeasurementsCache: VirtualItem[] } => ({
  initialMeasurementsCache: measured.get(name) ?? [],
});

/** Remembers the heights once the list is left. */
export function useMeasured<S extends Element | Window>(name: string, virtualizer: Virtualizer<S, HTMLElement>): void {
  const list = useRef(virtualizer);
  list.current = virtualizer;
  useLayoutEffect(() => () => void measured.set(name, list.current.takeSnapshot()), [name]);
}
