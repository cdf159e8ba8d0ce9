import type { EnvironmentalObjective } from '../../../ideas/classification.js';
import type { Sector } from '../../../partners/sectors.js';
import type { Localized } from '../../../shared/text/localized-text.js';
import type { Amount } from '../../../shared/money.js';
import type { FaultyRow, SkippedRow } from '../../../tables/report/read-row.js';
import type { SourcePlace } from '../../sources/call-statement.js';
import type { DeadlineModel } from '../../call-status.js';

/** A deadline as a source gives it, as a moment in UTC. */
export interface DraftDeadline {
  at: Date;
  label?: string;
}

/**
 * A part of a draft that has a value although its source doesn't say it: an assumption. It fills a gap and replaces
 * nothing that was said. "deadlineModel" is the whole field, "title.sv" one language, "opensAt.time" the time of a day
 * that was said, "budget.decimals" what lies behind the point of an amount that the source only has in whole units.
 */
export type DraftPart =
  | 'programme'
  | 'funder'
  | 'url'
  | 'deadlineModel'
  | 'minPartners'
  | 'minCountries'
  | `${'title' | 'summary'}.sv`
  | `${'budget' | 'grantMin' | 'grantMax'}.${'currency' | 'decimals'}`
  | 'opensAt.time'
  | `deadlines.${number}.${'time' | 'label'}`;

/** A funding call as a source describes it: plain values that have passed every rule of a call. */
export interface CallDraft {
  /** The funder's own identifier. */
  identifier: string;
  title: Localized;
  summary?: Localized;
  programme: string;
  funder: string;
  url?: string;
  deadlineModel: DeadlineModel;
  opensAt?: Date;
  /** In order of time, each moment once. */
  deadlines: DraftDeadline[];
  budget?: Amount;
  grantMin?: Amount;
  grantMax?: Amount;
  /** Percent of the eligible cost, above 0 and at most 100. */
  fundingRate?: number;
  minPartners?: number;
  minCountries?: number;
  requiredSectors?: Sector[];
  trlMin?: number;
  trlMax?: number;
  /** Codes of focus areas, as the source writes them; whether they exist is for the caller to see. */
  focusAreas?: string[];
  environmentalObjectives?: EnvironmentalObjective[];
  /** The source's own keywords; a call has no place for them, a match may read them. */
  keywords?: string[];
  /** Countries whose organisations may apply (ISO 3166-1 alpha-2), where the source says so. */
  countries?: string[];
  /** The language of the row, where a source has one row per language (ISO 639-1). */
  language?: string;
  /** The system is the name of the format. */
  source: SourcePlace;
  /**
   * What the source doesn't say itself. A field of a draft is silent (no value, no deadlines), assumed (a value, named
   * here) or said (any other value). Readers say `readings.assume('programme')`; days without a time are found by themselves.
   */
  assumed?: readonly DraftPart[];
  /** The zone that the source's days and times without an offset are in. */
  zone?: string;
  /** The source's form has one closing date: it doesn't deny that there are deadlines before it. */
  closingDateOnly?: true;
  /** What was assumed in words, and what could not be read. */
  notes: Localized[];
}

/** A row that became a draft. Rows are counted from 1 in the source's list; in CSV the header is row 1. */
export interface DraftRow {
  row: number;
  draft: CallDraft;
  /** Where the source has each field, for what is told of it later. */
  fields: SourceFields;
}

/** Where in a source each field of a draft is read from. */
export type SourceFields = Partial<Record<keyof CallDraft, readonly string[]>>;

export type CallRow = DraftRow | FaultyRow | SkippedRow;
