import { AddLinkDocument, type LinkKind } from '../../gql/graphql';
import { LINK_KIND } from '../../language/domain-words';
import { useSay, useWords } from '../../language/language';
import { Line, Select, type Named } from '../../parts/form/fields';
import { FormDialog } from '../../parts/form/form-dialog';
import { someOf, textOf } from '../../parts/form/form-text';
import { useChange } from '../../parts/form/use-change';
import { toast } from '../../parts/toasts';
import type { ShownIdea } from '../idea-page';
import { toldWords } from './words';

/** Links to a document where it lies. */
export function AddLinkDialog({ idea, onClose }: { idea: ShownIdea; onClose: () => void }) {
  const t = useWords(toldWords);
  const say = useSay();
  const { send, problems, busy } = useChange(AddLinkDocument);
  const save = async (form: FormData) => {
    const title = textOf(form, 'title');
    const done = await send({
      ideaId: idea.id,
      kind: textOf(form, 'kind') as LinkKind,
      title,
      url: textOf(form, 'url'),
      aboutId: someOf(form, 'aboutId'),
    });
    if (!done) return;
    toast({ text: t.added(title) });
    onClose();
  };
  return (
    <FormDialog
      title={t.addLink}
      deed={t.add}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
    >
      <p className="soft">{t.addLinkIntro}</p>
      <Select
        name="kind"
        label={t.kind}
        choices={Object.keys(LINK_KIND).map(code => [code, say(LINK_KIND, code)] as const)}
      />
      <Line name="title" label={t.title} maxLength={300} required />
      <Line name="url" label={t.url} hint={t.urlHint} type="url" pattern="https?://.+" maxLength={2_000} required />
      <Select name="aboutId" label={t.about} none={t.wholeIdea} choices={partsOf(idea, t.project)} />
    </FormDialog>
  );
}

/** What a document of the idea can be about. */
function partsOf({ consortium, applications, project }: ShownIdea, projectName: string): Named[] {
  return [
    ...consortium.memberships.map(({ id, partner }) => [id, partner.name] as const),
    ...applications.map(({ id, call }) => [id, call.identifier] as const),
    ...(project ? [[project.id, projectName] as const] : []),
    ...(project?.milestones ?? []).map(({ id, title }) => [id, title] as const),
    ...(project?.outcomes ?? []).map(({ id, title }) => [id, title] as const),
  ];
}
