import { useState, type ComponentType } from 'react';
import type { ShownApplicationFragment } from '../../gql/graphql';
import { useWords } from '../../language/language';
import { useAdmin } from '../../calls/use-admin';
import { applicationWords } from './application-words';
import { CorrectionDialog } from './correction-dialog';
import { DecisionDialog } from './decision-dialog';
import { EditDialog } from './edit-dialog';
import { InvitationDialog } from './invitation-dialog';
import { deedsOf, type ApplicationDeed } from './possible-deeds';
import { ReviewDialog } from './review-dialog';
import { SubmitDialog } from './submit-dialog';
import { useExplained } from './use-explained';
import { WithdrawDialog } from './withdraw-dialog';

/** What each dialog of an application is given. */
export interface ApplicationDialogProps {
  application: ShownApplicationFragment;
  /** The idea's code. */
  code: string;
  onClose: () => void;
}

const DIALOG: Record<ApplicationDeed, ComponentType<ApplicationDialogProps>> = {
  submit: SubmitDialog,
  review: ReviewDialog,
  invite: InvitationDialog,
  decide: DecisionDialog,
  correct: CorrectionDialog,
  edit: EditDialog,
  withdraw: WithdrawDialog,
};

/** What can be done to an application now, and why the rest can't. */
export function ApplicationDeeds({ application, code }: Omit<ApplicationDialogProps, 'onClose'>) {
  const t = useWords(applicationWords);
  const admin = useAdmin() ?? false;
  const [open, setOpen] = useState<ApplicationDeed>();
  const explained = useExplained(application, admin);
  const Opened = open && DIALOG[open];
  return (
    <div className="application-deeds">
      {explained && <p className="soft">{explained}</p>}
      <div className="row-deeds">
        {deedsOf(application, admin).map(deed => (
          <button key={deed} type="button" className="small" onClick={() => setOpen(deed)}>
            {t[deed]}
            <span className="unseen"> {application.call.identifier}</span>
          </button>
        ))}
      </div>
      {Opened && <Opened application={application} code={code} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
