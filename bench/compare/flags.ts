import { parseArgs } from 'node:util';
import { CONTENDERS, type ContenderName } from '../operation.js';

export interface Flags {
  readonly ideas: number;
  /** Parts of the names of the operations to measure; all when empty. */
  readonly only: readonly string[];
  /** Who is measured; all unless some are named. */
  readonly contenders: readonly ContenderName[];
  readonly json: boolean;
  readonly rounds: number;
  /** How long each contender is asked in a round, and before the first. */
  readonly seconds: number;
  readonly warmUp: number;
  /** Whether everything is measured at length, so that the report is worth keeping. */
  readonly whole: boolean;
}

function readFlags(): Flags {
  const { values } = parseArgs({
    options: {
      ideas: { type: 'string', default: '10000' },
      only: { type: 'string', default: '' },
      contenders: { type: 'string', default: CONTENDERS.join(',') },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const only = values.only.split(',').filter(Boolean);
  const contenders = CONTENDERS.filter(name => values.contenders.split(',').includes(name));
  const length = values.quick ? { rounds: 2, seconds: 0.8, warmUp: 0.4 } : { rounds: 5, seconds: 2, warmUp: 3 };
  return {
    ideas: Number(values.ideas),
    only,
    contenders,
    json: values.json,
    ...length,
    ...(values.rounds && { rounds: Number(values.rounds) }),
    whole: !values.quick && contenders.length === CONTENDERS.length,
  };
}

export const FLAGS = readFlags();
