import { useEffect, useRef } from 'react';
import { useWords } from '../../language/language';
import { announce } from '../../parts/announcer';
import { PAGE } from './pages';

const words = {
  shown: {
    sv: (shown: number, of: number) => `${shown} av ${of} idéer är hämtade.`,
    en: (shown: number, of: number) => `${shown} of ${of} ideas have been fetched.`,
  },
};

/** Tells those who don't see the list how far it has been fetched, when more has come. */
export function useTold(shown: number, total: number | undefined): void {
  const t = useWords(words);
  const before = useRef(shown);
  useEffect(() => {
    if (total && before.current >= PAGE && shown > before.current) announce(t.shown(shown, total));
    before.current = shown;
  }, [shown]);
}
