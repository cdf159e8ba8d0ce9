import type { Viewer } from '../shared/viewer.js';
import type { Sql } from './sql.js';

/** What reading is handed of the house it reads in: it knows no noun, and no rule of its own. */
export interface ReadPolicy {
  /** The condition under which the viewer sees a row of an entity; throws where no rule says. */
  visible(entity: string, row: Sql, viewer: Viewer): Sql;
  /** Whether the activity log tells of every change to an entity; what is shown of others may be newer than the log. */
  isLogged(entity: string): boolean;
  /** The entities that `node(id)` can read, by the prefix of their ids. */
  readonly nodes: ReadonlyMap<string, string>;
}
