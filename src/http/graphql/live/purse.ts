import type { Caller } from '../../../access/caller.js';
import type { OperationAdmission } from '../operation-admission.js';
import { type Allowance, nameOf } from '../../admission/rate.js';
import { HttpRefusal } from '../../refusals/refusal.js';
import type { Pay } from './inbox.js';

/** What the events of a subscription are paid from: the points of its key, or of its address. */
export interface Purse {
  /** The name of the key or network whose points these are. */
  readonly payer: string;
  /** The most that there may be in it. */
  readonly limit: number;
  readonly pay: Pay;
}

interface Payer {
  readonly caller: Caller;
  readonly address: string;
  /** What the caller had left when it was let in; null where nothing is counted. */
  readonly allowance: Allowance | null;
}

export function purseOf(admission: Pick<OperationAdmission, 'charge'>, { caller, address, allowance }: Payer): Purse {
  const pay: Pay = async points => {
    try {
      await admission.charge(caller, address, points);
      return 0;
    } catch (error) {
      if (error instanceof HttpRefusal && error.code === 'RATE_LIMITED')
        return Number(error.details.resetSeconds) * 1000;
      throw error;
    }
  };
  return { payer: nameOf(caller, address), limit: allowance?.limit ?? Infinity, pay };
}
