import { ConfigError } from '../shared/program/config-error.js';
import { inLocale, type Locale } from '../shared/text/localized-text.js';
import type { Bilingual } from '../shared/text/wording.js';

const LOCALES: ReadonlyMap<string, Locale> = new Map([
  ['sv', 'SV'],
  ['en', 'EN'],
]);

/** What every command is told beside its own words. */
export const LOCALE_USAGE: Bilingual = {
  sv: '--locale sv|en   språket; utan det som LC_ALL, LC_MESSAGES eller LANG säger, annars engelska',
  en: '--locale sv|en   the language; without it as LC_ALL, LC_MESSAGES or LANG say, else English',
};

/** What a command was given, without what chooses the language. */
export function given(args: readonly string[] = process.argv.slice(2)): string[] {
  const at = args.findIndex(isChoice);
  if (at < 0) return [...args];
  if (!chosenIn(args)) throw new ConfigError(say(LOCALE_USAGE));
  return args.toSpliced(at, args[at] === '--locale' ? 2 : 1);
}

/** A text in the language that was chosen, or else in that of the surroundings. */
export function say(text: Bilingual): string {
  return inLocale(text, localeOf(process.argv.slice(2), process.env));
}

export function localeOf(args: readonly string[], { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Locale {
  const around = LC_ALL || LC_MESSAGES || LANG || '';
  return chosenIn(args) ?? (/^sv(?![a-z])/i.test(around) ? 'SV' : 'EN');
}

const isChoice = (word: string) => word === '--locale' || word.startsWith('--locale=');

function chosenIn(args: readonly string[]): Locale | undefined {
  const at = args.findIndex(isChoice);
  return at < 0 ? undefined : LOCALES.get(args[at]!.split('=')[1] ?? args[at + 1] ?? '');
}
