import { type Meaning, meaningOf } from '../../database/sqlstate.js';

export interface Failure {
  readonly code: 'BAD_USER_INPUT' | 'TIMEOUT' | 'UNAVAILABLE';
  readonly message: string;
  /** Whether it is nothing but what the caller sent: who runs the service need not know of it. */
  readonly isCallers: boolean;
}

// Whether a commit was done whose answer was lost, nobody here knows.
const AWAY: Failure = {
  code: 'UNAVAILABLE',
  message:
    'The database cannot be reached at the moment. Try again; a mutation carries an Idempotency-Key, or look first whether it was made.',
  isCallers: false,
};

const WAITED: Failure = {
  code: 'TIMEOUT',
  message:
    'Something large is under way, such as an import, and this had to wait for it too long. Nothing was changed: try again in a little while.',
  isCallers: false,
};

const FAILURES: Readonly<Record<Meaning, Failure | null>> = {
  lost: AWAY,
  ailing: AWAY,
  value: {
    code: 'BAD_USER_INPUT',
    message: 'A value in the request is out of range, malformed, or has a character that no text can have.',
    isCallers: true,
  },
  rule: {
    code: 'BAD_USER_INPUT',
    message:
      'The request goes against a rule of what is stored, and changed nothing. Look at what is stored before you send it again.',
    isCallers: false,
  },
  excess: {
    code: 'BAD_USER_INPUT',
    message: 'The request is too large or too complex for the database. Ask for less, or send less at once.',
    isCallers: false,
  },
  // A change answers it by `userErrors`; nothing else should meet it.
  collision: null,
  stopped: {
    code: 'TIMEOUT',
    message: 'The request took too long and was stopped. Ask for less at once.',
    isCallers: false,
  },
  waited: WAITED,
};

/** What PostgreSQL tells of a statement that was stopped while it waited for the lock of another's row. */
const WAITING = /while (?:locking|updating|deleting|rechecking|inserting)/;

function hasWaited({ where }: { where?: string }): boolean {
  return where !== undefined && WAITING.test(where);
}

/** What Node and the driver say of a connection that cannot be had, or was lost. */
const NETWORK = /^E(CONN|PIPE|HOST|TIMEDOUT)/;
const DRIVER = /timeout exceeded when trying to connect|Connection (terminated|ended)|not queryable|Client was closed/;

/** What a failure of the database means to a caller; null for a mistake of ours. Only a lost connection is an outage. */
export function failureOf(error: unknown): Failure | null {
  const meaning = meaningOf(error);
  if (meaning === 'stopped' && hasWaited(error as { where?: string })) return WAITED;
  if (meaning) return FAILURES[meaning];
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return NETWORK.test(code) || DRIVER.test(message) ? AWAY : null;
}
