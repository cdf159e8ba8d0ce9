import { useLanguage } from './language';

/** What the EU itself calls its funders and programmes in Swedish; sources name them in English. */
const SWEDISH: readonly (readonly [english: RegExp, swedish: string])[] = [
  [/\bEuropean Commission\b/g, 'Europeiska kommissionen'],
  [/\bHorizon Europe\b/g, 'Horisont Europa'],
  [/\bERDF\b/g, 'Eruf'],
  [/\bInterreg South Baltic\b/g, 'Interreg Södra Östersjön'],
  [/\bInnovation Fund\b/g, 'Innovationsfonden'],
  [/\bDigital Europe\b/g, 'Programmet för ett digitalt Europa'],
  [/\bConnecting Europe Facility\b/g, 'Fonden för ett sammanlänkat Europa'],
  [/\bCreative Europe\b/g, 'Kreativa Europa'],
];

const inSwedish = (name: string) => SWEDISH.reduce((text, [english, swedish]) => text.replace(english, swedish), name);

/** A funder's or programme's name in the page's language where the EU has one; any other stands as it is. */
export function useKnownName(): (name: string) => string {
  const language = useLanguage();
  return name => (language === 'sv' ? inSwedish(name) : name);
}
