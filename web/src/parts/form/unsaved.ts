import { useEffect, type RefObject } from 'react';
import { language, speak } from '../../language/language';

const words = {
  leave: {
    sv: 'Det du har skrivit är inte sparat. Vill du lämna det?',
    en: 'What you have written is not saved. Do you want to leave it?',
  },
};

/** The forms in which something is written that the service hasn't been given. */
const unsaved = new Set<HTMLFormElement>();

/** Whether what is written may be left, in one form or in all: asked only where something would be lost. */
export function mayLeave(form?: HTMLFormElement | null): boolean {
  const lost = form ? unsaved.has(form) : unsaved.size > 0;
  return !lost || window.confirm(speak(words, language.read()).leave);
}

/** Says that the form's content is on its way, or that it isn't after all. */
export const noteSent = (form: HTMLFormElement): boolean => unsaved.delete(form);
export const noteUnsaved = (form: HTMLFormElement): Set<HTMLFormElement> => unsaved.add(form);

/** Asks before the page of a form is left in which something is written: by a link, back, reload or closing the tab. */
export function useUnsaved(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const watched = form.current!;
    const note = () => void noteUnsaved(watched);
    watched.addEventListener('input', note);
    return () => {
      watched.removeEventListener('input', note);
      noteSent(watched);
    };
  }, [form]);
}

/** The moment that a page is left, of which browsers tell since 2025; others only tell when the tab closes. */
interface Leaving extends Event {
  destination: { url: string };
}

/** Keeps watch over the whole page, once. */
export function watchLeaving(): void {
  window.addEventListener('beforeunload', event => unsaved.size > 0 && event.preventDefault());
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('navigate', event => {
    const { destination, cancelable } = event as Leaving;
    if (!cancelable || new URL(destination.url).pathname === window.location.pathname) return;
    if (mayLeave()) unsaved.clear();
    else event.preventDefault();
  });
}
