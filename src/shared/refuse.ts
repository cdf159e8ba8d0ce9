import { describedEnum } from './described-enum.js';
import type { Localized } from './text/localized-text.js';

export const UserErrorCode = describedEnum('UserErrorCode', 'What kind of thing the caller can put right.', {
  INVALID: 'A value is wrong; the message says what would be right.',
  REQUIRED: 'Something that is needed was left out.',
  NOT_FOUND: 'There is nothing with that id or code, or the viewer may not see it.',
  ALREADY_EXISTS: 'Something else already has that unique name, code or place.',
  CONFLICT: 'Somebody else changed it in the meantime: read it again and repeat.',
  GATE_NOT_MET: 'The gate to the next stage has requirements that are not met; they are listed.',
  ILLEGAL_TRANSITION: 'That move is not possible from here; the message names what is.',
  NOT_ELIGIBLE: "A rule of the funding call or of the programme, or a clock, doesn't allow it.",
  FORBIDDEN: 'The viewer may see it but not do this.',
});
export type UserErrorCode = keyof typeof UserErrorCode;

/** One thing that a person can put right. `path` leads to the input's field. */
export interface Fault {
  code: UserErrorCode;
  message: Localized;
  path?: readonly string[] | null;
}

/** A change that was refused; it undoes the transaction and becomes `userErrors`. */
export class Refusal extends Error {
  constructor(
    readonly faults: readonly Fault[],
    readonly payload: Record<string, unknown> = {},
  ) {
    super(faults.map(({ code, message }) => `${code}: ${message.en ?? message.sv}`).join(' · '));
  }
}

const DEFAULT_MESSAGES: Record<UserErrorCode, Localized> = {
  INVALID: { sv: 'Värdet är inte giltigt.', en: 'The value is not valid.' },
  REQUIRED: { sv: 'Uppgiften behövs.', en: 'This is required.' },
  NOT_FOUND: {
    sv: 'Det finns inget sådant, eller så får du inte se det.',
    en: 'There is no such thing, or you may not see it.',
  },
  ALREADY_EXISTS: { sv: 'Det finns redan.', en: 'It already exists.' },
  CONFLICT: {
    sv: 'Det här har ändrats sedan du läste det. Läs igen och försök på nytt.',
    en: 'This has changed since you read it. Read it again and retry.',
  },
  GATE_NOT_MET: {
    sv: 'Alla krav för nästa steg är inte uppfyllda än.',
    en: 'Not everything the next stage requires is met.',
  },
  ILLEGAL_TRANSITION: { sv: 'Det steget är inte möjligt härifrån.', en: 'That move is not possible from here.' },
  NOT_ELIGIBLE: { sv: 'Utlysningens regler tillåter inte det.', en: "The funding call's rules don't allow it." },
  FORBIDDEN: { sv: 'Du får inte göra det här.', en: 'You may not do this.' },
};

/** Refuses the change with one reason that a person can act on. */
export function refuse(
  code: UserErrorCode,
  { path, message, payload }: { path?: readonly string[]; message?: Localized; payload?: Record<string, unknown> } = {},
): never {
  throw new Refusal([{ code, path: path ?? null, message: message ?? DEFAULT_MESSAGES[code] }], payload);
}

/** Refuses with everything that is wrong at once; does nothing when nothing is. */
export function refuseAny(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Refusal(faults);
}

/** A fault with the code's own words, or better ones. */
export function fault(code: UserErrorCode, path: readonly string[], message?: Localized): Fault {
  return { code, path, message: message ?? DEFAULT_MESSAGES[code] };
}
