import { isDeepStrictEqual } from 'node:util';
import { LocalizedText } from '../../shared/localized-text.js';
import { Money } from '../../shared/money.js';
import type { FocusArea } from '../../focus-areas/focus-area.js';
import { type CallDescription, DESCRIBING } from '../call-description.js';
import type { FundingCall } from '../funding-call.js';
import type { CallDraft } from './call-draft.js';

/** A draft as a description; a field that the source says nothing of is left out. */
export function descriptionOf(draft: CallDraft): CallDescription {
  const { title, summary, budget, grantMin, grantMax, programme, funder, deadlineModel, deadlines } = draft;
  const { url, opensAt, fundingRate, minPartners, minCountries, trlMin, trlMax } = draft;
  const told = {
    url,
    opensAt,
    fundingRate,
    minPartners,
    minCountries,
    trlMin,
    trlMax,
    programme,
    funder,
    deadlineModel,
    title: LocalizedText.of(title),
    summary: summary && LocalizedText.of(summary),
    budget: budget && Money.of(budget),
    grantMin: grantMin && Money.of(grantMin),
    grantMax: grantMax && Money.of(grantMax),
    deadlines: deadlines.map(({ at, label }) => ({ at, label: label ?? null })),
    requiredSectors: draft.requiredSectors,
    environmentalObjectives: draft.environmentalObjectives,
  };
  return Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== undefined),
  ) as unknown as CallDescription;
}

/**
 * What a later import changes in a call: what the source says otherwise than the call does, except in fields that a
 * person has edited since. A field that the source says nothing of stays as it is.
 */
export function changesFrom(call: FundingCall, draft: CallDraft): Partial<CallDescription> {
  const before = call.description() as unknown as Record<string, unknown>;
  const changed = Object.entries(descriptionOf(draft)).filter(
    ([field, value]) => !call.editedFields.includes(field) && !isDeepStrictEqual(plain(before[field]), plain(value)),
  );
  return Object.fromEntries(changed);
}

/** Values as they are compared: dates by their moment, objects by what they hold, null like nothing. */
export function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/** The fields of a call that hold something. */
export function filledFields(call: FundingCall): string[] {
  const present = { ...call.description(), focusAreas: call.focusAreas.getItems() } as unknown as Record<
    string,
    unknown
  >;
  const isFilled = (value: unknown) => value != null && !(Array.isArray(value) && value.length === 0);
  return [...DESCRIBING, 'focusAreas'].filter(field => isFilled(present[field])).sort();
}

/** Whether a source tells the focus areas that a call has, or none at all. */
export function sameAreas(present: readonly FocusArea[], told: readonly FocusArea[] | undefined): boolean {
  return !told || (present.length === told.length && told.every(area => present.includes(area)));
}
