import { refuse } from '../../../../shared/refuse.js';
import type { Bilingual } from '../../../../shared/text/wording.js';

/** A failure that passes by itself: worth another try, perhaps after a pause that the source asks for. */
export class PassingFailure extends Error {
  constructor(
    readonly reason: Bilingual,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(reason.en);
  }
}

/** Refuses the import because of its source. */
export function refuseSource(reason: Bilingual): never {
  return refuse('INVALID', { path: ['url'], message: reason });
}

export const NO_ADDRESS: Bilingual = {
  sv: 'Adressen ska börja med http:// eller https://.',
  en: 'The address must begin with http:// or https://.',
};

export const KEY_IN_ADDRESS: Bilingual = {
  sv: 'Namn och lösenord får inte stå i adressen. Sätt nyckeln i IMPORT_API_KEY.',
  en: 'No name and password may stand in the address. Put the key in IMPORT_API_KEY.',
};

export function tooLarge(maxBytes: number): Bilingual {
  return { sv: `Källan är större än ${maxBytes} byte.`, en: `The source is larger than ${maxBytes} bytes.` };
}

export function wrongType(type: string): Bilingual {
  return {
    sv: `Källan svarade med ${type}, som inte är formatets. Är adressen rätt, och krävs en nyckel?`,
    en: `The source answered with ${type}, which is not of the format. Is the address right, and is a key needed?`,
  };
}

export function badStatus(status: number): Bilingual {
  return { sv: `Källan svarade ${status}.`, en: `The source answered ${status}.` };
}

export function noAnswer(reason: string): Bilingual {
  return { sv: `Källan svarade inte helt: ${reason}.`, en: `The source did not answer in full: ${reason}.` };
}

export function tooLongPause(seconds: number): Bilingual {
  return { sv: `Källan ber om ${seconds} sekunders paus.`, en: `The source asks for a pause of ${seconds} seconds.` };
}
