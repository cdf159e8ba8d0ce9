import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { CancelCallDocument, DeleteCallDraftDocument, PublishCallDocument } from '../gql/graphql';
import { useLocale, useWords } from '../language/language';
import { ForGood } from '../parts/for-good';
import { Text } from '../parts/form/fields';
import { FormDialog } from '../parts/form/form-dialog';
import { textOf } from '../parts/form/form-text';
import { Problems } from '../parts/form/problems';
import { useChange, useOnce, useRun } from '../parts/form/use-change';
import { toast } from '../parts/toasts';
import type { ShownCall } from './call-page';
import { useAdmin } from './use-admin';
import { callWords } from './words';

/** What the programme's owner can do with a call. */
export function AdminDeeds({ call }: { call: ShownCall }) {
  const t = useWords(callWords);
  const admin = useAdmin();
  const [open, setOpen] = useState<'CANCEL' | 'DELETE' | null>(null);
  const { problems, publish } = usePublish(call);
  if (!admin || call.status === 'CANCELLED') return null;
  return (
    <>
      <div className="deeds">
        {call.status === 'DRAFT' && (
          <button type="button" className="main-deed" onClick={() => void publish()}>
            {t.publish}
          </button>
        )}
        <Link href={`/calls/${encodeURIComponent(call.identifier)}/edit`} className="button">
          {t.edit}
        </Link>
        <button type="button" onClick={() => setOpen('CANCEL')}>
          {t.cancelCall}
        </button>
        {call.status === 'DRAFT' && (
          <button type="button" onClick={() => setOpen('DELETE')}>
            {t.deleteDraft}
          </button>
        )}
      </div>
      <Problems problems={problems} />
      {open === 'CANCEL' && <CancelDialog call={call} onClose={() => setOpen(null)} />}
      {open === 'DELETE' && <DeleteDialog call={call} onClose={() => setOpen(null)} />}
    </>
  );
}

function usePublish({ id }: ShownCall) {
  const t = useWords(callWords);
  const { send, problems } = useChange(PublishCallDocument);
  const publish = async () => {
    if (await send(id)) toast({ text: t.published });
  };
  return { problems, publish };
}

function CancelDialog({ call: { id, identifier, title }, onClose }: { call: ShownCall; onClose: () => void }) {
  const t = useWords(callWords);
  const locale = useLocale();
  const run = useRun();
  const { send, problems, busy } = useOnce((reason: string) => run(CancelCallDocument, { id, reason, locale }));
  const save = async (form: FormData) => {
    if (!(await send(textOf(form, 'reason')))) return;
    toast({ text: t.cancelled });
    onClose();
  };
  return (
    <FormDialog
      title={t.cancelTitle}
      deed={t.cancelTitle}
      leave={t.keep}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
      unmarked
    >
      <p>
        <span className="code">{identifier}</span> {title}
      </p>
      <Text name="reason" label={t.reason} rows={3} required />
    </FormDialog>
  );
}

/** Deletes a draft that was a mistake, and goes to the list, since its page is no more. */
function DeleteDialog({ call: { id, identifier, title }, onClose }: { call: ShownCall; onClose: () => void }) {
  const t = useWords(callWords);
  const run = useRun();
  const [, go] = useLocation();
  const { send, problems, busy } = useOnce(() => run(DeleteCallDraftDocument, { id }));
  const save = async () => {
    if (!(await send({}))) return;
    toast({ text: t.deleted });
    go('/calls');
  };
  return (
    <FormDialog
      title={t.deleteTitle}
      deed={t.deleteTitle}
      problems={problems}
      busy={busy}
      onSave={() => void save()}
      onClose={onClose}
      unmarked
    >
      <p>
        <span className="code">{identifier}</span> {title}
      </p>
      <ForGood>{t.deleteMeans}</ForGood>
    </FormDialog>
  );
}
