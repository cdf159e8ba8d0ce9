import { isAscii } from 'node:buffer';
import { domainToASCII } from 'node:url';

/** The longest address that can be delivered to (RFC 5321, 4.5.3.1.3). */
const LONGEST = 254;

/** What a mailbox's description asks for. */
export const A_ROLES_MAILBOX =
  "A role's mailbox, such as innovation@organisation.example, rather than a person's: who answers changes, and a personal address is personal data. At most 254 characters.";

/** The longest that stands before the @, in bytes (4.5.3.1.1). */
const LONGEST_LOCAL = 64;

/** Words with single dots between them; what begins with a hyphen is an option to programs that send mail. */
const ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const LOCAL = `(?!-)${ATOM}(?:\\.${ATOM})*`;
const LABEL = '(?!-)[\\p{L}\\p{M}\\p{N}-]{1,63}(?<!-)';
/** The last label of a name is no number: four numbers are an address of a machine, not a name. */
const MAILBOX = new RegExp(`^(${LOCAL})@(?:${LABEL}\\.)+(?!\\p{N}+$)${LABEL}$`, 'u');

/** Whether mail can be sent to an address, which has no blanks in or around it. */
export function isMailbox(written: string): boolean {
  const [, local] = (written.length <= LONGEST && MAILBOX.exec(written)) || [];
  return local !== undefined && Buffer.byteLength(local) <= LONGEST_LOCAL;
}

/**
 * The address as every mail server takes it, its domain as `xn--`; null where it has none: letters beyond ASCII before
 * the @ are for servers alone that speak SMTPUTF8 (RFC 6531).
 */
export function mailboxInAscii(written: string): string | null {
  const at = written.lastIndexOf('@');
  const [local, domain] = [written.slice(0, at), domainToASCII(written.slice(at + 1))];
  return domain !== '' && isAscii(Buffer.from(local)) ? `${local}@${domain}` : null;
}

export const NO_MAILBOX = {
  sv: 'Skriv en e-postadress, helst en roll eller funktion: innovation@organisation.example.',
  en: "Write an e-mail address, preferably a role's: innovation@organisation.example.",
};
