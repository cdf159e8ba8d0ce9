import { Link } from 'wouter';
import { useWords } from '../language/language';
import { Page } from '../parts/page';

const words = {
  title: { sv: 'Sidan finns inte', en: 'There is no such page' },
  more: {
    sv: 'Den kan ha flyttats, eller visa något som bara de inblandade ser.',
    en: 'It may have moved, or show something only those involved may see.',
  },
  board: { sv: 'Till tavlan', en: 'To the board' },
};

/** An address that leads nowhere, or to something the viewer may not see. */
export function NotFound() {
  const t = useWords(words);
  return (
    <Page title={t.title}>
      <p>{t.more}</p>
      <p>
        <Link href="/" className="button">
          {t.board}
        </Link>
      </p>
    </Page>
  );
}
