import { useRef, useState, type FormEvent } from 'react';
import type { CallFormat } from '../../gql/graphql';
import { useWords } from '../../language/language';
import { Field } from '../../parts/form/field';
import { Page } from '../../parts/page';
import { Problems } from '../../parts/form/problems';
import { AdminOnly } from '../admin-only';
import { ImportOutcome } from './import-outcome';
import { importWords } from './import-words';
import { useImport } from './use-import';
import '../../styles/idea.css';
import '../../styles/calls.css';
import { base64Of } from '../../parts/base64';
import { textOf } from '../../parts/form/form-text';

/** Imports calls: first a try that shows what would happen, then for real. */
export function ImportPage() {
  const t = useWords(importWords);
  return (
    <Page title={t.title}>
      <p className="lead">{t.lead}</p>
      <AdminOnly>
        <Import />
      </AdminOnly>
    </Page>
  );
}

function Import() {
  const t = useWords(importWords);
  const { result, problems, busy, run, forget } = useImport();
  const form = useRef<HTMLFormElement>(null);
  const send = async (dryRun: boolean) => {
    const read = new FormData(form.current!);
    await run({ format: read.get('format') as CallFormat, dryRun, ...(await contentOf(read)) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(true);
  };
  return (
    <>
      <form className="form" ref={form} onSubmit={submit} onChange={forget}>
        <Source />
        <div className="form-end">
          <button type="submit" className={result ? '' : 'main-deed'} disabled={busy}>
            {t.try}
          </button>
          {result?.dryRun && result.rows.length > 0 && (
            <button type="button" className="main-deed" disabled={busy} onClick={() => void send(false)}>
              {t.doIt}
            </button>
          )}
        </div>
      </form>
      <Problems problems={problems} />
      <div aria-live="polite">{result && <ImportOutcome result={result} />}</div>
    </>
  );
}

/** A file goes as its bytes, since the browser would take them for UTF-8; what was pasted is text. */
async function contentOf(read: FormData) {
  const file = read.get('file');
  return file instanceof File && file.size > 0
    ? { contentBase64: await base64Of(file) }
    : { content: textOf(read, 'content') };
}

/** A file or a text: the one that was given last counts. */
function Source() {
  const t = useWords(importWords);
  const [content, setContent] = useState('');
  const [hasFile, setHasFile] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  return (
    <fieldset>
      <legend className="unseen">{t.title}</legend>
      <Field label={t.format}>
        {wiring => (
          <select {...wiring} name="format">
            {Object.entries(t.formats).map(([format, name]) => (
              <option key={format} value={format}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.file}>
        {wiring => (
          <input
            {...wiring}
            type="file"
            name="file"
            accept=".csv,.json,.txt"
            ref={file}
            onChange={event => {
              setHasFile(event.target.value !== '');
              setContent('');
            }}
          />
        )}
      </Field>
      <div className="wide">
        <Field label={t.content} hint={t.contentHint}>
          {wiring => (
            <textarea
              {...wiring}
              name="content"
              className="content"
              rows={10}
              required={!hasFile}
              value={content}
              onChange={event => {
                setContent(event.target.value);
                file.current!.value = '';
                setHasFile(false);
              }}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
