import type { Change } from '../../../activity/activity.js';
import type { Programme } from '../../../programmes/programme.js';
import { fault, type Fault, Refusal, refuse } from '../../../shared/refuse.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import type { Cells } from '../../../tables/cells.js';
import { neverWas } from '../../../tables/report/written-version.js';
import type { Idea } from '../../idea.js';
import { ideaFaults } from '../../idea-description.js';
import { isEnded } from '../../moves/ended.js';
import { named, NO_PARTNER, noArea } from '../reading/find-named.js';
import { type IdeaRow } from '../reading/idea-row.js';
import { atCommas, itemsOf } from '../../../tables/text/list-items.js';
import { tooLongList } from '../reading/items.js';
import type { Lookups, Named, NamedArea } from '../reading/lookups.js';
import type { Finder } from '../reading/names.js';
import { columnsOfApplications, columnsOfMembers, differences, type Picture, pictureOf } from './picture.js';
import { type PlannedApplications, plannedApplications } from './plan-applications.js';
import { type PlannedDescription, plannedDescription } from './plan-description.js';
import type { PlaceBefore } from './plan-entries.js';
import { type PlannedMembers, plannedMembers } from './plan-members.js';
import { type PlannedPlace, plannedPlace } from './plan-place.js';
import { isEmptied } from '../reading/said.js';
import { refusing } from '../refusing.js';
import { ofCell } from '../../../tables/text/cell-text.js';

/** What a row does: everything in it has been understood, and is possible. */
export interface PlannedIdea {
  readonly row: IdeaRow;
  /** The idea that it changes; without it, it makes one. */
  readonly idea: Idea | undefined;
  readonly description: PlannedDescription;
  /** Its owner after the import, where that is another or new. */
  readonly owner: Named | undefined;
  /** All its areas after the import, where the row says them. */
  readonly areas: readonly NamedArea[] | undefined;
  readonly members: PlannedMembers;
  readonly applications: PlannedApplications;
  readonly place: PlannedPlace;
  readonly changes: readonly Change[];
}

/** What rows name, looked up. */
interface LookedUp {
  readonly lookups: Lookups;
  readonly programme: Programme | undefined;
}

/**
 * What a row says, with what it names looked up; a row that cannot be taken has remarks that say why. One that was
 * written from an older version may say what stands by now, and nothing else.
 */
export function plannedIdea(row: IdeaRow, idea: Idea | undefined, looked: LookedUp): PlannedIdea {
  const { said, cells } = row;
  if (!idea || said.version === undefined || said.version === idea.version || cells.remarks.faults.length > 0)
    return planOf(row, idea, looked);
  if (said.version > idea.version) throw new Refusal([fault('INVALID', ['version'], neverWas(said.version, idea))]);
  const plan = refusing(cells, () => planOf(row, idea, looked));
  if (plan && cells.remarks.faults.length === 0 && plan.changes.length === 0) return plan;
  cells.remarks.faults.splice(0);
  throw new Refusal([fault('CONFLICT', ['version'], changedMeanwhile(idea, said.version))]);
}

function planOf(row: IdeaRow, idea: Idea | undefined, { lookups, programme }: LookedUp): PlannedIdea {
  const { cells, isExact, said } = row;
  const isRead = cells.remarks.faults.length === 0;
  const description = plannedDescription(row, idea);
  const partners = lookups.partners.preferring(idea ? presentIn(idea) : []);
  const owner = ownerIn(cells, partners, { idea, isExact });
  const areas = areasIn(cells, lookups, { idea, isExact });
  const members = plannedMembers(cells, partners, { current: idea?.currentMembers() ?? [], isExact });
  const current = idea?.applications.getItems() ?? [];
  const calls = lookups.calls.preferring(current.map(({ call }) => ({ id: call.id, name: call.unwrap().identifier })));
  const applications = plannedApplications(cells, calls, { current, isExact });
  const place = plannedPlace(said.place, placeOf(idea), isExact);
  const plan = { row, idea, description, owner, areas, members, applications, place };
  const faults = [
    ...ideaFaults(description.changes),
    ...programmeFaults(row, idea, programme),
    // Of what could not be read, what follows is not known.
    ...(isRead ? [...place.faults, ...endedFaults(plan)] : []),
  ];
  if (faults.length > 0) throw new Refusal(faults);
  for (const note of place.notes) cells.remarks.note(note);
  return { ...plan, changes: idea ? differences(pictureOf(idea), after(plan)) : [] };
}

/** The partners that an idea has to do with. */
function presentIn(idea: Idea): Named[] {
  const those = [idea.owner, ...idea.currentMembers().map(({ partner }) => partner)];
  return those.map(partner => ({ id: partner.id, name: partner.unwrap().name }));
}

