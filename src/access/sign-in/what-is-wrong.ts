import { errors } from 'jose';
import { SignInRefusal, type TokenFault } from './sign-in-refusal.js';

const CLAIMS: ReadonlyMap<string, [TokenFault, string]> = new Map(
  Object.entries({
    aud: ['AUDIENCE', 'The token is meant for another service.'],
    iss: ['ISSUER', 'The token comes from another issuer than the one that is trusted here.'],
    nbf: ['NOT_YET_VALID', 'The token is not valid yet.'],
  }),
);

const SIGNATURES: ReadonlyMap<string, [TokenFault, string]> = new Map(
  Object.entries({
    [errors.JOSEAlgNotAllowed.code]: ['ALGORITHM', "The token's signature is of a kind that is not accepted here."],
    [errors.JWSSignatureVerificationFailed.code]: ['SIGNATURE', "The token's signature doesn't hold."],
    [errors.JWKSNoMatchingKey.code]: ['KEY', "The token is signed with a key that isn't one of its issuer's."],
    [errors.JWKSMultipleMatchingKeys.code]: [
      'KEY',
      "The token doesn't say with which of its issuer's keys it is signed.",
    ],
  }),
);

const MALFORMED: ReadonlySet<string> = new Set([
  errors.JWSInvalid.code,
  errors.JWTInvalid.code,
  errors.JOSENotSupported.code,
]);

/** What to tell about a token that failed. What isn't about the token is about its provider. */
export function whatIsWrong(error: errors.JOSEError): SignInRefusal {
  const [fault, message] = faultIn(error);
  if (fault) return new SignInRefusal('UNAUTHENTICATED', message, fault);
  return new SignInRefusal(
    'SIGN_IN_UNAVAILABLE',
    'The keys of the identity provider cannot be fetched at the moment. Try again later; API keys work all the same.',
    undefined,
    { cause: error },
  );
}

function faultIn(error: errors.JOSEError): [TokenFault, string] | [null, ''] {
  if (error instanceof errors.JWTExpired) return ['EXPIRED', 'The token has expired. Ask its issuer for a new one.'];
  if (error instanceof errors.JWTClaimValidationFailed)
    return CLAIMS.get(error.claim) ?? ['CLAIM', `The token's claim "${error.claim}" is missing or wrong.`];
  if (MALFORMED.has(error.code)) return ['MALFORMED', 'The token is not a signed JSON Web Token.'];
  return SIGNATURES.get(error.code) ?? [null, ''];
}
