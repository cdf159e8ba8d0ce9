import { Link } from 'wouter';
import { CALL_STATUS } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import type { Difference, Imported } from './import-differences';
import { importWords } from './import-words';
import type { ImportResult } from './use-import';

/** What an import would do, or has done. */
export function ImportOutcome({ result: { answer, imported } }: { result: ImportResult }) {
  const t = useWords(importWords);
  const counts = [
    ['created', answer.created],
    ['updated', answer.updated],
    ['unchanged', answer.unchanged],
    ['rejected', answer.rejected.length],
  ] as const;
  return (
    <section className="outcome" aria-labelledby="outcome">
      <h2 id="outcome">{answer.dryRun ? t.tried : t.done}</h2>
      <dl className="counts">
        {counts.map(([name, count]) => (
          <div key={name} className={name}>
            <dt>{t[name]}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {answer.rejected.length > 0 && <Rejected rejected={answer.rejected} />}
      {imported.length > 0 && <Calls imported={imported} />}
      {!answer.dryRun && <Done calls={answer.calls} />}
    </section>
  );
}

function Rejected({ rejected }: Pick<ImportResult['answer'], 'rejected'>) {
  const t = useWords(importWords);
  return (
    <div className="panel scroll" tabIndex={0} role="region" aria-label={t.rejectedRows}>
      <table>
        <caption className="unseen">{t.rejectedRows}</caption>
        <thead>
          <tr>
            <th scope="col">{t.row}</th>
            <th scope="col">{t.identifier}</th>
            <th scope="col">{t.why}</th>
          </tr>
        </thead>
        <tbody>
          {rejected.map(({ row, identifier, errors }) => (
            <tr key={row}>
              <td>{row}</td>
              <td className="code">{identifier ?? '–'}</td>
              <td>{errors.map(({ message }) => message).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Calls({ imported }: Pick<ImportResult, 'imported'>) {
  const t = useWords(importWords);
  return (
    <div className="panel scroll" tabIndex={0} role="region" aria-label={t.calls}>
      <table>
        <caption className="unseen">{t.calls}</caption>
        <thead>
          <tr>
            <th scope="col">{t.identifier}</th>
            <th scope="col">{t.fields.title}</th>
            <th scope="col">{t.change}</th>
          </tr>
        </thead>
        <tbody>
          {imported.map(({ call, differences }) => (
            <tr key={call.identifier} className="import-row">
              <td className="code">{call.identifier}</td>
              <td>{call.title}</td>
              <td>
                <What differences={differences} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function What({ differences }: Pick<Imported, 'differences'>) {
  const t = useWords(importWords);
  const show = useShow();
  if (!differences) return <ins>{t.isNew}</ins>;
  if (differences.length === 0) return <span className="soft">{t.isSame}</span>;
  return (
    <ul>
      {differences.map(difference => (
        <li key={difference.field}>
          {t.fields[difference.field]}: <ins>{show(difference, 'after')}</ins>{' '}
          <span className="soft">
            ({t.was} <del>{show(difference, 'before')}</del>)
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Writes a compared value the way the call's page does. */
function useShow() {
  const format = useFormat();
  const say = useSay();
  return ({ field, ...values }: Difference, which: 'before' | 'after'): string => {
    const value = values[which];
    if (value == null) return '–';
    if (typeof value === 'object') return 'amount' in value ? format.money(value) : '–';
    if (field === 'nextDeadline') return format.shortDate(String(value));
    return field === 'status' ? say(CALL_STATUS, String(value)) : String(value);
  };
}

function Done({ calls }: Pick<ImportResult['answer'], 'calls'>) {
  return (
    <ul className="rows">
      {calls.map(({ identifier, title }) => (
        <li key={identifier}>
          <Link href={`/calls/${encodeURIComponent(identifier)}`}>{title}</Link>{' '}
          <span className="code">{identifier}</span>
        </li>
      ))}
    </ul>
  );
}
