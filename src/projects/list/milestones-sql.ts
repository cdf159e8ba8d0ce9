import { NOW, sql, type Sql, swedishDayOf } from '../../reading/sql.js';

/** Not dropped, whether or not it is completed. */
export const isPlanned = (milestone: Sql) => sql`(${milestone}.dropped_at is null)`;

/** Planned and not completed. */
export const isLeft = (milestone: Sql) => sql`(${isPlanned(milestone)} and ${milestone}.completed_on is null)`;

/** The twin of `isOverdue` in duration.ts. */
export const isOverdue = (milestone: Sql) => sql`(${isLeft(milestone)} and ${milestone}.due_on < ${swedishDayOf(NOW)})`;
