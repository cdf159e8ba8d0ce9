import { countedMembers } from '../consortia/member-facts.js';
import type { LedIdea } from './agenda-facts.js';

/** Whether one's own letter is all that is missing and has been asked for: it is told by itself, however far the deadline. */
export function isOwnLetterAlone({ inside, facts }: LedIdea, partnerId: string | null): boolean {
  const [missing, ...more] = countedMembers(facts.members).filter(({ letterOfIntent }) => letterOfIntent !== 'SIGNED');
  if (!inside || !missing || more.length > 0) return false;
  return missing.partnerId === partnerId && missing.letterOfIntent === 'REQUESTED';
}
