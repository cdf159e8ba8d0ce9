import { useState } from 'react';
import { useMutation } from 'urql';
import { signOut } from '../client/session';
import { EndAllSessionsDocument, EndSessionDocument, type AccountQuery } from '../gql/graphql';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Dialog } from '../parts/dialog';
import { Problems, type Problem } from '../parts/form/problems';
import { useChange } from '../parts/form/use-change';
import { useProblems } from '../parts/form/use-problems';
import { toast } from '../parts/toasts';
import { accountWords } from './words';

type Session = AccountQuery['viewer']['sessions'][number];

/** Every sign-in with what it was made from, and the way to end it. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const t = useWords(accountWords);
  const { problems, end } = useEnd();
  const [asking, setAsking] = useState(false);
  return (
    <section aria-labelledby="where">
      <h2 id="where">{t.where}</h2>
      <p className="soft account-note">{t.shared}</p>
      <Problems problems={problems} />
      <ul className="sessions">
        {sessions.map(session => (
          <Shown key={session.id} session={session} end={end} />
        ))}
      </ul>
      <button type="button" className="account-end-all" onClick={() => setAsking(true)}>
        {t.endAll}
      </button>
      {asking && <EndAllDialog onClose={() => setAsking(false)} />}
    </section>
  );
}

/** Ends one; with one's own one is signed out here. */
function useEnd() {
  const t = useWords(accountWords);
  const { send, problems } = useChange(EndSessionDocument);
  const end = async ({ id, isCurrent }: Session) => {
    if (isCurrent) return signOut();
    if (!(await send(id))) return;
    toast({ text: t.ended });
    // What had the focus is gone.
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  return { problems, end: (session: Session) => void end(session) };
}

function Shown({ session, end }: { session: Session; end: (session: Session) => void }) {
  const t = useWords(accountWords);
  const format = useFormat();
  const device = session.device ?? t.unknown;
  const facts = [
    [t.since, session.createdAt],
    [t.used, session.lastUsedAt],
    [t.unused, session.endsUnusedAt],
    [t.ends, session.endsAt],
  ] as const;
  return (
    <li>
      <p className="session-device">
        <strong>{device}</strong>
        {session.isCurrent && <span className="state completed">{t.here}</span>}
      </p>
      <dl>
        {facts.map(([name, moment]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{format.moment(moment)}</dd>
          </div>
        ))}
      </dl>
      <button
        type="button"
        aria-label={t.endThat(device, format.moment(session.createdAt))}
        onClick={() => end(session)}
      >
        {t.end}
      </button>
    </li>
  );
}

function EndAllDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(accountWords);
  const { problems, endAll } = useEndAll(onClose);
  return (
    <Dialog title={t.endAll} onClose={onClose}>
      <p>{t.endAllMore}</p>
      <Problems problems={problems} />
      <div className="dialog-end">
        <button type="button" onClick={onClose}>
          {t.cancel}
        </button>
        <button type="button" className="main-deed" onClick={endAll}>
          {t.endAll}
        </button>
      </div>
    </Dialog>
  );
}

function useEndAll(onClose: () => void) {
  const t = useWords(accountWords);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const problemsOf = useProblems();
  const [, send] = useMutation(EndAllSessionsDocument);
  const endAll = async () => {
    const { data, error } = await send({});
    const { userErrors, endedCount } = data?.endAllSessions ?? {};
    const found = problemsOf(userErrors, error);
    setProblems(found);
    if (found.length > 0) return;
    onClose();
    toast({ text: t.endedAll(endedCount ?? 0) });
    await signOut();
  };
  return { problems, endAll: () => void endAll() };
}
