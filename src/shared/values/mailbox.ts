/** The longest address that can be delivered to (RFC 5321, 4.5.3.1.3). */
const LONGEST = 254;

/** What a mailbox's description asks for. */
export const A_ROLES_MAILBOX =
  "A role's mailbox, such as innovation@organisation.example, rather than a person's: who answers changes, and a personal address is personal data. At most 254 characters.";

const LOCAL = "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[\\p{L}\\p{N}-]+';
const MAILBOX = new RegExp(`^${LOCAL}@${LABEL}(\\.${LABEL})+$`, 'u');

/** Whether mail can be sent to an address, which has no blanks in or around it. */
export function isMailbox(written: string): boolean {
  return written.length <= LONGEST && MAILBOX.test(written);
}

export const NO_MAILBOX = {
  sv: 'Skriv en e-postadress, helst en roll eller funktion: innovation@organisation.example.',
  en: "Write an e-mail address, preferably a role's: innovation@organisation.example.",
};
