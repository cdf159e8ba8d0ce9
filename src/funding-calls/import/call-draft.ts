import type { EnvironmentalObjective } from '../../ideas/classification.js';
import type { Sector } from '../../partners/sectors.js';
import type { Localized } from '../../shared/localized-text.js';
import type { Amount } from '../../shared/money.js';
import type { Fault } from '../../shared/refuse.js';
import type { DeadlineModel } from '../call-status.js';
import type { CallFormat } from './call-format.js';

/** A deadline as a source gives it, as a moment in UTC. */
export interface DraftDeadline {
  at: Date;
  label?: string;
}

/** Where a draft comes from; the system and its id there tell whether it has been imported before. */
export interface DraftSource {
  system: CallFormat;
  externalId: string;
  url?: string;
}

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
  source: DraftSource;
  /** What was assumed, and what could not be read. */
  notes: Localized[];
}

/** A row that became a draft. Rows are counted from 1 in the source's list; in CSV the header is row 1. */
export interface DraftRow {
  row: number;
  draft: CallDraft;
}

/** A row that was refused; row 0 is the input as a whole. The path of a fault names the source's field. */
export interface FaultyRow {
  row: number;
  identifier?: string;
  faults: Fault[];
  /** The input ends or was left here before its end: what came before is not the whole of it. */
  breaksOff?: true;
}

/** A row that is no funding call for us, such as one that isn't public or a tender: left out without a fault. */
export interface SkippedRow {
  row: number;
  identifier?: string;
  skipped: Localized;
}

export type CallRow = DraftRow | FaultyRow | SkippedRow;
