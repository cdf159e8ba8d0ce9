import type { Change } from '../../../activity/activity.js';
import type { Application } from '../../../applications/application.js';
import type { Membership } from '../../../consortia/membership.js';
import { isSame } from '../../../shared/changes.js';
import type { Amount } from '../../../shared/money.js';
import type { Idea } from '../../idea.js';

/** What a table tells of an idea, column by column. */
export type Picture = Readonly<Record<string, unknown>>;

/** A member, as columns tell of it. */
export interface PicturedMember {
  readonly partnerId: string;
  readonly name: string;
  readonly role: string;
  readonly letter: string;
  readonly commitment: Readonly<Amount> | null;
}

/** An application, as columns tell of it. */
export interface PicturedApplication {
  readonly name: string;
  readonly status: string;
  readonly requested: Readonly<Amount> | null;
  readonly granted: Readonly<Amount> | null;
}

/** An idea as its columns show it now. Its owner, members and applications must have been loaded. */
export function pictureOf(idea: Idea): Picture {
  const { title, summary, challenge, visibility, environmentalObjectives, missions, technologyReadinessLevel } = idea;
  return {
    ...{ titleSv: title.sv, titleEn: title.en ?? null, summarySv: summary.sv, summaryEn: summary.en ?? null },
    ...{ challengeSv: challenge?.sv ?? null, challengeEn: challenge?.en ?? null },
    ...{ visibility, environmentalObjectives, missions, contactEmail: idea.contactEmail ?? null },
    technologyReadinessLevel: technologyReadinessLevel ?? null,
    focusAreas: idea.focusAreas.getItems().map(({ code }) => code),
    owner: idea.owner.unwrap().name,
    stage: idea.stage,
    state: idea.state,
    ...columnsOfMembers(idea.currentMembers().map(picturedMember)),
    ...columnsOfApplications(idea.applications.getItems().map(picturedApplication)),
  };
}

export function picturedMember({ partner, role, letterOfIntent, commitment }: Membership): PicturedMember {
  const { id: partnerId, name } = partner.unwrap();
  return { partnerId, name, role, letter: letterOfIntent, commitment: amountOf(commitment) };
}

export function picturedApplication({ call, status, requested, granted }: Application): PicturedApplication {
  const { identifier: name } = call.unwrap();
  return { name, status, requested: amountOf(requested), granted: amountOf(granted) };
}

function amountOf(money: Readonly<Amount> | null | undefined): Amount | null {
  return money ? { amount: money.amount, currency: money.currency } : null;
}

/** What the columns of members tell; what a new member is without saying so is nothing new in them. */
export function columnsOfMembers(members: readonly PicturedMember[]): Picture {
  const those = (usual: unknown, of: (member: PicturedMember) => unknown) =>
    members.filter(member => of(member) !== usual).map(member => ({ partner: member.name, is: of(member) }));
  return {
    members: members.map(({ name }) => name),
    roles: those('BENEFICIARY', ({ role }) => role),
    letters: those('NONE', ({ letter }) => letter),
    commitments: those(null, ({ commitment }) => commitment),
  };
}

export function columnsOfApplications(applications: readonly PicturedApplication[]): Picture {
  return {
    calls: applications.map(({ name }) => name),
    applicationStatuses: applications.map(({ name, status }) => ({ call: name, is: status })),
    requested: applications.filter(({ requested }) => requested).map(each => ({ call: each.name, is: each.requested })),
    granted: applications.filter(({ granted }) => granted).map(each => ({ call: each.name, is: each.granted })),
  };
}

/** What differs between two pictures, column by column. */
export function differences(before: Picture, after: Picture): Change[] {
  return Object.keys(after)
    .filter(field => !isSame(inOrder(before[field]), inOrder(after[field])))
    .map(field => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

/** The order of members and applications says nothing. */
function inOrder(value: unknown): unknown {
  return Array.isArray(value) ? value.map(item => JSON.stringify(item)).sort() : value;
}
