import { useState } from 'react';
import { RedactActivityDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { Choices, Text } from '../parts/form/fields';
import { FormDialog } from '../parts/form/form-dialog';
import { textOf } from '../parts/form/form-text';
import { useChange } from '../parts/form/use-change';
import { ForGood } from '../parts/for-good';
import { toast } from '../parts/toasts';
import { type Redactable, useValueName, useValueShown } from './value-names';
import { redactionWords } from './words';

/** What has been taken out of an event, and the way to take more, for those who may. */
export function Redaction({ row, what }: { row: Redactable & { redactedFields: readonly string[] }; what: string }) {
  const t = useWords(redactionWords);
  const name = useValueName();
  const [open, setOpen] = useState(false);
  return (
    <>
      {row.redactedFields.length > 0 && (
        <p className="soft">
          {t.redacted}: {row.redactedFields.map(name).join(', ')}
        </p>
      )}
      {row.redactable.length > 0 && (
        <button type="button" className="small quiet" aria-label={t.redactOf(what)} onClick={() => setOpen(true)}>
          {t.redact}
        </button>
      )}
      {open && <RedactDialog row={row} what={what} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Asks which values are to go, and on what ground; it says before that there is no way back. */
function RedactDialog({ row, what, onClose }: { row: Redactable; what: string; onClose: () => void }) {
  const t = useWords(redactionWords);
  const shown = useValueShown();
  const { send, problems, busy } = useChange(RedactActivityDocument);
  const save = async (form: FormData) => {
    const done = await send({ id: row.id, fields: form.getAll('fields').map(String), reason: textOf(form, 'reason') });
    if (!done) return;
    toast({ text: t.done });
    onClose();
  };
  return (
    <FormDialog
      title={t.redactTitle}
      deed={t.redactTitle}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
      unmarked
    >
      <p>{what}</p>
      <Choices
        name="fields"
        label={t.which}
        choices={row.redactable.map(name => [name, shown(row, name)] as const)}
        chosen={[]}
      />
      <Text name="reason" label={t.ground} hint={t.groundHint} rows={3} required />
      <ForGood>{t.forGood}</ForGood>
    </FormDialog>
  );
}
