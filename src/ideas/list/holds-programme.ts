import { partOfFilter, partsOfFilter } from '../../reading/part-of-filter.js';
import type { Scope } from '../../reading/scope.js';
import { all, any, raw, sql, type Sql } from '../../reading/sql.js';

/** Whether the `IdeaFilter` named `filter` leaves room for ideas of a programme, whatever they are otherwise. */
export function holdsProgramme(programme: Sql, scope: Scope): Sql {
  return every(programme, scope, holdsProgramme, excludesNot);
}

/** Whether the filter holds for every idea of the programme: then its negation leaves no room for any. */
function holdsAllOf(programme: Sql, scope: Scope): Sql {
  if (saysMore(scope)) return raw('false');
  return every(programme, scope, holdsAllOf, (row, part) => sql`not ${holdsProgramme(row, part)}`);
}

const excludesNot: Judge = (programme, part) => sql`not ${holdsAllOf(programme, part)}`;

type Judge = (programme: Sql, scope: Scope) => Sql;

function every(programme: Sql, scope: Scope, judge: Judge, negated: Judge): Sql {
  const { programmes, or, not } = scope.args.filter ?? {};
  return all([
    programmes && sql`${programme}.code_prefix = any(${scope.arg(args => args.filter.programmes)}::text[])`,
    ...partsOfFilter(scope, 'and').map(part => judge(programme, part)),
    or && any(partsOfFilter(scope, 'or').map(part => judge(programme, part))),
    not &&
      negated(
        programme,
        partOfFilter(scope, filter => filter.not),
      ),
  ]);
}

const OF_PROGRAMMES = ['programmes', 'and', 'or', 'not'];

/** Whether the filter asks for anything beside programmes; a blank text asks for nothing. */
function saysMore({ args }: Scope): boolean {
  const asked = Object.entries((args.filter ?? {}) as Record<string, unknown>);
  return asked.some(([name, value]) => value != null && !OF_PROGRAMMES.includes(name) && !isBlank(value));
}

const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';
