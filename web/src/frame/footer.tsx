import { Link } from 'wouter';
import { useLanguage, useWords } from '../language/language';

const words = {
  about: {
    sv: 'Projektidéernas väg från koncept till 5–10-åriga projekt för grön omställning i Blekinge.',
    en: 'The path of project ideas from concept to 5–10 year projects for the green transition in Blekinge.',
  },
  built: {
    sv: 'Allt du ser här kommer från det öppna GraphQL-API:et.',
    en: 'Everything you see here comes from the public GraphQL API.',
  },
  explorer: { sv: 'Utforska API:et', en: 'Explore the API' },
  accessibility: { sv: 'Tillgänglighetsredogörelse', en: 'Accessibility statement' },
  privacy: { sv: 'Så behandlas personuppgifter', en: 'How personal data is treated' },
};

/** What this is, and the way to the API it is built on. */
export function Footer() {
  const t = useWords(words);
  const locale = useLanguage();
  return (
    <footer className="bottom">
      <p>{t.about}</p>
      <p>
        {t.built} <Link href="/explorer">{t.explorer}</Link>
      </p>
      <p>
        <a href={`/accessibility?locale=${locale}`}>{t.accessibility}</a>{' '}
        <a href={`/privacy?locale=${locale}`}>{t.privacy}</a>
      </p>
    </footer>
  );
}
