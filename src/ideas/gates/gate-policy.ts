import { FIVE_TO_TEN, type YearRange } from '../../projects/duration.js';

/** The numbers that the gates hold an idea to. */
export interface GatePolicy {
  /** The fewest characters of a summary. */
  readonly summaryCharacters: number;
  /** The fewest current members, associated partners not counted. */
  readonly partners: number;
  /** The fewest sectors, among them academia and business. */
  readonly sectors: number;
  /** The shortest and longest project. */
  readonly years: YearRange;
}

/** The programme's own numbers. */
export const GATE_POLICY: GatePolicy = { summaryCharacters: 80, partners: 3, sectors: 3, years: FIVE_TO_TEN };
