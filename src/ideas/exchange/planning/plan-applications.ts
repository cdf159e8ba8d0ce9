import type { Application } from '../../../applications/application.js';
import { isLive } from '../../../applications/application-path.js';
import { isSame } from '../../../shared/changes.js';
import { type Amount, Money } from '../../../shared/money.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import type { Cells } from '../../../tables/cells.js';
import type { Named } from '../reading/lookups.js';
import { type PicturedApplication, picturedApplication } from './picture.js';
import { type SaidApplication, saidApplications } from '../reading/said-applications.js';
import type { Finder } from '../reading/names.js';

/** An application that the row says something new of. */
export interface ChangedApplication {
  readonly said: SaidApplication;
  /** The one that there is; without it, it is taken over. */
  readonly application: Application | undefined;
}

export interface PlannedApplications {
  readonly after: readonly PicturedApplication[];
  readonly changed: readonly ChangedApplication[];
}

/** What a row says of applications. None goes away by being left out. */
export function plannedApplications(
  cells: Cells,
  calls: Finder<Named>,
  { current, isExact }: { readonly current: readonly Application[]; readonly isExact: boolean },
): PlannedApplications {
  const said = saidApplications(cells, calls) ?? [];
  const left = [...current];
  const matched = said.map(each => ({ said: each, application: takeMatch(left, each) }));
  if (isExact && cells.has('calls') && left.some(isLive))
    cells.remarks.wrong(cells.column('calls'), leftOut(left.filter(isLive)));
  const changed = matched.filter(({ said: each, application }) => saysNew(each, application));
  if (changed.some(isNewlyInvited)) cells.remarks.note(INVITED_NOW);
  const after = matched.map(({ said: each, application }) => asSaid(each, application));
  return { after: [...after, ...left.map(picturedApplication)], changed };
}

/** The application to the call that the row means: one in the status that it says, else the newest that still lives. */
function takeMatch(left: Application[], { call, status }: SaidApplication): Application | undefined {
  const those = left.filter(application => application.call.id === call.id);
  const found = those.find(application => application.status === status) ?? those.findLast(isLive) ?? those.at(-1);
  if (found) left.splice(left.indexOf(found), 1);
  return found;
}

function asSaid({ call, status, requested, granted }: SaidApplication, known?: Application): PicturedApplication {
  const was = known && picturedApplication(known);
  const now = status ?? was?.status ?? 'DRAFT';
  const asked = requested ? inFull(requested) : (was?.requested ?? null);
  const given = granted ? inFull(granted) : (was?.granted ?? asked);
  return { name: call.name, status: now, requested: asked, granted: now === 'GRANTED' ? given : null };
}

function saysNew(said: SaidApplication, known: Application | undefined): boolean {
  return !known || !isSame(asSaid(said, known), picturedApplication(known));
}

function isNewlyInvited({ said: { status }, application }: ChangedApplication): boolean {
  return status === 'INVITED' && application?.status !== 'INVITED';
}

const INVITED_NOW: Bilingual = {
  sv: 'Inbjudan till steg två räknas från importen, med utlysningens nästa sista ansökningsdag. Säger inbjudan en annan dag, ändra den i ansökan.',
  en: "The invitation to the second stage counts from the import, with the call's next deadline. If the invitation names another, change it in the application.",
};

function inFull(amount: Amount): Amount {
  const { amount: full, currency } = Money.of(amount);
  return { amount: full, currency };
}

function leftOut(applications: readonly Application[]): Bilingual {
  const names = applications.map(({ call }) => call.unwrap().identifier).join(', ');
  return {
    sv: `Raden utelämnar ansökan till ${names}. En tabell tar inte bort ansökningar: återkalla den i stället.`,
    en: `The row leaves out the application to ${names}. A table takes no application away: withdraw it instead.`,
  };
}
