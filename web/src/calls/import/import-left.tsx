import type { ReactNode } from 'react';
import { useWords } from '../../language/language';
import { importWords } from './import-words';
import type { ImportResult } from './use-import';

/** The rows that are refused: why, and what stands in the cells that are wrong. */
export function Rejected({ rejected }: Pick<ImportResult, 'rejected'>) {
  const t = useWords(importWords);
  return (
    <Left name={t.rejectedRows} headers={[t.why, t.asItStands]}>
      {rejected.map(({ row, identifier, errors, cells }) => (
        <tr key={row}>
          <Which row={row} identifier={identifier} />
          <td>{errors.map(toldOf).join(' ')}</td>
          <td>
            {cells.map(({ column, text }) => (
              <div key={column}>
                {column}: <code>{text}</code>
              </div>
            ))}
          </td>
        </tr>
      ))}
    </Left>
  );
}

/** A fault with the column it is about, unless it says so itself. */
function toldOf({ path, message }: ImportResult['rejected'][number]['errors'][number]): string {
  const column = path?.join('.');
  return column && !message.includes(column) ? `${column}: ${message}` : message;
}

/** The rows that are no calls, and why. */
export function LeftOut({ leftOut }: Pick<ImportResult, 'leftOut'>) {
  const t = useWords(importWords);
  return (
    <Left name={t.leftOutRows} headers={[t.why]}>
      {leftOut.map(({ row, identifier, message }) => (
        <tr key={`${row} ${message}`}>
          <Which row={row} identifier={identifier} />
          <td>{message}</td>
        </tr>
      ))}
    </Left>
  );
}

function Left({ name, headers, children }: { name: string; headers: readonly string[]; children: ReactNode }) {
  const t = useWords(importWords);
  return (
    <div className="panel scroll" tabIndex={0} role="region" aria-label={name}>
      <table>
        <caption className="unseen">{name}</caption>
        <thead>
          <tr>
            {[t.row, t.identifier, ...headers].map(header => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Which({ row, identifier }: { row: number; identifier?: string | null | undefined }) {
  return (
    <>
      <td>{row}</td>
      <td className="code">{identifier ?? '–'}</td>
    </>
  );
}
