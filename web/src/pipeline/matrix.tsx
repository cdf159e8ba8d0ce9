import type { CSSProperties } from 'react';
import { STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { PATH } from '../moves/move';
import { Chart } from './chart/chart';
import type { ShownPipeline } from './pipeline-page';
import { pipelineWords } from './words';

type Cells = ShownPipeline['matrix'];

function rowsOf(matrix: Cells) {
  const areas = [...new Map(matrix.map(({ focusArea }) => [focusArea.code, focusArea])).values()];
  const count = (code: string, stage: string) =>
    matrix.find(cell => cell.focusArea.code === code && cell.stage === stage)?.count ?? 0;
  return areas.map(({ code, name }) => ({ code, name, counts: PATH.map(stage => count(code, stage)) }));
}

/** Where the ideas of each focus area stand; the fuller the cell, the darker. */
export function Matrix({ matrix }: { matrix: Cells }) {
  const t = useWords(pipelineWords);
  const say = useSay();
  const rows = rowsOf(matrix);
  const columns = [t.area, ...PATH.map(stage => say(STAGE, stage))];
  const figures = { columns, rows: rows.map(({ name, counts }) => [name, ...counts]) };
  return (
    <Chart title={t.matrix} file="focus-areas" figures={figures} listed={rows.length}>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.matrix}>
        <table className="matrix">
          <thead>
            <tr>
              {columns.map(name => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <AreaRow key={row.code} {...row} most={Math.max(1, ...matrix.map(({ count }) => count))} />
            ))}
          </tbody>
        </table>
      </div>
    </Chart>
  );
}

function AreaRow({ name, counts, most }: { name: string; counts: readonly number[]; most: number }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {counts.map((count, index) => (
        <td key={PATH[index]} style={{ '--share': count / most } as CSSProperties}>
          {count}
        </td>
      ))}
    </tr>
  );
}
