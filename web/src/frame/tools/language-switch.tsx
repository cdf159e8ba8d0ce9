import { chooseLanguage, useLanguage } from '../../language/language';

const NAMES = { sv: 'Svenska', en: 'English' } as const;

/** Swedish or English; each is named in itself, so that its readers know it. */
export function LanguageSwitch() {
  const other = useLanguage() === 'sv' ? 'en' : 'sv';
  // Who speaks to the computer says what stands there: the name, or on a phone the code.
  const label = `${other.toUpperCase()} – ${NAMES[other]}`;
  return (
    <button type="button" className="tool" lang={other} aria-label={label} onClick={() => chooseLanguage(other)}>
      <span className="on-wide">{NAMES[other]}</span>
      <span className="on-narrow">{other.toUpperCase()}</span>
    </button>
  );
}
