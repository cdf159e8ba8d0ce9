import { countryCode, EU_COUNTRY_CODES } from '../shared/values/exact-values.js';
import type { Bilingual } from '../shared/text/wording.js';

/** What was written, in the one form that is stored, or what is wrong with it. */
export type Checked =
  { readonly value: string; readonly fault: null } | { readonly value: null; readonly fault: Bilingual };

/**
 * A Swedish organisationsnummer as NNNNNN-NNNN, written with or without the hyphen. A third digit below 2 is that of
 * a sole trader, whose number is a personal identity number and is not stored.
 */
export function organisationNumber(written: string): Checked {
  const [, six, four] = /^(\d{6})-?(\d{4})$/.exec(withoutSpaces(written)) ?? [];
  if (!six || !four) {
    return wrong('Ett organisationsnummer skrivs NNNNNN-NNNN.', 'An organisation number is written NNNNNN-NNNN.');
  }
  if (six.charAt(2) < '2') {
    return wrong(
      'Tredje siffran måste vara minst 2: personnummer och enskilda firmors nummer tas inte emot.',
      "The third digit must be 2 or more: personal identity numbers, also sole traders', are not accepted.",
    );
  }
  if (!keepsLuhn(six + four)) {
    return wrong(
      'Organisationsnumrets sista siffra stämmer inte; kontrollera vad som skrivits.',
      "The organisation number's last digit doesn't add up; check what was written.",
    );
  }
  return right(`${six}-${four}`);
}

/** Luhn's check (ISO/IEC 7812-1): every second digit from the right doubled, the sum of all digits ends in 0. */
export function keepsLuhn(digits: string): boolean {
  const values = [...digits].reverse().map((digit, place) => Number(digit) * (place % 2 === 0 ? 1 : 2));
  return values.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}

/** The EU's Participant Identification Code: nine digits. */
export function participantCode(written: string): Checked {
  const digits = withoutSpaces(written);
  if (/^\d{9}$/.test(digits)) return right(digits);
  return wrong('En PIC har nio siffror.', 'A PIC has nine digits.');
}

/** A country by its ISO 3166-1 alpha-2 code, in capitals. */
export function country(written: string): Checked {
  const code = withoutSpaces(written).toUpperCase();
  const iso = EU_COUNTRY_CODES.get(code);
  if (iso)
    return wrong(
      `${code} är EU:s kod; skriv ${iso} (ISO 3166-1).`,
      `${code} is the EU's code; write ${iso} (ISO 3166-1).`,
    );
  if (countryCode(code)) return right(code);
  const said = JSON.stringify(written.slice(0, 20));
  return wrong(
    `${said} är inget land enligt ISO 3166-1. Skriv dess kod: SE, DK …`,
    `${said} is no country of ISO 3166-1. Write its code: SE, DK, …`,
  );
}

/**
 * A NUTS code in capitals: two letters for the country, as Eurostat writes them (EL, UK), and up to three figures or
 * letters for its regions. It must lie in the partner's country where that is known. Regulation (EC) 1059/2003.
 */
export function nutsCode(written: string, inCountry?: string | null): Checked {
  const code = withoutSpaces(written).toUpperCase();
  if (!/^[A-Z]{2}[0-9A-Z]{0,3}$/.test(code)) {
    return wrong('En NUTS-kod skrivs som SE221 (Blekinge).', 'A NUTS code is written like SE221 (Blekinge).');
  }
  const prefix = code.slice(0, 2);
  const lies = EU_COUNTRY_CODES.get(prefix) ?? prefix;
  if (!countryCode(lies)) return wrong(`${prefix} är inget land.`, `${prefix} is no country.`);
  if (inCountry && lies !== inCountry) {
    return wrong(`${code} ligger i ${lies}, inte i ${inCountry}.`, `${code} lies in ${lies}, not in ${inCountry}.`);
  }
  return right(code);
}

function withoutSpaces(written: string): string {
  return written.replace(/\s/g, '');
}

function right(value: string): Checked {
  return { value, fault: null };
}

function wrong(sv: string, en: string): Checked {
  return { value: null, fault: { sv, en } };
}
