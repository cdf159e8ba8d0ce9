import { useRef, type FormEvent, type ReactNode } from 'react';
import type { ColumnInput } from '../../gql/graphql';
import { useWords } from '../../language/language';
import { base64Of } from '../../parts/base64';
import { textOf } from '../../parts/form/form-text';
import { Problems } from '../../parts/form/problems';
import type { ImportKind } from './import-kind';
import { ImportOutcome } from './import-outcome';
import { importWords } from './import-words';
import { Source } from './source';
import { choicesOf, TableChoices } from './table-choices';
import { useImport, type SeenTable, type Send } from './use-import';
import '../../styles/idea.css';
import '../../styles/calls.css';

/** What an import is given. */
export interface ImportInput {
  readonly format: string;
  readonly dryRun: boolean;
  readonly content?: string;
  readonly contentBase64?: string;
  readonly sheet?: string;
  readonly columns?: ColumnInput[];
  /** The programme of new ideas. */
  readonly programme?: string;
}

interface ImportProps {
  readonly kind: ImportKind;
  readonly busy: boolean;
  readonly send: Send;
  /** What is chosen of this import alone. */
  readonly choices?: ReactNode;
}

/** The source, what is chosen of it, and what came of a try or an import. */
export function Import({ kind, busy, send: sent, choices }: ImportProps) {
  const t = useWords(importWords);
  const { result, seen, problems, run, ...forget } = useImport(sent);
  const form = useRef<HTMLFormElement>(null);
  // A file is read before anything is sent: until then only this knows that the button has been pressed.
  const pressed = useRef(false);
  const send = async (dryRun: boolean) => {
    if (pressed.current) return;
    pressed.current = true;
    try {
      await run(await inputOf(new FormData(form.current!), dryRun, seen));
    } finally {
      pressed.current = false;
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(true);
  };
  return (
    <>
      <form className="form" ref={form} onSubmit={submit} onChange={forget.forget}>
        <Source kind={kind} onSource={forget.otherFile} />
        {choices}
        {seen && <TableChoices kind={kind} seen={seen} onSheet={forget.forgetColumns} />}
        <div className="form-end">
          <button type="submit" className={result ? '' : 'main-deed'} aria-disabled={busy}>
            {t.try}
          </button>
          {result?.dryRun && result.rows.length > 0 && (
            <button type="button" className="main-deed" aria-disabled={busy} onClick={() => void send(false)}>
              {t.doIt}
            </button>
          )}
        </div>
      </form>
      <Problems problems={problems} />
      {result && <ImportOutcome kind={kind} result={result} />}
    </>
  );
}

async function inputOf(read: FormData, dryRun: boolean, seen: SeenTable | null): Promise<ImportInput> {
  const programme = textOf(read, 'programme');
  return {
    format: textOf(read, 'format'),
    dryRun,
    ...(await contentOf(read)),
    ...choicesOf(read, seen),
    ...(programme !== '' && { programme }),
  };
}

/** A file goes as its bytes, since the browser would take them for UTF-8; what was pasted is text. */
async function contentOf(read: FormData) {
  const file = read.get('file');
  return file instanceof File && file.size > 0
    ? { contentBase64: await base64Of(file) }
    : { content: textOf(read, 'content') };
}
