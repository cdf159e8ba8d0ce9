import { RevokeKeyDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { Dialog } from '../parts/dialog';
import { Problems } from '../parts/form/problems';
import { useChange } from '../parts/form/use-change';
import { toast } from '../parts/toasts';
import { works, type KeyKeeper, type ShownKey } from './keys-page';

const words = {
  title: { sv: (name: string) => `Återkalla ${name}?`, en: (name: string) => `Revoke ${name}?` },
  once: {
    sv: 'Den slutar gälla genast och kan inte väckas till liv igen. Den som behöver en nyckel får en ny.',
    en: 'It stops working at once and cannot be brought back. Whoever needs a key gets a new one.',
  },
  own: {
    sv: 'Det är nyckeln du är inloggad med: du loggas ut.',
    en: 'It is the key you are signed in with: you will be signed out.',
  },
  falls: { sv: 'Det här faller med den:', en: 'This falls with it:' },
  token: { sv: (name: string) => `Prenumerationsnyckeln ${name}`, en: (name: string) => `The feed token ${name}` },
  key: { sv: (name: string) => `Nyckeln ${name}`, en: (name: string) => `The key ${name}` },
  webhooks: {
    sv: (n: number) => (n === 1 ? 'En webhook, som inte får något mer' : `${n} webhookar, som inte får något mer`),
    en: (n: number) => (n === 1 ? 'One webhook, which gets nothing more' : `${n} webhooks, which get nothing more`),
  },
  feeds: {
    sv: 'Kalendrar och kalkylark som har dess adress får inget mer.',
    en: 'Calendars and spreadsheets that have its address get nothing more.',
  },
  deed: { sv: 'Återkalla nyckeln', en: 'Revoke the key' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  done: { sv: (name: string) => `${name} är återkallad.`, en: (name: string) => `${name} is revoked.` },
};

interface RevokeDialogProps {
  revoked: ShownKey;
  keeper: KeyKeeper;
  onClose: () => void;
}

/** Says what falls with a key before it is revoked, which has no way back. */
export function RevokeDialog({ revoked, keeper, onClose }: RevokeDialogProps) {
  const t = useWords(words);
  const { send, problems, busy } = useChange(RevokeKeyDocument);
  const revoke = async () => {
    if (!(await send(revoked.id))) return;
    toast({ text: t.done(revoked.name) });
    onClose();
  };
  return (
    <Dialog title={t.title(revoked.name)} onClose={onClose}>
      <p>{t.once}</p>
      {revoked.id === keeper.apiKey?.id && (
        <p>
          <strong>{t.own}</strong>
        </p>
      )}
      {revoked.feedOnly && <p>{t.feeds}</p>}
      <Falling revoked={revoked} keeper={keeper} />
      <Problems problems={problems} />
      <div className="dialog-end">
        <button type="button" onClick={onClose}>
          {t.cancel}
        </button>
        <button type="button" className="main-deed" aria-disabled={busy} onClick={() => void revoke()}>
          {t.deed}
        </button>
      </div>
    </Dialog>
  );
}

/** What was made by the key, and by that. */
function offspring({ id }: ShownKey, all: readonly ShownKey[]): ShownKey[] {
  const made = all.filter(key => key.parent?.id === id && works(key));
  return made.flatMap(key => [key, ...offspring(key, all)]);
}

/** What ends with the key. */
function Falling({ revoked, keeper }: Omit<RevokeDialogProps, 'onClose'>) {
  const t = useWords(words);
  const keys = offspring(revoked, keeper.apiKeys);
  const falling = new Set([revoked.id, ...keys.map(({ id }) => id)]);
  const webhooks = keeper.webhooks.filter(({ apiKey, active }) => falling.has(apiKey.id) && active).length;
  if (keys.length === 0 && webhooks === 0) return null;
  return (
    <div className="falling">
      <p>{t.falls}</p>
      <ul className="plain-list">
        {keys.map(({ id, name, feedOnly }) => (
          <li key={id}>{feedOnly ? t.token(name) : t.key(name)}</li>
        ))}
        {webhooks > 0 && <li>{t.webhooks(webhooks)}</li>}
      </ul>
    </div>
  );
}
