import Negotiator from 'negotiator';
import type { Locale } from '../shared/text/localized-text.js';

/** The language that Accept-Language prefers, Swedish unless English comes first. */
export function localeOf(headers: Record<string, string | string[] | undefined>): Locale {
  return new Negotiator({ headers }).language(['sv', 'en']) === 'en' ? 'EN' : 'SV';
}
