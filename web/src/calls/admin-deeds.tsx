import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { Link } from 'wouter';
import { CancelCallDocument, PublishCallDocument } from '../gql/graphql';
import { useLocale, useWords } from '../language/language';
import { DialogActions } from '../parts/dialog-actions';
import { announce } from '../parts/announcer';
import { Dialog } from '../parts/dialog';
import { Field } from '../parts/form/field';
import { Problems, type Problem } from '../parts/form/problems';
import { useProblems } from '../parts/form/use-problems';
import type { ShownCall } from './call-page';
import { useAdmin } from './use-admin';
import { callWords } from './words';
import { textOf } from '../parts/form/form-text';

/** What the programme's owner can do with a call. */
export function AdminDeeds({ call }: { call: ShownCall }) {
  const t = useWords(callWords);
  const admin = useAdmin();
  const [cancelling, setCancelling] = useState(false);
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
        <button type="button" onClick={() => setCancelling(true)}>
          {t.cancelCall}
        </button>
      </div>
      <Problems problems={problems} />
      {cancelling && <CancelDialog call={call} onClose={() => setCancelling(false)} />}
    </>
  );
}

function usePublish({ id }: ShownCall) {
  const t = useWords(callWords);
  const locale = useLocale();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const problemsOf = useProblems();
  const [, run] = useMutation(PublishCallDocument);
  const publish = async () => {
    const { data, error } = await run({ id, locale });
    const refused = problemsOf(data?.publishFundingCall.userErrors, error);
    setProblems(refused);
    if (refused.length === 0) announce(t.published);
  };
  return { problems, publish };
}

function CancelDialog({ call, onClose }: { call: ShownCall; onClose: () => void }) {
  const t = useWords(callWords);
  const locale = useLocale();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const problemsOf = useProblems();
  const [, run] = useMutation(CancelCallDocument);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = textOf(new FormData(event.currentTarget), 'reason');
    const { data, error } = await run({ id: call.id, reason, locale });
    const refused = problemsOf(data?.cancelFundingCall.userErrors, error);
    setProblems(refused);
    if (refused.length > 0) return;
    announce(t.cancelled);
    onClose();
  };
  return (
    <Dialog title={t.cancelTitle} onClose={onClose}>
      <form onSubmit={event => void submit(event)}>
        <p>
          <span className="code">{call.identifier}</span> {call.title}
        </p>
        <Field label={t.reason}>{wiring => <textarea {...wiring} name="reason" rows={3} required autoFocus />}</Field>
        <Problems problems={problems} />
        <DialogActions deed={t.cancelTitle} cancel={t.keep} onClose={onClose} />
      </form>
    </Dialog>
  );
}
