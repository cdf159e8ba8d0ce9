const FIELDS = ':is(input, textarea, select):not([type=hidden])';

/**
 * Begins what was just opened at its first field, in view, as soon as there is one; until then elsewhere in it. Whoever has
 * gone on meanwhile is left there. Returns what ends the waiting.
 */
export function beginAtFirstField(opened: HTMLElement, until: HTMLElement | null = opened): () => void {
  const fieldNow = () => [...opened.querySelectorAll<HTMLElement>(FIELDS)].find(one => one.checkVisibility());
  const begin = (): boolean => {
    const field = fieldNow();
    if (field) opened.scrollIntoView({ block: 'nearest' });
    (field ?? until)?.focus();
    return Boolean(field);
  };
  if (begin()) return () => {};
  const waiting = new MutationObserver(() => {
    const elsewhere = document.activeElement !== until && document.activeElement !== document.body;
    if (elsewhere || (fieldNow() && begin())) waiting.disconnect();
  });
  waiting.observe(opened, { childList: true, subtree: true });
  return () => waiting.disconnect();
}
