import { plain } from '../language/plain';

/** A name as the last part of a code: Förnybar energi is fornybar-energi. */
export function codeOf(name: string): string {
  return (plain(name).match(/[a-z0-9]+/g) ?? []).join('-');
}
