/** Reads a table written in a test: a heading of columns, then what each row has in them. */
export function matrix(table: string): { row: string; cells: [column: string, cell: string][] }[] {
  const [heading, ...rows] = table
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/));
  return rows.map(([row, ...cells]) => ({
    row: row!,
    cells: cells.map((cell, index) => [heading![index + 1]!, cell]),
  }));
}
