import { Link, useLocation } from 'wouter';
import { useWords } from '../language/language';
import { ConnectionMark } from './connection-mark';
import { LanguageSwitch } from './tools/language-switch';
import { placeWords } from './places/places';
import { PaletteButton } from './palette/palette-button';
import { SignIn } from './sign-in/sign-in';
import { ThemeSwitch } from './tools/theme-switch';
import { usePlaces } from './places/use-places';

const words = {
  home: { sv: 'Kickstart S3 Blekinge – till tavlan', en: 'Kickstart S3 Blekinge – to the board' },
  pages: { sv: 'Sidor', en: 'Pages' },
};

/** The way around, who is signed in, and how the page hears of changes. */
export function Header() {
  const t = useWords(words);
  return (
    <header className="top">
      <div className="top-row">
        <Link href="/" className="brand" aria-label={t.home}>
          <Mark />
          <span className="brand-name">
            Kickstart S3 <span>Blekinge</span>
          </span>
        </Link>
        <Places />
        <div className="top-tools">
          <PaletteButton />
          <ConnectionMark />
          <LanguageSwitch />
          <ThemeSwitch />
          <SignIn />
        </div>
      </div>
      <Shore />
    </header>
  );
}

function Places() {
  const t = useWords(words);
  const name = useWords(placeWords);
  const [path] = useLocation();
  return (
    <nav aria-label={t.pages}>
      {usePlaces().map(([href, place, here]) => (
        <Link key={href} href={href} aria-current={here.test(path) ? 'page' : undefined}>
          {name[place]}
        </Link>
      ))}
    </nav>
  );
}

/** An oak leaf over water: the county's tree and its sea. */
function Mark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        className="leaf"
        d="M16 3c2 0 3.100 2 2.700 3.700 2-.7 3.600 1 3.100 2.700 1.800.2 2.400 2.400 1.200 3.700-1.400 1.600-4.300 2.400-6.200 2.400V21h-1.600v-5.500c-1.900 0-4.800-.8-6.200-2.400-1.200-1.300-.6-3.500 1.200-3.700-.5-1.700 1.100-3.400 3.100-2.700C12.900 5 14 3 16 3z"
      />
      <path className="wave" d="M3 24q3.250-2.600 6.500 0t6.500 0 6.500 0 6.500 0M6 28.500q2.500-2 5 0t5 0 5 0 5 0" />
    </svg>
  );
}

/** The archipelago on the horizon, as a line under the header. */
function Shore() {
  return (
    <svg className="shore" viewBox="0 0 1200 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path
        className="far"
        d="M0 24V15c60 0 70-5 120-5s60 6 130 6 90-9 150-9 80 8 150 8 90-6 160-6 70 7 140 7 90-10 160-10 100 9 190 8v10z"
      />
      <path
        className="near"
        d="M0 24v-4c80 0 100-4 170-4s80 5 160 5 110-7 180-7 90 7 170 6 120-4 190-4 110 5 180 4 90-5 150-4v8z"
      />
    </svg>
  );
}
