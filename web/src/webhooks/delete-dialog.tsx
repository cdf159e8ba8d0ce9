import { useLocation } from 'wouter';
import { DeleteWebhookDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { Dialog } from '../parts/dialog';
import { Problems } from '../parts/form/problems';
import { useChange } from '../parts/form/use-change';
import { toast } from '../parts/toasts';
import type { ShownWebhook } from './webhook-page';

const words = {
  title: { sv: 'Ta bort webhooken?', en: 'Delete the webhook?' },
  more: {
    sv: 'Inget mer skickas dit, inte heller det som väntar. Det går inte att ångra, men en ny webhook kan skapas till samma adress.',
    en: 'Nothing more is sent there, nor what is waiting. It cannot be undone, but a new webhook can be made to the same address.',
  },
  deed: { sv: 'Ta bort webhooken', en: 'Delete the webhook' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  done: { sv: 'Webhooken är borttagen.', en: 'The webhook is deleted.' },
};

/** Asks before a webhook is deleted, which has no way back. */
export function DeleteDialog({ webhook, onClose }: { webhook: ShownWebhook; onClose: () => void }) {
  const t = useWords(words);
  const [, go] = useLocation();
  const { send, problems, busy } = useChange(DeleteWebhookDocument);
  const remove = async () => {
    if (!(await send(webhook.id))) return;
    toast({ text: t.done });
    onClose();
    go('/webhooks');
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p className="secret-text">{webhook.url}</p>
      <p>{t.more}</p>
      <Problems problems={problems} />
      <div className="dialog-end">
        <button type="button" onClick={onClose}>
          {t.cancel}
        </button>
        <button type="button" className="main-deed" aria-disabled={busy} onClick={() => void remove()}>
          {t.deed}
        </button>
      </div>
    </Dialog>
  );
}
