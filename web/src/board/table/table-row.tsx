import { memo, type RefCallback } from 'react';
import { Link } from 'wouter';
import type { IdeaRowFragment } from '../../gql/graphql';
import { MoveMenu } from '../card/move-menu';
import { useCells } from './cells';
import type { FieldName } from './fields';

interface TableRowProps {
  idea: IdeaRowFragment;
  index: number;
  fields: readonly FieldName[];
  lit: 'lit' | '';
  measure: RefCallback<HTMLElement>;
}

const FIGURES = new Set<FieldName>(['days', 'trl', 'asked']);

/** One idea in the table, headed by its title. */
export const TableRow = memo(function TableRow({ idea, index, fields, lit, measure }: TableRowProps) {
  const cells = useCells(idea);
  return (
    <tr
      ref={measure}
      className={lit}
      data-index={index}
      data-id={idea.id}
      data-code={idea.code}
      // The heading is the first row.
      aria-rowindex={index + 2}
    >
      {fields.map(name =>
        name === 'title' ? (
          <th key={name} scope="row">
            <Link href={`/ideas/${idea.code}`} title={idea.title} className="clamped">
              {idea.title}
            </Link>
          </th>
        ) : (
          <td key={name} className={FIGURES.has(name) ? 'figure' : undefined}>
            {cells[name]}
          </td>
        ),
      )}
      <td className="row-menu">
        <MoveMenu idea={idea} />
      </td>
    </tr>
  );
});
