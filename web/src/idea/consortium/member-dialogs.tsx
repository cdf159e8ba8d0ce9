import type { ConsortiumRole, LetterOfIntent, MemberFragment } from '../../gql/graphql';
import { useWords } from '../../language/language';
import { FormDialog } from '../../parts/form/form-dialog';
import { Text } from '../../parts/form/fields';
import { moneyOf, someOf, textOf } from '../../parts/form/form-text';
import { MoneyField } from '../../parts/form/money-field';
import type { ShownIdea } from '../idea-page';
import { coordinatorOf } from './hand-over';
import { useEndMembership, useUpdateMember } from './member-deeds';
import { LetterSelect, RoleSelect } from './member-fields';
import { consortiumWords } from './words';

interface MemberDialogProps {
  idea: ShownIdea;
  member: MemberFragment;
  onClose: () => void;
}

/** Changes a member's role, letter of intent and commitment. */
export function ChangeMemberDialog({ idea, member, onClose }: MemberDialogProps) {
  const t = useWords(consortiumWords);
  const { update, problems, busy } = useUpdateMember();
  // The coordinator's role is handed over, and no member gives itself another.
  const choosesRole = member.role !== 'COORDINATOR' && idea.viewerCan.includes('MANAGE_CONSORTIUM');
  const save = async (form: FormData) => {
    const done = await update(member, {
      ...(choosesRole && { role: textOf(form, 'role') as ConsortiumRole }),
      letterOfIntent: textOf(form, 'letterOfIntent') as LetterOfIntent,
      commitment: moneyOf(form, 'commitment'),
    });
    if (done) onClose();
  };
  return (
    <FormDialog
      title={t.changeTitle(member.partner.name)}
      deed={t.save}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
      unmarked
    >
      {choosesRole && <RoleSelect coordinated={Boolean(coordinatorOf(idea))} chosen={member.role} />}
      <LetterSelect chosen={member.letterOfIntent ?? undefined} />
      <MoneyField name="commitment" label={t.commitment} hint={t.commitmentHint} value={member.commitment} />
    </FormDialog>
  );
}

/** Ends a membership, after saying what that means. */
export function EndMembershipDialog({ idea, member, onClose }: MemberDialogProps) {
  const t = useWords(consortiumWords);
  const { end, problems, busy } = useEndMembership(idea.id);
  const save = async (form: FormData) => {
    if (await end(member, someOf(form, 'reason'))) onClose();
  };
  return (
    <FormDialog
      title={t.endTitle(member.partner.name)}
      deed={t.endDo}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
      unmarked
    >
      <p>{t.endMeans}</p>
      {member.role === 'COORDINATOR' && <p className="notice">{t.endsCoordinator}</p>}
      <Text name="reason" label={t.reason} hint={t.reasonHint} rows={3} maxLength={2000} />
    </FormDialog>
  );
}
