/**
 * Ends a statement whose answer nobody needs: on a server it leaves together with what comes next on its connection,
 * mostly the commit, and an error of its own is that one's error. So what it locks is held for no round trip.
 */
export const AHEAD = '/* ahead */';
