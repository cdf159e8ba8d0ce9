import { useWords } from '../../language/language';
import type { Filters } from '../filters';
import { addressOf, type Order } from '../order';
import { fieldWords } from './field-words';
import { FIELDS, type FieldName } from './fields';

const words = {
  moves: { sv: 'Flytta', en: 'Move' },
};

interface TableHeadProps {
  fields: readonly FieldName[];
  order: Order;
  filters: Filters;
}

/** The headings: those that the service can sort by are buttons. */
export function TableHead({ fields, order, filters }: TableHeadProps) {
  const t = useWords(words);
  return (
    <thead>
      <tr aria-rowindex={1}>
        {fields.map(name => (
          <Heading key={name} {...{ name, order, filters }} />
        ))}
        <th scope="col" className="row-menu">
          <span className="unseen">{t.moves}</span>
        </th>
      </tr>
    </thead>
  );
}

const OTHER = { ascending: 'descending', descending: 'ascending' } as const;

function Heading({ name, order, filters }: { name: FieldName } & Omit<TableHeadProps, 'fields'>) {
  const label = useWords(fieldWords)[name];
  const field = FIELDS.find(one => one.name === name);
  if (!field?.order || !field.natural) return <th scope="col">{label}</th>;
  const own = order.name === field.order;
  const sorted = own ? (order.reversed ? OTHER[field.natural] : field.natural) : undefined;
  const next = addressOf({ name: field.order, reversed: own && !order.reversed });
  return (
    <th scope="col" aria-sort={sorted ?? 'none'}>
      <button type="button" className={`sort ${sorted ?? ''}`} onClick={() => filters.change('sort', next)}>
        {label}
        <span className="sort-mark" aria-hidden="true" />
      </button>
    </th>
  );
}
