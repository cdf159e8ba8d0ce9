import { HttpRefusal } from './refusals/refusal.js';

/** What a request target may not hold: a fragment, and characters that are not ASCII, which come escaped. */
const UNFIT = /[^\x21-\x7e]|#/;

/** The query string of an address as it was written; one that could be read in two ways is refused. */
export function queryStringIn(url: string): string {
  const start = url.indexOf('?');
  const text = start < 0 ? '' : url.slice(start + 1);
  if (UNFIT.test(text) || !isDecodable(text))
    throw new HttpRefusal(
      400,
      'BAD_REQUEST',
      'The query string must be percent-encoded UTF-8, with no other % in it and no #.',
    );
  return text;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
