import { useRef, useState, type FormEvent } from 'react';
import type { CallFormat } from '../gql/graphql';
import { useWords } from '../language/language';
import { Field } from '../parts/field';
import { Page } from '../parts/page';
import { Problems } from '../parts/problems';
import { AdminOnly } from './admin-only';
import { ImportOutcome } from './import-outcome';
import { importWords } from './import-words';
import { useImport } from './use-import';
import '../styles/idea.css';
import '../styles/calls.css';
import { textOf } from '../parts/form-text';

const FORMATS: readonly CallFormat[] = ['CSV', 'GDP', 'VINNOVA', 'EU_PORTAL', 'COMMON_GRANTS'];

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
  const send = (dryRun: boolean) => {
    const read = new FormData(form.current!);
    void run({ format: read.get('format') as CallFormat, content: textOf(read, 'content'), dryRun });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(true);
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
            <button type="button" className="main-deed" disabled={busy} onClick={() => send(false)}>
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

function Source() {
  const t = useWords(importWords);
  const [content, setContent] = useState('');
  return (
    <fieldset>
      <legend className="unseen">{t.title}</legend>
      <Field label={t.format}>
        {wiring => (
          <select {...wiring} name="format">
            {FORMATS.map(format => (
              <option key={format} value={format}>
                {t.formats[format]}
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
            accept=".csv,.json,.txt"
            onChange={event => void event.target.files?.[0]?.text().then(setContent)}
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
              required
              value={content}
              onChange={event => setContent(event.target.value)}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