/** The columns after the import. */
function after(plan: Omit<PlannedIdea, 'changes'>): Picture {
  const { idea, description, owner, areas, members, applications, place } = plan;
  return {
    ...pictureOf(idea!),
    ...description.after,
    ...(owner && { owner: owner.name }),
    ...(areas && { focusAreas: areas.map(({ code }) => code) }),
    ...columnsOfMembers(members.after),
    ...columnsOfApplications(applications.after),
    ...{ stage: place.stage, state: place.state },
  };
}

/** The owner, where it is another than the present one; a new idea cannot be without. */
function ownerIn(
  cells: Cells,
  partners: Finder<Named>,
  { idea, isExact }: { readonly idea: Idea | undefined; readonly isExact: boolean },
): Named | undefined {
  const [filled] = cells.all('owner');
  if (!filled) {
    if (!idea || (isExact && isEmptied(cells, 'owner'))) cells.remarks.missing(cells.column('owner'));
    return undefined;
  }
  const owner = named(cells, filled, ofCell(filled.cell), { names: partners, none: NO_PARTNER });
  return owner && owner.id !== idea?.owner.id ? owner : undefined;
}

function areasIn(
  cells: Cells,
  { areas, areaNames }: Lookups,
  { idea, isExact }: { readonly idea: Idea | undefined; readonly isExact: boolean },
): readonly NamedArea[] | undefined {
  const [filled] = cells.all('focusAreas');
  if (!filled) return isExact && isEmptied(cells, 'focusAreas') ? [] : undefined;
  const items = itemsOf(filled.cell).flatMap(item => (areas.find(item) ? [item] : atCommas(item)));
  if (tooLongList(cells, filled, items)) return undefined;
  const found = items.flatMap(item => named(cells, filled, item, { names: areas, none: noArea(areaNames) }) ?? []);
  const has = new Set(idea?.focusAreas.getItems().map(({ code }) => code));
  const retired = found.filter(({ code, isRetired }) => isRetired && !has.has(code)).map(({ code }) => code);
  if (retired.length > 0) cells.refuse(filled.path, retired, noArea(areaNames)(null));
  return [...new Set(found)];
}

function placeOf(idea: Idea | undefined): PlaceBefore {
  if (!idea) return { stage: 'CONCEPT', state: 'ACTIVE', isNew: true, entered: new Map(), last: null };
  const transitions = idea.transitions.getItems();
  const entries = transitions.filter(({ from, to }) => from !== to);
  const entered = new Map(entries.map(({ to, at }) => [to, at] as const));
  return { stage: idea.stage, state: idea.state, isNew: false, entered, last: transitions.at(-1)?.at ?? null };
}

/** An idea belongs to its programme for good. */
function programmeFaults({ said }: IdeaRow, idea: Idea | undefined, programme: Programme | undefined): Fault[] {
  if (!idea || said.programme === undefined || idea.programme.id === programme?.id) return [];
  return [fault('INVALID', ['programme'], FOR_GOOD)];
}

const FOR_GOOD: Bilingual = {
  sv: 'En idé byter inte program. Lämna cellen som den var.',
  en: 'An idea does not change its programme. Leave the cell as it was.',
};

/** Whose it is, who takes part and what it applies for no longer change once an idea has ended. */
function endedFaults({ idea, owner, members, applications }: Omit<PlannedIdea, 'changes'>): Fault[] {
  if (!idea || !isEnded(idea)) return [];
  const { left, changed, joined } = members;
  const touched = [
    ...(owner ? ['owner'] : []),
    ...(left.length + changed.length + joined.length > 0 ? ['members'] : []),
    ...(applications.changed.length > 0 ? ['calls'] : []),
  ];
  return touched.map(field => fault('ILLEGAL_TRANSITION', [field], ENDED));
}

const ENDED: Bilingual = {
  sv: 'Idén är avslutad: ägare, konsortium och ansökningar ändras inte längre.',
  en: 'The idea has ended: its owner, consortium and applications no longer change.',
};

function changedMeanwhile({ code, title, version }: Idea, written: number): Bilingual {
  return {
    sv: `${code} ${title.sv} har ändrats av någon annan sedan tabellen skrevs (version ${written}, nu ${version}). Hämta en ny export och gör ändringen där.`,
    en: `${code} ${title.en ?? title.sv} has been changed by somebody else since the table was written (version ${written}, now ${version}). Take a new export and make the change there.`,
  };
}

/** Refuses a row for an idea that another row of the table has told of. */
export function refuseSecond(before: number, field: 'code' | 'titleSv'): never {
  const message = { sv: `Rad ${before} är samma idé.`, en: `Row ${before} is the same idea.` };
  refuse('ALREADY_EXISTS', { path: [field], message });
}
