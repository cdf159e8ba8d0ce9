import { useState } from 'react';
import { Link } from 'wouter';
import type { ApplicableCallFragment, ApplicationStatus } from '../../../gql/graphql';
import { useWords } from '../../../language/language';
import { Icon } from '../../../parts/icon';
import { useOpenedBy } from '../../../parts/opened-by';
import { applicationWords } from '../application-words';
import { StartDialog } from './start-dialog';

interface StartApplicationProps {
  idea: { id: string; code: string };
  /** The call, where it is known already. */
  call?: ApplicableCallFragment;
  /** What tells the button from others like it, for those who hear the page. */
  of?: string | undefined;
}

/** The button that starts an application, with its dialog. */
export function StartApplication({ idea, call, of }: StartApplicationProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <StartButton of={of} onClick={() => setOpen(true)} />
      {open && <StartDialog idea={idea} call={call} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The same for the whole of an idea: `#start-application` opens it, and `#start-application/<identifier>` with that call chosen. */
export function StartAnyApplication({ idea }: Pick<StartApplicationProps, 'idea'>) {
  const { open, about, show, close } = useOpenedBy('start-application');
  return (
    <>
      <StartButton onClick={() => show()} />
      {open && <StartDialog idea={idea} callNamed={about} onClose={close} />}
    </>
  );
}

function StartButton({ of, onClick }: Pick<StartApplicationProps, 'of'> & { onClick: () => void }) {
  const t = useWords(applicationWords);
  return (
    <button type="button" className="small" onClick={onClick}>
      <Icon name="plus" />
      {t.start}
      {of && <span className="unseen"> {of}</span>}
    </button>
  );
}

interface StartOrSeeProps extends Required<StartApplicationProps> {
  /** What the idea has applied for, or the ideas that have applied for the call. */
  applications: readonly { status: ApplicationStatus; idea?: { id: string }; call?: { id: string } }[];
}

/** The button, or the way to the application where the idea applies to the call already. */
export function StartOrSee({ applications, ...start }: StartOrSeeProps) {
  const t = useWords(applicationWords);
  const { idea, call } = start;
  const isLive = applications.some(
    one =>
      !['REJECTED', 'WITHDRAWN'].includes(one.status) &&
      (one.idea?.id ?? idea.id) === idea.id &&
      (one.call?.id ?? call.id) === call.id,
  );
  return (
    <p>
      {isLive ? (
        <Link href={`/ideas/${idea.code}#applications`}>{t.appliesAlready}</Link>
      ) : (
        <StartApplication {...start} />
      )}
    </p>
  );
}
