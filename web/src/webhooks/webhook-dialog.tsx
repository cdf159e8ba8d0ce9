import { useState } from 'react';
import { useLocation } from 'wouter';
import { CreateWebhookDocument, type ActivityKind } from '../gql/graphql';
import { SecretDialog } from '../keys/secret-dialog';
import { useLanguage, useWords } from '../language/language';
import { Choices, Line, Select } from '../parts/form/fields';
import { FormDialog } from '../parts/form/form-dialog';
import { textOf } from '../parts/form/form-text';
import { useChange } from '../parts/form/use-change';
import { KIND, kindGroups } from './kinds';
import { Verifying } from './verifying';
import { webhookWords } from './words';

const words = {
  url: { sv: 'Adress', en: 'Address' },
  urlHint: {
    sv: 'Dit skickas POST. Den ska börja med https:// och finnas på det publika internet.',
    en: 'Where a POST is sent. It must begin with https:// and be on the public internet.',
  },
  what: { sv: 'Vad som skickas', en: 'What is sent' },
  whatHint: {
    sv: 'Bara det som nyckeln du är inloggad med får se, när det skickas.',
    en: 'Only what the key you are signed in with may see, when it is sent.',
  },
  all: { sv: 'Allt som händer', en: 'Everything that happens' },
  some: { sv: 'Det jag väljer', en: 'What I choose' },
  deed: { sv: 'Skapa webhooken', en: 'Make the webhook' },
  choose: {
    sv: 'Välj minst en händelse, eller allt som händer.',
    en: 'Choose at least one event, or everything that happens.',
  },
  made: { sv: 'Webhooken är skapad', en: 'The webhook is made' },
  secret: { sv: 'Signeringshemlighet', en: 'Signing secret' },
};

/** A new webhook, with its secret. */
interface Made {
  id: string;
  secret: string;
}

interface WebhookDialogProps {
  role: string | null | undefined;
  onClose: () => void;
}

/** Makes a webhook, shows its signing secret this once and leads to where its deliveries arrive. */
export function WebhookDialog({ role, onClose }: WebhookDialogProps) {
  const t = useWords(words);
  const { add } = useWords(webhookWords);
  const { send, problems, busy } = useChange(CreateWebhookDocument);
  const [, go] = useLocation();
  const [made, setMade] = useState<Made>();
  const [choosing, setChoosing] = useState(false);
  const [unchosen, setUnchosen] = useState(false);
  const save = async (form: FormData) => {
    const kinds = form.getAll('kinds') as ActivityKind[];
    // None chosen would mean everything to the service, and hardly to the person.
    const nothing = choosing && kinds.length === 0;
    setUnchosen(nothing);
    if (nothing) return;
    const payload = await send({ url: textOf(form, 'url'), kinds });
    if (payload?.webhook && payload.secret) setMade({ id: payload.webhook.id, secret: payload.secret });
  };
  if (made) {
    const end = () => (onClose(), go(`/webhooks/${made.id}`));
    return (
      <SecretDialog title={t.made} label={t.secret} secret={made.secret} onClose={end}>
        <Verifying />
      </SecretDialog>
    );
  }
  return (
    <FormDialog
      title={add}
      deed={t.deed}
      problems={unchosen ? [{ message: t.choose }] : problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
      wide
    >
      <Line name="url" type="url" label={t.url} hint={t.urlHint} placeholder="https://" required />
      <Select
        name="what"
        label={t.what}
        hint={t.whatHint}
        choices={[
          ['ALL', t.all],
          ['SOME', t.some],
        ]}
        onChange={code => setChoosing(code === 'SOME')}
      />
      {choosing && <Kinds role={role} />}
    </FormDialog>
  );
}

function Kinds({ role }: { role: string | null | undefined }) {
  const tongue = useLanguage();
  return kindGroups(role).map(({ name, kinds }) => (
    <Choices
      key={name.en}
      name="kinds"
      label={name[tongue]}
      choices={kinds.map(kind => [kind, KIND[kind][tongue]] as const)}
      chosen={[]}
    />
  ));
}
