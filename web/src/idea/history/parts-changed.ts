import type { SaidActivityFragment } from '../../gql/graphql';

type Change = Pick<SaidActivityFragment['changes'][number], 'field' | 'before' | 'after'>;

/** A part of a plan as the log tells it. */
type Part = Record<string, unknown> & { id: string };

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && 'id' in value;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A change of a list of parts as what changed in each, and which came and went; any other change as it is. */
export function partsOf(change: Change): (Change & { of?: unknown })[] {
  const { field, before, after } = change;
  if (!Array.isArray(before) || !Array.isArray(after) || before.length === 0) return [change];
  if (![...before, ...after].every(isPart)) return [change];
  const were = new Map((before as Part[]).map(part => [part.id, part]));
  const are = new Set((after as Part[]).map(({ id }) => id));
  const added = (after as Part[]).filter(({ id }) => !were.has(id));
  const gone = (before as Part[]).filter(({ id }) => !are.has(id));
  const stayed = (after as Part[]).flatMap(part => {
    const was = were.get(part.id);
    return was ? fieldsChanged(was, part) : [];
  });
  return [...(added.length + gone.length > 0 ? [{ field, before: gone, after: added }] : []), ...stayed];
}

function fieldsChanged(was: Part, is: Part): (Change & { of: unknown })[] {
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    field => !isSame(was[field], is[field]),
  );
  const of = is.title ?? is.name;
  return fields.map(field => ({ field, of, before: was[field] ?? null, after: is[field] ?? null }));
}
