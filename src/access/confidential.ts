import { moneyIf } from '../reading/columns.js';
import type { Scope } from '../reading/scope.js';
import { sql, type Sql } from '../reading/sql.js';
import { insideIdea } from './visibility.js';

/** Money of a row that belongs to an idea, for those inside the idea. */
export function confidentialMoney(scope: Scope, name: string): Sql {
  const amount = scope.column(`${name}.amount`);
  const shown = sql`${amount} is not null and ${insideIdea(scope.column('idea'), scope.viewer)}`;
  return moneyIf(shown, amount, scope.column(`${name}.currency`));
}

/** What concerns no idea is open to whoever sees the row. */
export function confidentialTo(scope: Scope): Sql {
  const idea = scope.column('idea');
  return sql`(${idea} is null or ${insideIdea(idea, scope.viewer)})`;
}
