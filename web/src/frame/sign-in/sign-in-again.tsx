import { useState } from 'react';
import { ended, goOnSignedOut } from '../../client/session';
import { useFollowed } from '../../client/stored';
import { useWords } from '../../language/language';
import { mayLeave } from '../../parts/form/unsaved';
import { SignInDialog } from './sign-in-dialog';

const words = {
  title: { sv: 'Du är inte längre inloggad', en: 'You are no longer signed in' },
  intro: {
    sv: 'Inloggningen har gått ut eller avslutats. Logga in igen, så fortsätter du där du var: det du har skrivit står kvar.',
    en: 'Your sign-in has run out or was ended. Sign in again and go on where you were: what you have written is still there.',
  },
  otherTab: { sv: 'Du kan också logga in i en ny flik', en: 'You can also sign in in a new tab' },
  cancel: { sv: 'Fortsätt utan att logga in', en: 'Go on without signing in' },
};

/** Says that the sign-in has ended, over a page that stands as it is until one has signed in again. */
export function SignInAgain() {
  return useFollowed(ended) ? <Again /> : null;
}

function Again() {
  const t = useWords(words);
  const [here] = useState(window.location.href);
  const intro = (
    <>
      <p>{t.intro}</p>
      <p className="soft">
        <a href={here} target="_blank" rel="noreferrer">
          {t.otherTab}
        </a>
        .
      </p>
    </>
  );
  // Once somebody has signed in the dialog is gone by itself.
  const close = () => ended.read() && mayLeave() && void goOnSignedOut();
  return <SignInDialog onClose={close} again={{ title: t.title, intro, cancel: t.cancel }} />;
}
