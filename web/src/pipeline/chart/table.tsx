/** What a cell holds: a number stands as a number in the file too. */
export type Cell = string | number | null;

/** A chart's figures, for reading and for taking along. */
export interface Figures {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

interface FiguresTableProps {
  figures: Figures;
  caption: string;
  write: (value: number) => string;
}

/** The same figures as the drawing, in a table. */
export function FiguresTable({ figures: { columns, rows }, caption, write }: FiguresTableProps) {
  const numeric = (column: number) => rows.some(row => typeof row[column] === 'number');
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((name, column) => (
              <th key={name} scope="col" className={numeric(column) ? 'figure' : ''}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((value, column) => (
                <td key={column} className={numeric(column) ? 'figure' : ''}>
                  {typeof value === 'number' ? write(value) : (value ?? '–')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
