/** A word as lists of words have it: small letters in their composed form, single spaces for space, hyphen and underscore. */
export function plainWord(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
