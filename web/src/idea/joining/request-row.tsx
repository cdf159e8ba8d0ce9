import { useState, type ReactNode } from 'react';
import { AnswerJoinRequestDocument, WithdrawJoinRequestDocument, type ShownRequestFragment } from '../../gql/graphql';
import { ROLE_IN_CONSORTIUM } from '../../language/domain-words';
import { useSay, useWords } from '../../language/language';
import { Text } from '../../parts/form/fields';
import { FormDialog } from '../../parts/form/form-dialog';
import { someOf } from '../../parts/form/form-text';
import { Problems } from '../../parts/form/problems';
import { useChange } from '../../parts/form/use-change';
import { toast } from '../../parts/toasts';
import { joiningWords } from './words';

interface RequestRowProps {
  request: ShownRequestFragment;
  /** Whether it is the viewer's own partner that asks or is invited. */
  isOwn: boolean;
  /** Whether the viewer leads the idea. */
  leads: boolean;
  /** What it is about, where that isn't plain from the page. */
  children?: ReactNode;
}

/** A request that waits: who answers says yes or no, who made it takes it back. */
export function RequestRow({ request, isOwn, leads, children }: RequestRowProps) {
  const answers = request.origin === 'IDEA' ? isOwn : leads;
  const made = request.origin === 'IDEA' ? leads : isOwn;
  return (
    <li className="request">
      <div>
        {children}
        <p>
          <Said request={request} isOwn={isOwn} />
        </p>
        {request.message && <blockquote>{request.message}</blockquote>}
      </div>
      {answers && <Answers request={request} isOwn={isOwn} />}
      {made && !answers && <Withdraw request={request} isOwn={isOwn} />}
    </li>
  );
}

type ShownProps = Pick<RequestRowProps, 'request' | 'isOwn'>;

function Said({ request: { origin, role, partner }, isOwn }: ShownProps) {
  const t = useWords(joiningWords);
  const say = useSay();
  const as = say(ROLE_IN_CONSORTIUM, role).toLowerCase();
  if (origin === 'IDEA') return isOwn ? t.youAreInvited(as) : t.isInvited(partner.name, as);
  return isOwn ? t.youAsked(as) : t.asks(partner.name, as);
}

function Answers({ request: { id, partner }, isOwn }: ShownProps) {
  const t = useWords(joiningWords);
  const [declining, setDeclining] = useState(false);
  const { send, problems, busy } = useChange(AnswerJoinRequestDocument);
  const accept = async () => {
    if (await send({ id, accept: true })) toast({ text: t.accepted(partner.name) });
  };
  return (
    <div className="deeds">
      <button type="button" className="main-deed small" aria-disabled={busy} onClick={() => void accept()}>
        {isOwn ? t.accept : t.acceptOf(partner.name)}
      </button>
      <button type="button" className="small" onClick={() => setDeclining(true)}>
        {isOwn ? t.decline : t.declineOf(partner.name)}
      </button>
      {!declining && <Problems problems={problems} />}
      {declining && <DeclineDialog id={id} onClose={() => setDeclining(false)} />}
    </div>
  );
}

function DeclineDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords(joiningWords);
  const { send, problems, busy } = useChange(AnswerJoinRequestDocument);
  const save = async (form: FormData) => {
    if (!(await send({ id, accept: false, reason: someOf(form, 'reason') }))) return;
    toast({ text: t.declined });
    onClose();
  };
  return (
    <FormDialog
      title={t.declineTitle}
      deed={t.declineTitle}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
      unmarked
    >
      <Text name="reason" label={t.reason} hint={t.reasonHint} rows={3} maxLength={2_000} />
    </FormDialog>
  );
}

function Withdraw({ request: { id, partner }, isOwn }: ShownProps) {
  const t = useWords(joiningWords);
  const { send, problems, busy } = useChange(WithdrawJoinRequestDocument);
  const withdraw = async () => {
    if (await send(id)) toast({ text: t.withdrawn });
  };
  return (
    <div className="deeds">
      <button
        type="button"
        className="small"
        aria-label={isOwn ? t.withdraw : t.withdrawOf(partner.name)}
        aria-disabled={busy}
        onClick={() => void withdraw()}
      >
        {t.withdraw}
      </button>
      <Problems problems={problems} />
    </div>
  );
}
