import { RetireFocusAreaDocument } from '../gql/graphql';
import { useLocale, useWords } from '../language/language';
import { ForGood } from '../parts/for-good';
import { Text } from '../parts/form/fields';
import { FormDialog } from '../parts/form/form-dialog';
import { textOf } from '../parts/form/form-text';
import { useOnce, useRun } from '../parts/form/use-change';
import { toast } from '../parts/toasts';
import type { AreaOfTree } from './focus-areas-page';
import { areaWords } from './words';

interface RetireDialogProps {
  area: AreaOfTree;
  onClose: () => void;
}

/** Takes an area and its parts out of use, for good. */
export function RetireDialog({ area: { code, nameSv }, onClose }: RetireDialogProps) {
  const t = useWords(areaWords);
  const locale = useLocale();
  const run = useRun();
  const { send, problems, busy } = useOnce((reason: string) => run(RetireFocusAreaDocument, { code, reason, locale }));
  const save = async (form: FormData) => {
    const retired = (await send(textOf(form, 'reason')))?.focusArea;
    if (!retired) return;
    toast({ text: t.retired(retired.name) });
    onClose();
  };
  return (
    <FormDialog
      title={t.retire(nameSv)}
      deed={t.retireDo}
      {...{ problems, busy, onClose }}
      onSave={form => void save(form)}
      unmarked
    >
      <p className="code">{code}</p>
      <p>{t.retireMeans}</p>
      <ForGood>{t.forGood}</ForGood>
      <Text name="reason" label={t.why} rows={3} maxLength={2_000} required />
    </FormDialog>
  );
}
