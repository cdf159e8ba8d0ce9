import { PostStatusUpdateDocument, type Health } from '../../gql/graphql';
import { HEALTH } from '../../language/domain-words';
import { useSay, useWords } from '../../language/language';
import { Line, Select, Text } from '../../parts/form/fields';
import { FormDialog } from '../../parts/form/form-dialog';
import { bothOf, someOf, textOf } from '../../parts/form/form-text';
import { useChange } from '../../parts/form/use-change';
import { toast } from '../../parts/toasts';
import { English } from '../describing/english';
import type { ShownIdea } from '../idea-page';
import { toldWords } from './words';

/** The most characters that the service takes. */
const LONGEST = 2_000;

/** Tells how an idea goes. */
export function PostStatusDialog({ idea, onClose }: { idea: ShownIdea; onClose: () => void }) {
  const t = useWords(toldWords);
  const say = useSay();
  const { send, problems, busy } = useChange(PostStatusUpdateDocument);
  const save = async (form: FormData) => {
    const done = await send({
      ideaId: idea.id,
      health: textOf(form, 'health') as Health,
      summary: bothOf(form, 'summary')!,
      nextStep: bothOf(form, 'nextStep'),
      nextStepDueOn: someOf(form, 'nextStepDueOn'),
    });
    if (!done) return;
    toast({ text: t.posted });
    onClose();
  };
  return (
    <FormDialog
      title={t.post}
      deed={t.publish}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
    >
      <p className="soft">{t.whoSees}</p>
      <Select
        name="health"
        label={t.health}
        choices={Object.keys(HEALTH).map(code => [code, say(HEALTH, code)] as const)}
        defaultValue={idea.health ?? 'ON_TRACK'}
      />
      <Text name="summary.sv" label={t.summary} maxLength={LONGEST} required />
      <Text name="nextStep.sv" label={t.nextStep} maxLength={LONGEST} rows={2} />
      <Line name="nextStepDueOn" label={t.nextDay} type="date" />
      <English names={['summary.en', 'nextStep.en']} written={false}>
        <Text name="summary.en" label={t.summaryEn} maxLength={LONGEST} lang="en" />
        <Text name="nextStep.en" label={t.nextStepEn} maxLength={LONGEST} lang="en" rows={2} />
      </English>
    </FormDialog>
  );
}
