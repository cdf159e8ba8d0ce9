import { useEffect, useState, type Key } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being printed: then a list shows all that it has, and not only what fits the window. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(() => window.matchMedia('print').matches);
  useEffect(() => {
    const media = window.matchMedia('print');
    // The browser takes its picture as soon as this returns.
    const turn = (on: boolean) => flushSync(() => setPrinting(on));
    const [before, after, changed] = [() => turn(true), () => turn(false), () => turn(media.matches)];
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    media.addEventListener('change', changed);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      media.removeEventListener('change', changed);
    };
  }, []);
  return printing;
}

/** A row as it is placed. */
export interface Placed {
  key: Key | bigint;
  index: number;
  start: number;
  end: number;
}

/** The rows that are in the page: on paper all there are, one after the other. */
export function usePlaced(rows: readonly { id: string }[], onScreen: () => readonly Placed[]): readonly Placed[] {
  return usePrinting() ? rows.map(({ id }, index) => ({ key: id, index, start: 0, end: 0 })) : onScreen();
}
