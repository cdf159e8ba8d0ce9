/** PostgreSQL's codes for values that no column can hold: a number or moment out of range or malformed, a NUL in a text. */
const IMPOSSIBLE_VALUE = /^22(003|007|008|021|P02|P05)$/;

export interface Failure {
  readonly code: 'BAD_USER_INPUT' | 'TIMEOUT' | 'UNAVAILABLE';
  readonly message: string;
}

/** What a failure of the database means to a caller, by PostgreSQL's error classes and Node's network codes. */
export function failureOf(error: unknown): Failure | null {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (IMPOSSIBLE_VALUE.test(code))
    return {
      code: 'BAD_USER_INPUT',
      message: 'A value in the request is out of range, or a cursor is not one of ours.',
    };
  if (code === '57014')
    return { code: 'TIMEOUT', message: 'The request took too long and was stopped. Ask for less at once.' };
  const lost =
    /^(08|57P|53|58|25P03)/.test(code) ||
    /^E(CONN|PIPE|HOST|TIMEDOUT)/.test(code) ||
    /timeout exceeded when trying to connect|Connection (terminated|ended)|not queryable|Client was closed/.test(
      message,
    );
  return lost
    ? {
        code: 'UNAVAILABLE',
        // Whether a commit was done whose answer was lost, nobody here knows.
        message:
          'The database cannot be reached at the moment. Try again; a mutation carries an Idempotency-Key, or look first whether it was made.',
      }
    : null;
}
