import { useState } from 'react';
import { useLocation } from 'wouter';
import { CreateWebhookDocument } from '../gql/graphql';
import { SecretDialog } from '../keys/secret-dialog';
import { useWords } from '../language/language';
import { FormDialog } from '../parts/form/form-dialog';
import type { Problem } from '../parts/form/problems';
import { useChange } from '../parts/form/use-change';
import { Verifying } from './verifying';
import { useWritten, WebhookFields } from './webhook-fields';
import { webhookWords } from './words';

const words = {
  deed: { sv: 'Skapa webhooken', en: 'Make the webhook' },
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
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const read = useWritten();
  const save = async (form: FormData) => {
    const written = await read(form);
    setFaults(Array.isArray(written) ? written : []);
    if (Array.isArray(written)) return;
    const payload = await send(written);
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
      problems={faults.length > 0 ? faults : problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
      wide
    >
      <WebhookFields role={role} />
    </FormDialog>
  );
}
