/** What had the focus last, with all that it stood in. */
let last: readonly Element[] = [];

/** Where one goes on: what was made to take the focus, or the heading of the section that it stood in. */
function placeIn(element: Element): HTMLElement | null {
  if (element.matches('[tabindex="-1"]')) return element as HTMLElement;
  return element.matches('section') ? element.querySelector<HTMLElement>('h2[tabindex="-1"]') : null;
}

function inside(element: Element | null): Element[] {
  return element ? [element, ...inside(element.parentElement)] : [];
}

/** Gives the focus to the nearest place that is left when what had it is gone because of what it did. */
function keep(): void {
  const [gone] = last;
  if (!gone || gone.isConnected || document.activeElement !== document.body) return;
  const place = last
    .filter(one => one.isConnected)
    .map(placeIn)
    .find(Boolean);
  // What stood apart from the page, as a dialog does, leaves one on the page itself.
  (place ?? document.getElementById('main'))?.focus({ preventScroll: true });
}

/** Keeps watch over the whole page, once. */
export function watchFocus(): void {
  document.addEventListener('focusin', ({ target }) => (last = inside(target as Element)));
  // Whoever leaves what is still there has gone elsewhere.
  document.addEventListener('focusout', ({ target }) =>
    queueMicrotask(() => {
      const left = (target as Element).isConnected && document.activeElement === document.body;
      if (left && document.hasFocus()) last = [];
    }),
  );
  new MutationObserver(keep).observe(document.body, { childList: true, subtree: true });
}
