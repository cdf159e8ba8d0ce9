import type { SendBehind } from '../database/statement.js';

/** What somebody shows to be let in: an Authorization header, or else the secret of a session from a cookie. */
export interface Credentials {
  readonly authorization?: string | undefined;
  readonly session?: string | undefined;
  /** Told how to send reads behind the look at who asks. */
  readonly follow?: ((send: SendBehind) => void) | undefined;
}
