import type { CombinedError } from '@urql/core';
import { isRefusal } from '../../client/certain';
import { useWords } from '../../language/language';
import type { Problem } from './problems';

const words = {
  unsure: {
    sv: 'Vi vet inte om ändringen gick igenom. Läs in sidan på nytt och se efter innan du gör om den.',
    en: 'We do not know whether the change went through. Reload the page and look before you make it again.',
  },
  signedOut: {
    sv: 'Du var inte längre inloggad, så ändringen gjordes inte. Logga in och skicka den igen.',
    en: 'You were no longer signed in, so the change was not made. Sign in and send it again.',
  },
  tooLarge: {
    sv: 'Det som skickades är större än tjänsten tar emot på en gång, så inget ändrades. Dela filen, eller be den som driver tjänsten läsa in den.',
    en: 'What was sent is larger than the service takes at once, so nothing was changed. Divide the file, or ask whoever runs the service to import it.',
  },
  refused: { sv: 'Tjänsten tog inte emot ändringen.', en: 'The service did not take the change.' },
};

/** What stands in the way of a change: what the service found wrong with it, why it was not read, or that nobody knows. */
export function useProblems() {
  const t = useWords(words);
  return (found: readonly Problem[] | undefined, error: CombinedError | undefined): readonly Problem[] => {
    if (found) return found;
    const hasCode = (code: string) => error?.graphQLErrors.some(({ extensions }) => extensions['code'] === code);
    if (hasCode('UNAUTHENTICATED')) return [{ message: t.signedOut }];
    if (hasCode('BODY_TOO_LARGE')) return [{ message: t.tooLarge }];
    const told = error?.graphQLErrors.map(({ message }) => ({ message })) ?? [];
    if (told.length > 0) return told;
    const response = error?.response as Response | undefined;
    return [{ message: response && isRefusal(response) ? t.refused : t.unsure }];
  };
}
