import { useEffect } from 'react';
import { useWords } from '../../language/language';
import { Failed } from '../../parts/states';
import type { Pages } from './use-pages';

const words = {
  more: { sv: 'Visa fler', en: 'Show more' },
  fetching: { sv: 'Hämtar fler …', en: 'Fetching more …' },
};

/** Fetches the next page as soon as it comes into view; the button does so where nothing scrolls. */
export function MoreRow({ pages }: { pages: Pages<{ id: string }> }) {
  const t = useWords(words);
  const shown = pages.rows?.length ?? 0;
  const { asking, failed, more } = pages;
  const idle = !asking && !failed;
  useEffect(() => {
    if (idle) more();
  }, [idle, shown, more]);
  if (failed?.error) return <Failed error={failed.error} again={failed.again ?? more} />;
  return (
    <button type="button" className="more" onClick={more} aria-disabled={asking}>
      {asking ? t.fetching : t.more}
    </button>
  );
}
