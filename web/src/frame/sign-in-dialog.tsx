import { useState, type FormEvent } from 'react';
import { askingOnce } from '../client/client';
import { signIn } from '../client/key';
import { ViewerDocument } from '../gql/graphql';
import { language, useWords } from '../language/language';
import { announce } from '../parts/announcer';
import { DialogActions } from '../parts/dialog-actions';
import { Dialog } from '../parts/dialog';
import { Field } from '../parts/field';
import { textOf } from '../parts/form-text';

const words = {
  title: { sv: 'Logga in', en: 'Sign in' },
  intro: {
    sv: 'Utan inloggning ser du de offentliga idéerna och utlysningarna.',
    en: 'Without signing in you see the public ideas and calls.',
  },
  key: { sv: 'API-nyckel eller åtkomstbevis', en: 'API key or access token' },
  hint: {
    sv: 'Nyckeln får du av Region Blekinge. Ett åtkomstbevis (OIDC) från din organisation fungerar också.',
    en: 'Region Blekinge gives you the key. An access token (OIDC) from your organisation works as well.',
  },
  keep: { sv: 'Kom ihåg mig på den här enheten', en: 'Remember me on this device' },
  wrong: {
    sv: 'Nyckeln är inte känd, eller så gäller den inte längre.',
    en: 'The key is not known, or no longer valid.',
  },
  unreachable: { sv: 'Tjänsten går inte att nå. Försök igen.', en: "The service can't be reached. Try again." },
  welcome: { sv: (who: string) => `Inloggad som ${who}.`, en: (who: string) => `Signed in as ${who}.` },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
};

/** Asks for a key, tries it, and keeps it as long as the person wants. */
export function SignInDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const { error, signInWith } = useSignIn(onClose);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void signInWith(new FormData(event.currentTarget));
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{t.intro}</p>
        <Field label={t.key} hint={t.hint} error={error}>
          {wiring => (
            <input {...wiring} name="key" type="password" autoComplete="current-password" required autoFocus />
          )}
        </Field>
        <label className="check">
          <input type="checkbox" name="keep" />
          {t.keep}
        </label>
        <DialogActions deed={t.title} cancel={t.cancel} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function useSignIn(onClose: () => void) {
  const t = useWords(words);
  const [error, setError] = useState<string>();
  const signInWith = async (form: FormData) => {
    const secret = textOf(form, 'key');
    const tried = await tryKey(secret);
    if (typeof tried !== 'string') return setError(tried.reached ? t.wrong : t.unreachable);
    announce(t.welcome(tried));
    onClose();
    signIn(secret, form.has('keep') ? 'DEVICE' : 'SESSION');
  };
  return { error, signInWith };
}

/** The name behind a key, or whether the service could be asked at all. */
async function tryKey(secret: string): Promise<string | { reached: boolean }> {
  const once = askingOnce({ secret, language: language.read });
  const { data, error } = await once.query(ViewerDocument, {}).toPromise();
  if (data?.viewer.role) return data.viewer.name;
  return { reached: !error?.networkError || Boolean(error.response) };
}
