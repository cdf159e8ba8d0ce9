import { useWords } from '../../language/language';

const words = {
  shown: {
    sv: (shown: number, of: number) => `Här står ${shown} av ${of} idéer: de som var hämtade när sidan skrevs ut.`,
    en: (shown: number, of: number) => `These are ${shown} of ${of} ideas: those fetched when the page was printed.`,
  },
};

/** Says on paper that there are more ideas than stand there. */
export function LeftOut({ shown, of }: { shown: number | undefined; of: number | undefined }) {
  const t = useWords(words);
  if (shown === undefined || of === undefined || shown >= of) return null;
  return <p className="on-paper">{t.shown(shown, of)}</p>;
}
