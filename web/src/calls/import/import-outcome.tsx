import { Link } from 'wouter';
import { useWords } from '../../language/language';
import { useImportValue } from './import-value';
import { LeftOut, Rejected } from './import-left';
import { importWords } from './import-words';
import type { ImportResult } from './use-import';

type Row = ImportResult['rows'][number];

/** What an import would do, or has done. */
export function ImportOutcome({ result }: { result: ImportResult }) {
  const t = useWords(importWords);
  const counts = [
    ['created', result.created],
    ['updated', result.updated],
    ['unchanged', result.unchanged],
    ['rejected', result.rejected.length],
    ['leftOut', result.leftOut.length],
  ] as const;
  return (
    <section className="outcome" aria-labelledby="outcome">
      <h2 id="outcome">{result.dryRun ? t.tried : t.done}</h2>
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
      {result.rows.length > 0 && <Rows rows={result.rows} done={!result.dryRun} />}
    </section>
  );
}

function Rows({ rows, done }: { rows: readonly Row[]; done: boolean }) {
  const t = useWords(importWords);
  return (
    <div className="panel scroll" tabIndex={0} role="region" aria-label={t.calls}>
      <table>
        <caption className="unseen">{t.calls}</caption>
        <thead>
          <tr>
            <th scope="col">{t.row}</th>
            <th scope="col">{t.identifier}</th>
            <th scope="col">{t.change}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.row} className="import-row">
              <td>{row.row}</td>
              <td className="code">
                {done || !row.isNew ? (
                  <Link href={`/calls/${encodeURIComponent(row.identifier)}`}>{row.identifier}</Link>
                ) : (
                  row.identifier
                )}
              </td>
              <td>
                <What row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function What({ row: { isNew, changes, notes } }: { row: Row }) {
  const t = useWords(importWords);
  const write = useImportValue();
  const nameOf = (field: string) => (t.fields as Readonly<Record<string, string>>)[field] ?? field;
  return (
    <ul>
      {isNew && (
        <li>
          <ins>{t.isNew}</ins>
        </li>
      )}
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {nameOf(field)}: <ins>{write(after)}</ins>{' '}
          <span className="soft">
            ({t.was} <del>{write(before)}</del>)
          </span>
        </li>
      ))}
      {notes.map(note => (
        <li key={note} className="soft">
          {note}
        </li>
      ))}
    </ul>
  );
}
