import { useEffect, useRef, useState, type RefObject } from 'react';

/** Every way an address changes: by hand, by the browser's buttons, and by the links of the page (told by wouter). */
const CHANGES = ['hashchange', 'popstate', 'pushState', 'replaceState'];

/** What stands after `#name` in the address, as in `#name/about`; null where the address names something else. */
function namedIn(hash: string, name: string): string | null {
  const [named, ...about] = hash.slice(1).split('/');
  // Unlike decodeURIComponent this takes any address that somebody may have mistyped.
  return named === name ? new URLSearchParams(`about=${about.join('/')}`).get('about') : null;
}

/** Hears when the address names it, also at once. */
function useHash(name: string, onNamed: (about: string) => unknown): void {
  const heard = useRef(onNamed);
  useEffect(() => {
    heard.current = onNamed;
  });
  useEffect(() => {
    const read = () => {
      const about = namedIn(window.location.hash, name);
      if (about !== null) heard.current(about);
    };
    read();
    for (const change of CHANGES) window.addEventListener(change, read);
    return () => {
      for (const change of CHANGES) window.removeEventListener(change, read);
    };
  }, [name]);
}

/** A form or dialog that an address can open. */
export interface Opened {
  open: boolean;
  /** What the address says after the name: `ACADEMIA` in `#add-member/ACADEMIA`; empty where nothing. */
  about: string;
  show: (about?: string) => void;
  close: () => void;
}

/** What `#name` or `#name/about` in the address opens, from wherever the link stands; a button can open it too. */
export function useOpenedBy(name: string): Opened {
  const [about, setAbout] = useState<string | null>(null);
  useHash(name, setAbout);
  const close = () => {
    setAbout(null);
    const { pathname, search, hash } = window.location;
    if (namedIn(hash, name) !== null) window.history.replaceState(window.history.state, '', pathname + search);
  };
  return { open: about !== null, about: about ?? '', show: (said = '') => setAbout(said), close };
}

/** Leads whom the address sends to `#name` there, as soon as it is shown. What it is given to takes `tabIndex={-1}`. */
export function useReachedBy<T extends HTMLElement>(name: string): RefObject<T | null> {
  const place = useRef<T>(null);
  // The dialog whose link leads here closes first: until then it keeps the focus, and then it gives it back.
  useHash(name, () =>
    window.setTimeout(() => {
      place.current?.scrollIntoView({ block: 'start' });
      place.current?.focus({ preventScroll: true });
    }),
  );
  return place;
}
