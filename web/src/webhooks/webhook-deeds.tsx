import { useState } from 'react';
import { TestWebhookDocument, UpdateWebhookDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { FormDialog } from '../parts/form/form-dialog';
import { Problems, type Problem } from '../parts/form/problems';
import { useChange } from '../parts/form/use-change';
import { toast } from '../parts/toasts';
import { DeleteDialog } from './delete-dialog';
import { useWritten, WebhookFields } from './webhook-fields';
import type { ShownWebhook } from './webhook-page';

const words = {
  change: { sv: 'Ändra …', en: 'Change …' },
  changing: { sv: 'Ändra webhooken', en: 'Change the webhook' },
  save: { sv: 'Spara', en: 'Save' },
  saved: { sv: 'Webhooken är ändrad.', en: 'The webhook is changed.' },
  test: { sv: 'Skicka ett prov', en: 'Send a test' },
  tested: {
    sv: 'Den senaste händelsen skickas som prov. Den syns bland leveranserna.',
    en: 'The newest event is sent as a test. It shows among the deliveries.',
  },
  off: { sv: 'Stäng av', en: 'Switch off' },
  on: { sv: 'Sätt på', en: 'Switch on' },
  isOff: { sv: 'Webhooken är avstängd.', en: 'The webhook is switched off.' },
  isOn: { sv: 'Webhooken är på igen.', en: 'The webhook is on again.' },
  delete: { sv: 'Ta bort …', en: 'Delete …' },
};

/** What can be done to a webhook. */
export function WebhookDeeds({ webhook, onDone }: { webhook: ShownWebhook; onDone: () => void }) {
  const t = useWords(words);
  const [open, setOpen] = useState<'change' | 'delete'>();
  const test = useChange(TestWebhookDocument);
  const turn = useChange(UpdateWebhookDocument);
  const { id, active } = webhook;
  const run = async (made: Promise<unknown>, text: string) => {
    if (!(await made)) return;
    toast({ text });
    onDone();
  };
  return (
    <>
      <p className="deeds">
        <button type="button" onClick={() => setOpen('change')}>
          {t.change}
        </button>
        {active && (
          <button type="button" aria-disabled={test.busy} onClick={() => void run(test.send(id), t.tested)}>
            {t.test}
          </button>
        )}
        <button
          type="button"
          aria-disabled={turn.busy}
          onClick={() => void run(turn.send({ id, active: !active }), active ? t.isOff : t.isOn)}
        >
          {active ? t.off : t.on}
        </button>
        <button type="button" onClick={() => setOpen('delete')}>
          {t.delete}
        </button>
      </p>
      <Problems problems={[...test.problems, ...turn.problems]} />
      {open === 'delete' && <DeleteDialog webhook={webhook} onClose={() => setOpen(undefined)} />}
      {open === 'change' && <ChangeDialog webhook={webhook} onDone={onDone} onClose={() => setOpen(undefined)} />}
    </>
  );
}

interface ChangeDialogProps {
  webhook: ShownWebhook;
  onDone: () => void;
  onClose: () => void;
}

function ChangeDialog({ webhook, onDone, onClose }: ChangeDialogProps) {
  const t = useWords(words);
  const { send, problems, busy } = useChange(UpdateWebhookDocument);
  const [faults, setFaults] = useState<readonly Problem[]>([]);
  const read = useWritten();
  const save = async (form: FormData) => {
    const written = await read(form);
    setFaults(Array.isArray(written) ? written : []);
    if (Array.isArray(written) || !(await send({ id: webhook.id, ...written }))) return;
    toast({ text: t.saved });
    onClose();
    onDone();
  };
  return (
    <FormDialog
      title={t.changing}
      deed={t.save}
      problems={faults.length > 0 ? faults : problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
      wide
    >
      <WebhookFields role={webhook.apiKey.role} webhook={webhook} />
    </FormDialog>
  );
}
