import type { ActivityRow, FundingCallRow, IdeaRow, PartnerRow } from '../../service/stored-rows.js';
import type { Arguments } from '../arguments.js';
import type { Asking } from '../asking.js';
import { filterIdeas } from './idea-filter.js';
import { filterPartners } from './partner-filter.js';
import { filterCalls, orderActivity, orderCalls, orderIdeas, orderPartners, wanted } from './lists.js';
import { type Page, page, placeOf } from './pages.js';

/** The part of a filter that an order depends on. */
const textOf = ({ filter }: Arguments) => ({ text: wanted(filter) });

export function ideaPage(
  asking: Asking,
  args: Arguments,
  within: (idea: IdeaRow) => boolean = () => true,
): Page<IdeaRow> {
  const { filter, orderBy } = args;
  const ordered = orderIdeas(asking, filterIdeas(asking, filter).filter(within), filter, orderBy);
  const place = { list: 'ideas', args: { filter: textOf(args), orderBy } } as const;
  const whole = () => orderIdeas(asking, filterIdeas(asking, textOf(args)), filter, orderBy);
  return page(ordered, args, placeOf(asking, place, whole));
}

export function callPage(
  asking: Asking,
  args: Arguments,
  within: (call: FundingCallRow) => boolean = () => true,
): Page<FundingCallRow> {
  const { filter, orderBy } = args;
  const ordered = orderCalls(asking, filterCalls(asking, filter).filter(within), filter, orderBy);
  const place = { list: 'fundingCalls', args: { filter: textOf(args), orderBy } } as const;
  const whole = () => orderCalls(asking, filterCalls(asking, textOf(args)), filter, orderBy);
  return page(ordered, args, placeOf(asking, place, whole));
}

export function partnerPage(asking: Asking, args: Arguments): Page<PartnerRow> {
  const { filter } = args;
  const ordered = orderPartners(asking, filterPartners(asking, filter), filter);
  const place = { list: 'partners', args: { filter: textOf(args) } } as const;
  const whole = () => orderPartners(asking, filterPartners(asking, textOf(args)), filter);
  return page(ordered, args, placeOf(asking, place, whole));
}

/** Activity that the viewer sees: the newest first, or what came after a sequence in the order it happened. */
export function activityPage(
  asking: Asking,
  args: Arguments,
  within: (row: ActivityRow) => boolean = () => true,
): Page<ActivityRow> {
  const { kinds, sinceSequence } = args;
  const direction = sinceSequence == null ? 'DESC' : 'ASC';
  const seen = asking.rows.activity.filter(row => asking.eyes.seesActivity(row));
  const asked = seen.filter(
    row =>
      within(row) && (kinds?.includes(row.kind) ?? true) && (sinceSequence == null || row.sequence! > sinceSequence),
  );
  const place = { list: 'activity', args: { sinceSequence: direction === 'ASC' ? 0 : null } } as const;
  return page(
    orderActivity(asked, direction),
    args,
    placeOf(asking, place, () => orderActivity(seen, direction)),
  );
}
