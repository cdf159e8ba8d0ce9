import type { EnvironmentalObjective } from '../../ideas/classification.js';
import type { Sector } from '../../partners/sectors.js';
import type { Instant } from '../../shared/time/instant.js';
import type { Localized } from '../../shared/text/localized-text.js';
import type { Amount } from '../../shared/money.js';
import type { CallStatus, DeadlineModel } from '../call-status.js';

/** A funding call as exports read it: plain values, with moments as dates or as JSON writes them. */
export interface ExportedCall {
  /** The TypeID: call_…. */
  readonly id: string;
  readonly identifier: string;
  readonly title: Localized;
  readonly summary?: Localized | null;
  readonly programme: string;
  readonly funder: string;
  readonly url?: string | null;
  readonly status: CallStatus;
  readonly deadlineModel: DeadlineModel;
  readonly opensAt?: Instant | null;
  readonly deadlines: readonly { readonly at: Instant; readonly label?: string | null }[];
  readonly budget?: Amount | null;
  readonly grantMin?: Amount | null;
  readonly grantMax?: Amount | null;
  readonly fundingRate?: number | null;
  readonly minPartners?: number | null;
  readonly minCountries?: number | null;
  readonly requiredSectors?: readonly Sector[];
  readonly trlMin?: number | null;
  readonly trlMax?: number | null;
  /** Codes. */
  readonly focusAreas?: readonly string[];
  readonly environmentalObjectives?: readonly EnvironmentalObjective[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
