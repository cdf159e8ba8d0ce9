import type { ApplicationStatus } from '../../../applications/application-status.js';
import type { Amount } from '../../../shared/money.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import type { Cells } from '../../../tables/cells.js';
import { NO_CALL, named } from './find-named.js';
import { APPLICATION_NAMES, applicationStatusOf } from './idea-words.js';
import { atCommas, itemsOf } from '../../../tables/text/list-items.js';
import { amountOf, besideIn, tooLongList } from './items.js';
import type { Named } from './lookups.js';
import { type Finder, ofItems } from './names.js';
import { unknownWord } from './said.js';

/** An application as a row tells of it. */
export interface SaidApplication {
  readonly call: Named;
  readonly status?: ApplicationStatus | undefined;
  readonly requested?: Amount | undefined;
  readonly granted?: Amount | undefined;
}

/** The calls that an idea has applied to and what has come of it; undefined where the row says nothing. */
export function saidApplications(cells: Cells, names: Finder<Named>): SaidApplication[] | undefined {
  const [calls, [filled]] = [ofItems(names), cells.all('calls')];
  if (!filled) return withoutCall(cells);
  const items = itemsOf(filled.cell).flatMap(item => (calls.find(item) ? [item] : atCommas(item)));
  if (tooLongList(cells, filled, items)) return undefined;
  const found = items.map(name => named(cells, filled, name, { names: calls, none: NO_CALL }));
  const statuses = besideIn(cells, 'applicationStatuses', items.length);
  const [requested, granted] = [amountsIn(cells, 'requested', items.length), amountsIn(cells, 'granted', items.length)];
  if (found.some(call => !call)) return undefined;
  return found.map((call, at) => ({
    call: call!,
    status: statusIn(cells, statuses?.[at]),
    requested: requested[at],
    granted: granted[at],
  }));
}

/** What stands of an application without its call would be lost. */
function withoutCall(cells: Cells): undefined {
  for (const field of ['applicationStatuses', 'requested', 'granted']) {
    const [filled] = cells.all(field);
    if (filled) cells.refuse(filled.path, filled.cell, WHICH_CALL);
  }
  return undefined;
}

const WHICH_CALL: Bilingual = {
  sv: 'säger inte vilken utlysning det gäller. Skriv utlysningens beteckning i kolumnen Utlysningar.',
  en: "doesn't say which call it is about. Write the call's identifier in the column Funding calls.",
};

function statusIn(cells: Cells, item: string | null | undefined): ApplicationStatus | undefined {
  if (item == null) return undefined;
  const words = { of: applicationStatusOf, names: APPLICATION_NAMES };
  return words.of(item) ?? cells.refuse(cells.column('applicationStatuses'), item, unknownWord(words));
}

function amountsIn(cells: Cells, field: string, count: number): (Amount | undefined)[] {
  const [filled] = cells.all(field);
  const items = besideIn(cells, field, count) ?? [];
  return items.map(item => (item === null ? undefined : amountOf(cells, filled!, item)));
}
