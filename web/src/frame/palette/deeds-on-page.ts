/** Something that the page lets one do now. */
export interface PageDeed {
  name: string;
  /** The part of the page it belongs to. */
  part: string;
  choose: () => void;
}

/** More would be no help to anybody, and a board of thousands is searched by other means. */
const MOST = 300;

const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

const nameOf = (element: HTMLElement): string => element.getAttribute('aria-label') ?? textOf(element);

function partOf(element: HTMLElement): string {
  const part = element.closest('section, article, fieldset, [role="group"]');
  const labelled = part?.getAttribute('aria-labelledby');
  return (
    part?.getAttribute('aria-label') ??
    textOf(labelled ? document.getElementById(labelled) : part?.querySelector('h1, h2, h3, legend'))
  );
}

/**
 * What the page allows is what stands on it: every button that shows and every way to another page. So nothing that a page
 * offers can be forgotten here, and nothing is offered that it doesn't.
 */
export function deedsOnPage(): PageDeed[] {
  const found = document.querySelectorAll<HTMLElement>(
    'main button, main a[href]:not([href^="#"]), main summary, footer a[href]',
  );
  return [...found]
    .filter(element => element.checkVisibility() && !element.matches(':disabled, [aria-disabled="true"]'))
    .slice(0, MOST)
    .map(element => ({
      name: nameOf(element),
      part: partOf(element),
      choose: () => (element.focus(), element.click()),
    }))
    .filter(({ name }) => name !== '');
}
