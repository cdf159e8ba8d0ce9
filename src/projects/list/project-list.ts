import { ofSuchIdeas } from '../../ideas/list/of-partners.js';
import type { List } from '../../reading/connections/connection.js';
import type { Scope } from '../../reading/scope.js';
import { ahead, all, NOW, raw, sql, type Sql, swedishDayOf } from '../../reading/sql.js';
import { isLeft, isOverdue, isPlanned } from './milestones-sql.js';

/** Projects by the day they start, the newest first. */
export const PROJECT_LIST: List = {
  entity: 'Project',
  where: (project, scope) => all(ofSuchIdeas(sql`${project}.idea_id`, scope)),
  order: project => ({ name: 'projects', key: sql`${project}.starts_on`, type: 'date', direction: 'DESC' }),
};

/** Milestones by the day they are due. */
export const MILESTONE_LIST: List = {
  entity: 'Milestone',
  where: milestoneFilter,
  order: milestone => ({ name: 'milestones', key: sql`${milestone}.due_on`, type: 'date', direction: 'ASC' }),
};

function milestoneFilter(milestone: Sql, scope: Scope): Sql {
  const { dueWithin, completed, overdue } = scope.args.filter ?? {};
  const ofIdeas = ofSuchIdeas(raw('planned.idea_id'), scope).filter(condition => condition !== false);
  return all([
    dueWithin != null && dueSoon(milestone, scope),
    overdue === true && isOverdue(milestone),
    overdue === false && sql`not ${isOverdue(milestone)}`,
    completed === true && sql`(${isPlanned(milestone)} and ${milestone}.completed_on is not null)`,
    completed === false && isLeft(milestone),
    ofIdeas.length > 0 &&
      sql`${milestone}.project_id in (select planned.id from project planned where ${all(ofIdeas)})`,
  ]);
}

function dueSoon(milestone: Sql, scope: Scope): Sql {
  const last = ahead(scope.arg(args => args.filter.dueWithin));
  return sql`(${isPlanned(milestone)} and ${milestone}.due_on between ${swedishDayOf(NOW)} and ${swedishDayOf(sql`(${last})`)})`;
}
