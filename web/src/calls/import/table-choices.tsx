import type { ColumnInput } from '../../gql/graphql';
import { useWords } from '../../language/language';
import { Field } from '../../parts/form/field';
import { textOf } from '../../parts/form/form-text';
import type { ImportKind } from './import-kind';
import { importWords } from './import-words';
import type { SeenTable } from './use-import';

interface Props {
  readonly kind: ImportKind;
  readonly seen: SeenTable;
  readonly onSheet: () => void;
}

/** Which sheet of a workbook is read, and what the headers mean that the service does not know. */
export function TableChoices({ kind, seen, onSheet }: Props) {
  const t = useWords(importWords);
  const names = useWords(kind.fields);
  return (
    <>
      {seen.sheets.length > 1 && (
        <Field label={t.sheet} hint={t.sheetHint}>
          {wiring => (
            <select {...wiring} key={seen.sheets.join('/')} name="sheet" defaultValue={seen.sheet} onChange={onSheet}>
              {seen.sheets.map(sheet => (
                <option key={sheet}>{sheet}</option>
              ))}
            </select>
          )}
        </Field>
      )}
      {seen.unknown && seen.unknown.length > 0 && (
        <fieldset className="wide">
          <legend>{t.columns}</legend>
          <p className="hint wide">{t.columnsHint}</p>
          {seen.unknown.map((header, place) => (
            <Field key={header} label={header}>
              {wiring => (
                <select {...wiring} name={`column.${place}`}>
                  <option value="">{t.notRead}</option>
                  {kind.columns.map(field => (
                    <option key={field} value={field}>
                      {names[field]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** What has been chosen, as the import takes it. */
export function choicesOf(form: FormData, seen: SeenTable | null): { sheet?: string; columns?: ColumnInput[] } {
  const sheet = textOf(form, 'sheet');
  const columns = (seen?.unknown ?? []).flatMap((header, place) => {
    const field = textOf(form, `column.${place}`);
    return field === '' ? [] : [{ header, field }];
  });
  return { ...(sheet !== '' && { sheet }), ...(columns.length > 0 && { columns }) };
}
