import { CONFIDENTIAL_REQUIREMENTS, readinessOf, type RequirementCode } from '../../../../src/ideas/gates/gates.js';
import type { IdeaRow } from '../../service/stored-rows.js';
import type { Filter } from '../arguments.js';
import type { Asking } from '../asking.js';
import { nextDeadlineOfIdea } from '../clock.js';
import { gateFacts } from '../gate-facts.js';
import { chosenBy, found, isInAreas, millis, orderTold, takingPart, wanted } from './lists.js';

/** Whether something holds; null where the viewer is not shown what it rests on. */
type Truth = boolean | null;

const every = (all: readonly Truth[]): Truth => (all.includes(false) ? false : all.includes(null) ? null : true);
const some = (all: readonly Truth[]): Truth => (all.includes(true) ? true : all.includes(null) ? null : false);

/** The ideas that the viewer sees and the filter holds for. */
export function filterIdeas(asking: Asking, filter: Filter | null | undefined): IdeaRow[] {
  return asking.rows.idea.filter(idea => asking.eyes.seesIdea(idea) && holds(asking, idea, filter ?? {}) === true);
}

function holds(asking: Asking, idea: IdeaRow, filter: Filter): Truth {
  const inside = (part: Filter) => holds(asking, idea, part);
  const negated = filter.not ? inside(filter.not) : false;
  return every([
    ...conditions(asking, idea, filter).map(condition => condition !== false),
    filter.missing ? some(filter.missing.map(code => misses(asking, idea, code))) : true,
    filter.health ? goes(asking, idea, filter.health) : true,
    every((filter.and ?? []).map(inside)),
    filter.or ? some(filter.or.map(inside)) : true,
    negated === null ? null : !negated,
  ]);
}

/** The partners meant by ids, some of which may be those of partners that have been merged. */
export function standingFor({ rows }: Asking, ids: readonly string[]): string[] {
  return rows.partner.filter(({ id }) => ids.includes(id)).map(({ id, merged_into_id }) => merged_into_id ?? id);
}

/** False where a condition is given and doesn't hold. */
function conditions(asking: Asking, idea: IdeaRow, filter: Filter): unknown[] {
  const { rows, eyes, now } = asking;
  const { stages, states, focusAreas, partners, owners, fundingCalls, environmentalObjectives, missions } = filter;
  const { programmes, technologyReadinessLevel: range, mine, updatedSince, deadlineBefore, deadlineWithin } = filter;
  const text = wanted(filter);
  const deadline = nextDeadlineOfIdea(asking, idea);
  const level = idea.technology_readiness_level;
  const since = (at: string, duration: string) => millis(at)! >= shifted(now, duration, -1);
  return [
    !text || found(asking, 'idea', text).has(idea.id),
    !stages || stages.includes(idea.stage),
    !states || states.includes(idea.state),
    !focusAreas || isInAreas(asking, chosenBy(asking, 'idea', idea.id), focusAreas),
    !partners || takingPart(asking, idea).some(id => standingFor(asking, partners).includes(id)),
    !owners || standingFor(asking, owners).includes(idea.owner_id),
    !fundingCalls ||
      rows.application.some(
        each => each.idea_id === idea.id && fundingCalls.includes(each.call_id) && eyes.seesApplication(each),
      ),
    !environmentalObjectives || idea.environmental_objectives.some(each => environmentalObjectives.includes(each)),
    !missions || idea.missions.some(each => missions.includes(each)),
    !programmes || programmes.includes(rows.programme.find(({ id }) => id === idea.programme_id)!.code_prefix),
    !range || (level !== null && level >= (range.from ?? 0) && level <= (range.to ?? 10)),
    !updatedSince || millis(idea.updated_at)! >= millis(updatedSince)!,
    !filter.updatedWithin || since(idea.updated_at, filter.updatedWithin),
    !filter.createdWithin || since(idea.created_at, filter.createdWithin),
    !filter.quietLongerThan || !since(idea.updated_at, filter.quietLongerThan),
    !filter.inStageLongerThan || !since(idea.entered_stage_at, filter.inStageLongerThan),
    !deadlineBefore || (deadline !== null && millis(deadline)! < millis(deadlineBefore)!),
    !deadlineWithin || (deadline !== null && millis(deadline)! <= shifted(now, deadlineWithin, 1)),
    mine == null || eyes.takesPart(idea) === mine,
  ];
}

/** What its newest status update says, for those who are inside it. */
function goes({ eyes, rows }: Asking, idea: IdeaRow, health: readonly string[]): Truth {
  if (!eyes.isInside(idea)) return null;
  const [newest] = orderTold(rows.status_update.filter(({ idea_id }) => idea_id === idea.id)).rows;
  return newest !== undefined && health.includes(newest.health);
}

/** What the gate's own code says of a requirement of the gate ahead. */
function misses(asking: Asking, idea: IdeaRow, code: RequirementCode): Truth {
  const requirement = readinessOf(gateFacts(asking, idea), asking.now)?.requirements.find(each => each.code === code);
  if (!requirement) return false;
  return CONFIDENTIAL_REQUIREMENTS.includes(code) && !asking.eyes.isInside(idea) ? null : !requirement.met;
}

/** A moment so long before or after another, years and months by the calendar: 31 March is a month after the last of February. */
export function shifted(now: Date, duration: string, sign: 1 | -1): number {
  const [, date = '', time = ''] = /^P([^T]*)(?:T(.*))?$/.exec(duration)!;
  const part = (text: string, unit: string) => sign * Number(new RegExp(`(\\d+)${unit}`).exec(text)?.[1] ?? 0);
  const months = part(date, 'Y') * 12 + part(date, 'M');
  const days = part(date, 'W') * 7 + part(date, 'D');
  const seconds = part(time, 'H') * 3600 + part(time, 'M') * 60 + part(time, 'S');
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const midnight = Date.UTC(year, month, Math.min(now.getUTCDate(), lastOfMonth));
  return midnight + (now.getTime() % 86_400_000) + days * 86_400_000 + seconds * 1000;
}
