import { useQuery } from 'urql';
import {
  AskToJoinDocument,
  IdeaPartnerMatchesDocument,
  InviteMemberDocument,
  type ConsortiumRole,
} from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import type { Option } from '../../parts/form/combo-box';
import { Text } from '../../parts/form/fields';
import { FormDialog } from '../../parts/form/form-dialog';
import { someOf, textOf } from '../../parts/form/form-text';
import { useChange } from '../../parts/form/use-change';
import { toast } from '../../parts/toasts';
import { coordinatorOf } from '../consortium/hand-over';
import { RoleSelect } from '../consortium/member-fields';
import { PartnerBox } from '../consortium/partner-box';
import type { ShownIdea } from '../idea-page';
import { joiningWords } from './words';

/** The most characters that the service takes. */
const LONGEST = 2_000;

interface AskDialogProps {
  idea: ShownIdea;
  onClose: () => void;
}

const wishOf = (form: FormData) => ({
  role: textOf(form, 'role') as ConsortiumRole,
  message: someOf(form, 'message'),
});

/** The viewer's partner asks to join. */
export function AskDialog({ idea, onClose }: AskDialogProps) {
  const t = useWords(joiningWords);
  const { send, problems, busy } = useChange(AskToJoinDocument);
  const save = async (form: FormData) => {
    if (!(await send({ ideaId: idea.id, ...wishOf(form) }))) return;
    toast({ text: t.asked });
    onClose();
  };
  return (
    <FormDialog
      title={t.askTitle}
      deed={t.send}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
      unmarked
    >
      <p className="soft">{t.askIntro}</p>
      <RoleSelect coordinated={Boolean(coordinatorOf(idea))} />
      <Text name="message" label={t.askMessage} maxLength={LONGEST} />
    </FormDialog>
  );
}

interface InviteDialogProps extends AskDialogProps {
  /** Who is to be invited; empty while nobody is chosen. */
  partnerId: string;
}

/** The partner that was chosen among those that would fit. */
function useChosen({ code }: ShownIdea, partnerId: string): Option | null {
  const variables = { code, locale: useLocale() };
  const [{ data }] = useQuery({ query: IdeaPartnerMatchesDocument, variables, pause: partnerId === '' });
  const matches = data?.idea?.consortium.partnerMatches ?? [];
  return matches.find(({ partner }) => partner.id === partnerId)?.partner ?? null;
}

/** A partner is invited to join. */
export function InviteDialog({ idea, partnerId, onClose }: InviteDialogProps) {
  const t = useWords(joiningWords);
  const chosen = useChosen(idea, partnerId);
  const { send, problems, busy } = useChange(InviteMemberDocument);
  const { memberships, joinRequests } = idea.consortium;
  const waiting = joinRequests.filter(({ status }) => status === 'PENDING');
  const save = async (form: FormData) => {
    const done = await send({ ideaId: idea.id, partnerId: textOf(form, 'partnerId'), ...wishOf(form) });
    if (!done?.joinRequest) return;
    toast({ text: t.invited(done.joinRequest.partner.name) });
    onClose();
  };
  return (
    <FormDialog
      title={t.inviteTitle}
      deed={t.send}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
    >
      <p className="soft">{t.inviteIntro}</p>
      <PartnerBox
        name="partnerId"
        label={t.partner}
        hint={t.partnerHint}
        key={chosen?.id}
        chosen={chosen}
        without={[...memberships, ...waiting].map(({ partner }) => partner.id)}
      />
      <RoleSelect coordinated={Boolean(coordinatorOf(idea))} />
      <Text name="message" label={t.inviteMessage} maxLength={LONGEST} />
    </FormDialog>
  );
}
