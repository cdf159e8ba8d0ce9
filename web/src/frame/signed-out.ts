import { followed } from '../client/stored';

/** The page that somebody signed out from, until the next one is opened: it may show nobody anything. */
export const signedOutFrom = followed<string | null>(null);
