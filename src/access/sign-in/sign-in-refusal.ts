/** Why nobody was let in: what is wrong with the key or token, what it lacks, or that its provider doesn't answer. */
export type SignInFault = 'UNAUTHENTICATED' | 'NO_ROLE' | 'SIGN_IN_UNAVAILABLE';

/** What exactly is wrong with a token, for programs that renew them. */
export type TokenFault =
  'EXPIRED' | 'NOT_YET_VALID' | 'AUDIENCE' | 'ISSUER' | 'ALGORITHM' | 'KEY' | 'SIGNATURE' | 'CLAIM' | 'MALFORMED';

/** What is wrong, where programs can do something about it. */
export type Reason = TokenFault | 'SESSION_ENDED';

/** Somebody who says who they are and is not let in. */
export class SignInRefusal extends Error {
  constructor(
    readonly code: SignInFault,
    message: string,
    readonly reason?: Reason,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
