/** What somebody shows to be let in: an Authorization header, or else the secret of a session from a cookie. */
export interface Credentials {
  readonly authorization?: string | undefined;
  readonly session?: string | undefined;
}
