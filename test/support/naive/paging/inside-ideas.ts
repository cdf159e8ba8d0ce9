import { isOverdue } from '../../../../src/projects/duration.js';
import { swedishDay } from '../../../../src/shared/time/local-time.js';
import type { ApplicationRow, IdeaRow, MilestoneRow, ProjectRow } from '../../service/stored-rows.js';
import type { Arguments, Filter } from '../arguments.js';
import type { Asking } from '../asking.js';
import { shifted, standingFor } from './idea-filter.js';
import { chosenBy, holding, isInAreas, millis, ordered, takingPart } from './lists.js';
import { type Page, page, placeOf } from './pages.js';

/** What a filter of something inside an idea says of the idea. */
function ofSuchIdeas(asking: Asking, filter: Filter): (((idea: IdeaRow) => boolean) | null | undefined)[] {
  const { programmes, partners, focusAreas, mine } = filter;
  const codeOf = ({ programme_id }: IdeaRow) =>
    asking.rows.programme.find(({ id }) => id === programme_id)!.code_prefix;
  return [
    programmes && (idea => programmes.includes(codeOf(idea))),
    partners && (idea => takingPart(asking, idea).some(id => standingFor(asking, partners).includes(id))),
    focusAreas && (({ id }) => isInAreas(asking, chosenBy(asking, 'idea', id), focusAreas)),
    mine == null ? null : idea => asking.eyes.takesPart(idea) === mine,
  ];
}

function hasSuchIdea(asking: Asking, filter: Filter | null | undefined, idea: IdeaRow): boolean {
  return holding([idea], ofSuchIdeas(asking, filter ?? {})).length > 0;
}

const APPLICATION_KEYS: Record<string, (application: ApplicationRow) => string | null> = {
  DEADLINE: ({ deadline }) => deadline,
  SUBMITTED_AT: ({ submitted_at }) => submitted_at,
  DECIDED_AT: ({ decided_at }) => decided_at,
  CREATED_AT: ({ created_at }) => created_at,
};

export function applicationPage(asking: Asking, args: Arguments): Page<ApplicationRow> {
  const { filter, orderBy } = args;
  const { eyes, now, rows } = asking;
  const { statuses, ideas, fundingCalls, deadlineWithin, decidedWithin } = filter ?? {};
  const seen = rows.application.filter(each => eyes.seesApplication(each));
  const isSoon = (at: string | null, within: string) =>
    at !== null && millis(at)! >= now.getTime() && millis(at)! <= shifted(now, within, 1);
  const wanted = holding(seen, [
    application => hasSuchIdea(asking, filter, eyes.ideaOf(application)),
    statuses && (({ status }) => (statuses as string[]).includes(status)),
    ideas && (({ idea_id }) => ideas.includes(idea_id)),
    fundingCalls && (({ call_id }) => fundingCalls.includes(call_id)),
    deadlineWithin && (({ deadline }) => isSoon(deadline, deadlineWithin)),
    decidedWithin &&
      (({ decided_at }) => decided_at !== null && millis(decided_at)! >= shifted(now, decidedWithin, -1)),
  ]);
  const { field, direction } = orderBy ?? { field: 'CREATED_AT', direction: 'DESC' as const };
  const inOrder = (some: ApplicationRow[]) => ordered(some, direction, row => millis(APPLICATION_KEYS[field]!(row)));
  return page(
    inOrder(wanted),
    args,
    placeOf(asking, { list: 'applications', args: { orderBy } }, () => inOrder(seen)),
  );
}

export function projectPage(asking: Asking, args: Arguments): Page<ProjectRow> {
  const { eyes, rows } = asking;
  const seen = rows.project.filter(project => eyes.seesIdea(eyes.ideaOf(project)));
  const wanted = seen.filter(project => hasSuchIdea(asking, args.filter, eyes.ideaOf(project)));
  const inOrder = (some: ProjectRow[]) => ordered(some, 'DESC', ({ starts_on }) => Date.parse(starts_on));
  return page(
    inOrder(wanted),
    args,
    placeOf(asking, { list: 'projects', args: {} }, () => inOrder(seen)),
  );
}

export function milestonePage(asking: Asking, args: Arguments): Page<MilestoneRow> {
  const { eyes, now, rows } = asking;
  const { dueWithin, overdue, completed } = args.filter ?? {};
  const ideaOf = ({ project_id }: MilestoneRow) => eyes.ideaOf(rows.project.find(({ id }) => id === project_id)!);
  const seen = rows.milestone.filter(milestone => eyes.seesIdea(ideaOf(milestone)));
  const isLate = ({ due_on: dueOn, completed_on: completedOn, dropped_at: droppedAt }: MilestoneRow) =>
    isOverdue({ dueOn, completedOn, droppedAt }, now);
  const wanted = holding(seen, [
    milestone => hasSuchIdea(asking, args.filter, ideaOf(milestone)),
    dueWithin &&
      (({ due_on, dropped_at }) =>
        dropped_at === null && due_on >= swedishDay(now) && due_on <= swedishDay(new Date(shifted(now, dueWithin, 1)))),
    overdue == null ? null : milestone => isLate(milestone) === overdue,
    completed && (({ completed_on, dropped_at }) => completed_on !== null && dropped_at === null),
    completed === false && (({ completed_on, dropped_at }) => completed_on === null && dropped_at === null),
  ]);
  const inOrder = (some: MilestoneRow[]) => ordered(some, 'ASC', ({ due_on }) => Date.parse(due_on));
  return page(
    inOrder(wanted),
    args,
    placeOf(asking, { list: 'milestones', args: {} }, () => inOrder(seen)),
  );
}
