import { useState } from 'react';
import { useQuery } from 'urql';
import { EndNoticesDocument, NoticesDocument, type MailsFragment } from '../gql/graphql';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Problems } from '../parts/form/problems';
import { useChange } from '../parts/form/use-change';
import { Answered } from '../parts/states';
import { toast } from '../parts/toasts';
import { ChangeDialog } from './change-dialog';
import { FollowDialog } from './follow-dialog';
import { MAIL_LANGUAGE, NOTICE_KIND, NOTICE_RHYTHM, noticeWords } from './words';

/** The mails that one has asked for, and the way to ask for more. */
export function Notices() {
  const t = useWords(noticeWords);
  const [answer, again] = useQuery({ query: NoticesDocument, requestPolicy: 'cache-and-network' });
  const [asking, setAsking] = useState(false);
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{t.title}</h2>
      <p className="soft account-note">{t.lead}</p>
      <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={2}>
        {({ viewer }) => <List all={viewer.noticeSubscriptions} />}
      </Answered>
      <p>
        <button type="button" onClick={() => setAsking(true)}>
          <Icon name="plus" />
          {t.follow}
        </button>
      </p>
      {asking && <FollowDialog onClose={() => setAsking(false)} />}
    </section>
  );
}

function List({ all }: { all: readonly MailsFragment[] }) {
  const t = useWords(noticeWords);
  const { send, problems } = useChange(EndNoticesDocument);
  const [changing, setChanging] = useState<MailsFragment | null>(null);
  const end = async ({ id }: MailsFragment) => {
    if (!(await send(id))) return;
    toast({ text: t.ended });
    // What had the focus is gone.
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  if (all.length === 0) return <Problems problems={problems} />;
  return (
    <>
      <Problems problems={problems} />
      <ul className="sessions">
        {all.map(mails => (
          <Shown key={mails.id} mails={mails} onChange={() => setChanging(mails)} onEnd={() => void end(mails)} />
        ))}
      </ul>
      {changing && <ChangeDialog mails={changing} onClose={() => setChanging(null)} />}
    </>
  );
}

interface ShownProps {
  mails: MailsFragment;
  onChange: () => void;
  onEnd: () => void;
}

function Shown({ mails, onChange, onEnd }: ShownProps) {
  const t = useWords(noticeWords);
  const say = useSay();
  const { moment } = useFormat();
  const { email, kinds, rhythm, locale, focusAreas, confirmedAt, lastSentAt } = mails;
  const facts = [
    [t.kinds, kinds.map(kind => say(NOTICE_KIND, kind)).join(', ')],
    [t.rhythm, say(NOTICE_RHYTHM, rhythm)],
    [t.language, say(MAIL_LANGUAGE, locale)],
    [t.areas, focusAreas.join(', ') || t.allAreas],
    [t.lastSent, lastSentAt ? moment(lastSentAt) : t.never],
  ] as const;
  return (
    <li>
      <p className="session-device">
        <strong>{email}</strong>
        <span className={confirmedAt ? 'state completed' : 'state'}>{confirmedAt ? t.going : t.waiting}</span>
      </p>
      <dl>
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <p className="notice-deeds">
        <button type="button" aria-label={t.change(email ?? '')} onClick={onChange}>
          {t.changeShort}
        </button>
        <button type="button" aria-label={t.end(email ?? '')} onClick={onEnd}>
          {t.endShort}
        </button>
      </p>
    </li>
  );
}
