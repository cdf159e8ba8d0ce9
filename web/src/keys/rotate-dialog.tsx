import { useState } from 'react';
import { RotateKeyDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { FormDialog } from '../parts/form/form-dialog';
import { useChange } from '../parts/form/use-change';
import type { ShownKey } from './keys-page';
import { SecretDialog } from './secret-dialog';

const words = {
  title: { sv: (name: string) => `Ny hemlighet för ${name}?`, en: (name: string) => `A new secret for ${name}?` },
  overlap: {
    sv: 'Nyckeln får en ny hemlighet. Den gamla gäller ett dygn till, så att du hinner byta där den används.',
    en: 'The key gets a new secret. The old one works a day more, so that you can change it where it is used.',
  },
  stays: {
    sv: 'Nyckeln är densamma: inloggningar, webhookar och prenumerationsnycklar fortsätter.',
    en: 'The key stays the same: sign-ins, webhooks and feed tokens go on.',
  },
  leaked: {
    sv: 'Har hemligheten kommit i orätta händer? Återkalla nyckeln i stället.',
    en: 'Has the secret fallen into the wrong hands? Revoke the key instead.',
  },
  deed: { sv: 'Skapa ny hemlighet', en: 'Make a new secret' },
  made: { sv: (name: string) => `${name} har en ny hemlighet`, en: (name: string) => `${name} has a new secret` },
  label: { sv: 'API-nyckel', en: 'API key' },
};

/** Gives a key a new secret and shows it, this once. */
export function RotateDialog({ rotated, onClose }: { rotated: ShownKey; onClose: () => void }) {
  const t = useWords(words);
  const { send, problems, busy } = useChange(RotateKeyDocument);
  const [secret, setSecret] = useState<string>();
  const rotate = async () => {
    const payload = await send(rotated.id);
    if (payload?.secret) setSecret(payload.secret);
  };
  if (secret) {
    return (
      <SecretDialog title={t.made(rotated.name)} label={t.label} secret={secret} onClose={onClose}>
        <p>{t.overlap}</p>
      </SecretDialog>
    );
  }
  return (
    <FormDialog
      title={t.title(rotated.name)}
      deed={t.deed}
      {...{ problems, busy, onClose }}
      onSave={() => void rotate()}
      unmarked
    >
      <p>{t.overlap}</p>
      <p>{t.stays}</p>
      <p>{t.leaked}</p>
    </FormDialog>
  );
}
