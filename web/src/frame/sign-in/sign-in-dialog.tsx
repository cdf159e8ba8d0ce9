import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { askForWaysIn, signInAt, type Provider, type WaysIn } from '../../client/provider';
import { signIn } from '../../client/session';
import { useWords } from '../../language/language';
import { announce } from '../../parts/announcer';
import { Dialog } from '../../parts/dialog';
import { Field } from '../../parts/form/field';
import { textOf } from '../../parts/form/form-text';
import { Icon } from '../../parts/icon';
import { Problems } from '../../parts/form/problems';
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
  keep: {
    sv: (days: number) => `Kom ihåg mig på den här enheten i ${days} dagar`,
    en: (days: number) => `Remember me on this device for ${days} days`,
  },
  welcome: { sv: (who: string) => `Inloggad som ${who}.`, en: (who: string) => `Signed in as ${who}.` },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
};

interface SignInDialogProps {
  onClose: () => void;
  /** What the dialog is called and says first, where somebody signs in anew. */
  again?: { title: string; intro: ReactNode; cancel: string };
}

/** Asks who one is: at one's organisation where it can be, or by a key. */
export function SignInDialog({ onClose, again }: SignInDialogProps) {
  const t = useWords(words);
  const { oidc, rememberedDays } = useWaysIn();
  return (
    <Dialog title={again?.title ?? t.title} onClose={onClose}>
      {again?.intro ?? <p>{t.intro}</p>}
      {oidc && <ByOrganisation provider={oidc} />}
      <ByKey onClose={onClose} cancel={again?.cancel ?? t.cancel} rememberedDays={rememberedDays} />
    </Dialog>
  );
}

function useWaysIn(): WaysIn {
  const [ways, setWays] = useState<WaysIn>({ oidc: null, rememberedDays: 0 });
  useEffect(() => {
    // A service that can't be asked is told of when a key is tried.
    askForWaysIn().then(setWays, () => undefined);
  }, []);
  return ways;
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

interface ByKeyProps {
  onClose: () => void;
  cancel: string;
  rememberedDays: number;
}

/** Trades the key for a session that lasts as long as the person wants. */
function ByKey({ onClose, cancel, rememberedDays }: ByKeyProps) {
  const t = useWords(words);
  const { error, signInWith } = useSignIn(onClose);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void signInWith(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={submit}>
      <Field label={t.key} hint={t.hint} error={error}>
        {wiring => <input {...wiring} name="key" type="password" autoComplete="current-password" required />}
      </Field>
      {rememberedDays > 0 && (
        <label className="check">
          <input type="checkbox" name="keep" />
          {t.keep(rememberedDays)}
        </label>
      )}
      <div className="dialog-end">
        <button type="button" onClick={onClose}>
          {cancel}
        </button>
        <button type="submit" className="main-deed">
          {t.title}
        </button>
      </div>
    </form>
  );
}

function useSignIn(onClose: () => void) {
  const t = useWords(words);
  const why = useWords(outsideWords);
  const [error, setError] = useState<string>();
  const signInWith = async (form: FormData) => {
    const { name, refusal } = await signIn(textOf(form, 'key'), form.has('keep') ? 'DEVICE' : 'SESSION');
    if (refusal) return setError(why[refusal]);
    announce(t.welcome(name));
    onClose();
  };
  return { error, signInWith };
}
