import { useSyncExternalStore } from 'react';

/** Below this width one column fills the screen; the same width as in the styles. Paper is never narrow. */
const NARROW = 'screen and (max-width: 45rem)';

function follow(listener: () => void): () => void {
  const media = window.matchMedia(NARROW);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether the screen has room for one column only. */
export function useNarrow(): boolean {
  return useSyncExternalStore(follow, () => window.matchMedia(NARROW).matches);
}
