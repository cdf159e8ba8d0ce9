import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { dayOf, useFormat } from '../../language/format';
import { useSay, useWords } from '../../language/language';
import { useWritten } from '../../language/written';
import { CALL_FIELD } from '../field-words';
import type { ImportKind } from './import-kind';
import { LeftOut, Rejected } from './import-left';
import { importWords, importing, imported } from './import-words';
import type { ImportResult } from './use-import';

type Row = ImportResult['rows'][number];

/** What an import would do, or has done: one is led there, since it may begin below what is seen. */
export function ImportOutcome({ kind, result }: { kind: ImportKind; result: ImportResult }) {
  const t = useWords(importWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [result]);
  const counts = [
    ['created', result.created],
    ['updated', result.updated],
    ['unchanged', result.unchanged],
    ['rejected', result.rejected.length],
    ['leftOut', result.leftOut.length],
  ] as const;
  return (
    <section className="outcome" aria-labelledby="outcome">
      <h2 id="outcome" tabIndex={-1} ref={heading}>
        {result.dryRun ? t.tried : t.done}
      </h2>
      <dl className="counts">
        {counts.map(([name, count]) => (
          <div key={name} className={name}>
            <dt>{t[name]}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {result.rejected.length > 0 && <Rejected rejected={result.rejected} />}
      {result.leftOut.length > 0 && <LeftOut leftOut={result.leftOut} />}
      {result.rows.length > 0 && <Rows kind={kind} rows={result.rows} done={!result.dryRun} />}
    </section>
  );
}

function Rows({ kind, rows, done }: { kind: ImportKind; rows: readonly Row[]; done: boolean }) {
  const t = useWords(importWords);
  const { change } = useWords(done ? imported : importing);
  const { deadlines } = useWords(CALL_FIELD);
  const { name, caption } = useWords({ name: kind.fields['name'] ?? CALL_FIELD.title, caption: kind.rows });
  return (
    <div className="panel scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {[t.row, name, ...(kind.isOfCalls ? [deadlines] : []), change].map(header => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <ImportedRow key={row.row} kind={kind} row={row} done={done} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ImportedRow({ kind, row, done }: { kind: ImportKind; row: Row; done: boolean }) {
  const { isNew } = useWords(done ? imported : importing);
  const format = useFormat();
  const days = [...new Set(row.deadlines.map(at => format.shortDate(dayOf(at))))];
  return (
    <tr className="import-row">
      <td>{row.row}</td>
      <td>
        {done || !row.isNew ? <Link href={kind.href(row.identifier)}>{row.title}</Link> : <strong>{row.title}</strong>}
        <br />
        <span className="code">{row.identifier}</span>
      </td>
      {kind.isOfCalls && <td>{days.length > 0 ? days.join(', ') : '–'}</td>}
      <td>
        {row.isNew && <ins>{isNew}</ins>}
        {row.changes.length > 0 && <Changes kind={kind} changes={row.changes} done={done} />}
        {row.notes.length > 0 && (
          <ul>
            {row.notes.map(note => (
              <li key={note} className="soft">
                {note}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

/** What changes, cell by cell. */
function Changes({ kind, changes, done }: Pick<Row, 'changes'> & { kind: ImportKind; done: boolean }) {
  const t = useWords(importWords);
  const { after } = useWords(done ? imported : importing);
  const say = useSay();
  const write = useWritten();
  return (
    <table className="changes">
      <thead>
        <tr>
          {[t.field, t.before, after].map(header => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after: now }) => (
          <tr key={field}>
            <th scope="row">{say(kind.fields, field)}</th>
            <td>
              <del>{write(field, before)}</del>
            </td>
            <td>
              <ins>{write(field, now)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
