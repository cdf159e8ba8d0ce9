/** What scrolls by itself on a page, beside the page. */
const SCROLLERS = '.column-scroll, .table-scroll';
/** Milliseconds in which a page that one comes back to may grow to where it was left, and must then stay there. */
const PATIENCE = 5_000;
const STILL = 300;
/** Whoever does something meanwhile is not moved any more. */
const DEEDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

/** How far what scrolls was scrolled, by its name. */
type Places = Map<string, number>;

/** By the entries of the tab's history. */
const kept = new Map<string, Places>();
let cameBackTo: Places | undefined;

/** Where the browser doesn't tell its entries apart, nothing is kept. */
function entryNow(): string | undefined {
  return (window as { navigation?: { currentEntry: { key: string } | null } }).navigation?.currentEntry?.key;
}

/** The page has no name, and a part of it the name of what it stands in. */
function nameOf(scrolled: EventTarget | null): string | undefined {
  if (scrolled === document) return '';
  const part = scrolled as Element;
  return part.matches(SCROLLERS) ? part.closest('[id]')?.id : undefined;
}

function scrollerOf(name: string): Element | null | undefined {
  return name === '' ? document.scrollingElement : document.getElementById(name)?.querySelector(SCROLLERS);
}

function note({ target }: Event): void {
  const [entry, name] = [entryNow(), nameOf(target)];
  if (entry === undefined || name === undefined) return;
  const places: Places = kept.get(entry) ?? new Map<string, number>();
  kept.set(entry, places.set(name, scrollerOf(name)?.scrollTop ?? 0));
}

/** Remembers how far each page was scrolled, for whoever comes back to it by the browser's buttons. */
export function watchScrolling(): void {
  window.history.scrollRestoration = 'manual';
  document.addEventListener('scroll', note, { capture: true, passive: true });
  window.addEventListener('popstate', () => (cameBackTo = new Map(kept.get(entryNow() ?? ''))), { capture: true });
  window.addEventListener('pushState', () => (cameBackTo = undefined));
}

/** Begins a page: at its top, or where it was left by whoever has come back. Returns what ends that. */
export function beginScrolling(): () => void {
  const places = cameBackTo ?? new Map<string, number>();
  cameBackTo = undefined;
  window.scrollTo(0, 0);
  let left = places.size === 0;
  const leave = () => (left = true);
  for (const deed of DEEDS) window.addEventListener(deed, leave, { once: true, passive: true });
  const began = Date.now();
  let reached = Infinity;
  const step = () => {
    const now = Date.now();
    reached = [...places].every(([name, top]) => scrolledTo(name, top)) ? Math.min(reached, now) : Infinity;
    if (left || now - reached > STILL || now - began > PATIENCE) return;
    window.requestAnimationFrame(step);
  };
  step();
  return () => {
    leave();
    for (const deed of DEEDS) window.removeEventListener(deed, leave);
  };
}

/** Scrolls as far as there is something; says whether that is far enough. */
function scrolledTo(name: string, top: number): boolean {
  const scroller = scrollerOf(name);
  if (scroller && Math.abs(scroller.scrollTop - top) > 1) scroller.scrollTop = top;
  return scroller !== null && scroller !== undefined && Math.abs(scroller.scrollTop - top) <= 1;
}
