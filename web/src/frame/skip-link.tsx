import { useWords } from '../language/language';

const words = { skip: { sv: 'Hoppa till innehållet', en: 'Skip to the content' } };

/** The first stop of the Tab key: past the header. */
export function SkipLink() {
  const t = useWords(words);
  return (
    <a
      className="skip"
      href="#main"
      onClick={event => (event.preventDefault(), document.getElementById('main')?.focus())}
    >
      {t.skip}
    </a>
  );
}
