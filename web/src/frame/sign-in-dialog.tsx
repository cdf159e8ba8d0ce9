import { useEffect, useState, type FormEvent } from 'react';
import { signIn } from '../client/key';
import { askForProvider, signInAt, type Provider } from '../client/provider';
import { tryKey } from '../client/try-key';
import { useWords } from '../language/language';
import { announce } from '../parts/announcer';
import { DialogActions } from '../parts/dialog-actions';
import { Dialog } from '../parts/dialog';
import { Field } from '../parts/form/field';
import { textOf } from '../parts/form/form-text';
import { Icon } from '../parts/icon';
import { Problems } from '../parts/form/problems';
import { outsideWords } from './outside-words';

const words = {
  title: { sv: 'Logga in', en: 'Sign in' },
  intro: {
    sv: 'Utan inloggning ser du de offentliga idéerna och utlysningarna.',
    en: 'Without signing in you see the public ideas and calls.',
  },
  organisation: { sv: 'Logga in med din organisation', en: 'Sign in with your organisation' },
  away: {
    sv: 'Organisationens inloggning går inte att nå. Försök igen.',
    en: "Your organisation's sign-in can't be reached. Try again.",
  },
  or: { sv: 'eller med en nyckel', en: 'or with a key' },
  key: { sv: 'API-nyckel eller åtkomstbevis', en: 'API key or access token' },
  hint: { sv: 'Nyckeln får du av Region Blekinge.', en: 'Region Blekinge gives you the key.' },
  keep: { sv: 'Kom ihåg mig på den här enheten', en: 'Remember me on this device' },
  welcome: { sv: (who: string) => `Inloggad som ${who}.`, en: (who: string) => `Signed in as ${who}.` },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
};

/** Asks who one is: at one's organisation where it can be, or by a key. */
export function SignInDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const provider = useProvider();
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p>{t.intro}</p>
      {provider && <ByOrganisation provider={provider} />}
      <ByKey onClose={onClose} />
    </Dialog>
  );
}

function useProvider(): Provider | null {
  const [provider, setProvider] = useState<Provider | null>(null);
  useEffect(() => {
    // A service that can't be asked is told of when a key is tried.
    askForProvider().then(setProvider, () => setProvider(null));
  }, []);
  return provider;
}

function ByOrganisation({ provider }: { provider: Provider }) {
  const t = useWords(words);
  const [away, setAway] = useState(false);
  const go = () => void signInAt(provider).catch(() => setAway(true));
  return (
    <div className="by-organisation">
      <button type="button" className="main-deed" onClick={go}>
        <Icon name="people" />
        {t.organisation}
      </button>
      {away && <Problems problems={[{ message: t.away }]} />}
      <p className="soft">{t.or}</p>
    </div>
  );
}

/** Tries the key, and keeps it as long as the person wants. */
function ByKey({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const { error, signInWith } = useSignIn(onClose);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void signInWith(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={submit}>
      <Field label={t.key} hint={t.hint} error={error}>
        {wiring => <input {...wiring} name="key" type="password" autoComplete="current-password" required autoFocus />}
      </Field>
      <label className="check">
        <input type="checkbox" name="keep" />
        {t.keep}
      </label>
      <DialogActions deed={t.title} cancel={t.cancel} onClose={onClose} />
    </form>
  );
}

function useSignIn(onClose: () => void) {
  const t = useWords(words);
  const why = useWords(outsideWords);
  const [error, setError] = useState<string>();
  const signInWith = async (form: FormData) => {
    const secret = textOf(form, 'key');
    const { name, refusal } = await tryKey(secret);
    if (refusal) return setError(why[refusal]);
    announce(t.welcome(name));
    onClose();
    signIn(secret, form.has('keep') ? 'DEVICE' : 'SESSION');
  };
  return { error, signInWith };
}
