import { useEffect, useRef, useState } from 'react';

const FIRST_GUESS = 640;

/** The width a drawing has, so that its words keep their size on any screen. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_GUESS);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => entry && setWidth(Math.max(240, entry.contentRect.width)));
    watcher.observe(ref.current!);
    return () => watcher.disconnect();
  }, []);
  return { width, ref };
}
