import { ViewerDocument } from '../gql/graphql';
import { language } from '../language/language';
import { askingOnce } from './client';
import type { Refusal } from './key';

/** Whose key or token it is, or why nobody comes in with it. */
export async function tryKey(
  secret: string,
): Promise<{ name: string; refusal?: never } | { name?: never; refusal: Refusal }> {
  const once = askingOnce({ secret, language: language.read });
  const { data, error } = await once.query(ViewerDocument, {}).toPromise();
  if (data?.viewer.role) return { name: data.viewer.name };
  const codes = error?.graphQLErrors.map(({ extensions }) => extensions['code']) ?? [];
  const told = (['NO_ROLE', 'FEED_TOKEN'] as const).find(code => codes.includes(code));
  if (told) return { refusal: told };
  const unreachable = error?.networkError && !error.response;
  return { refusal: unreachable || codes.includes('SIGN_IN_UNAVAILABLE') ? 'UNREACHABLE' : 'UNKNOWN' };
}
