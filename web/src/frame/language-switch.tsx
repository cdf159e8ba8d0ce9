import { chooseLanguage, useLanguage } from '../language/language';

/** Swedish or English; each is named in itself, so that its readers know it. */
export function LanguageSwitch() {
  const tongue = useLanguage();
  const other = tongue === 'sv' ? 'en' : 'sv';
  return (
    <button type="button" className="tool" lang={other} onClick={() => chooseLanguage(other)}>
      {other === 'sv' ? 'Svenska' : 'English'}
    </button>
  );
}
