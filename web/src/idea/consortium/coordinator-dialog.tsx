import { Link } from 'wouter';
import { useWords } from '../../language/language';
import { Dialog } from '../../parts/dialog';
import { FormDialog } from '../../parts/form/form-dialog';
import { textOf } from '../../parts/form/form-text';
import { Select } from '../../parts/form/fields';
import type { ShownIdea } from '../idea-page';
import { coordinatorOf, useHandOver, useMayHandOver } from './hand-over';
import { consortiumWords } from './words';

interface CoordinatorDialogProps {
  idea: ShownIdea;
  onClose: () => void;
}

/** Who of the members shall coordinate. */
export function CoordinatorDialog({ idea, onClose }: CoordinatorDialogProps) {
  const t = useWords(consortiumWords);
  const { problems, appoint } = useHandOver(idea, onClose);
  const now = coordinatorOf(idea);
  const others = idea.consortium.memberships.filter(({ role }) => role !== 'COORDINATOR');
  const title = now ? t.handOverTitle : t.appointTitle;
  if (!useMayHandOver(idea) || others.length === 0) return <NotYet idea={idea} title={title} onClose={onClose} />;
  const save = (form: FormData) => {
    const member = others.find(({ id }) => id === textOf(form, 'member'));
    if (member) void appoint(member);
  };
  return (
    <FormDialog title={title} deed={t.appoint} problems={problems} onSave={save} onClose={onClose} unmarked>
      <p>{now ? t.handOverMeans(now.partner.name) : t.appointMeans}</p>
      <Select name="member" label={t.coordinator} choices={others.map(({ id, partner }) => [id, partner.name])} />
      {!now && <AddCoordinator idea={idea} onClose={onClose} />}
    </FormDialog>
  );
}

/** Why nobody can be appointed here, and what to do instead. */
function NotYet({ idea, title, onClose }: CoordinatorDialogProps & { title: string }) {
  const t = useWords(consortiumWords);
  const may = useMayHandOver(idea);
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{may ? t.noOthers : t.onlyOwnerHandsOver(idea.owner.name)}</p>
      {may && <div className="dialog-end">{<AddCoordinator idea={idea} onClose={onClose} />}</div>}
    </Dialog>
  );
}

function AddCoordinator({ idea, onClose }: CoordinatorDialogProps) {
  const t = useWords(consortiumWords);
  return (
    <Link href={`/ideas/${idea.code}#add-member/COORDINATOR`} className="button" onClick={onClose}>
      {t.addCoordinator}
    </Link>
  );
}
