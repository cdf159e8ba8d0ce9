import type { Operation } from '../operation.js';
import { PIPELINE, PIPELINE_AGAIN } from './pipeline.js';
import { BOARD, IDEA_STATUS, OPEN_CALLS, PARTNER_IDEAS, REPEATED } from './reads.js';
import { ADVANCE_IDEA, CREATE_CALL } from './writes.js';

/** What is measured, in the order of the report. */
export const OPERATIONS: readonly Operation[] = [
  IDEA_STATUS,
  BOARD,
  PARTNER_IDEAS,
  OPEN_CALLS,
  PIPELINE,
  PIPELINE_AGAIN,
  REPEATED,
  CREATE_CALL,
  ADVANCE_IDEA,
];
