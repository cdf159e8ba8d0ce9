/**
 * The settings that both kinds of database share; every session speaks UTC. Compiling a statement to machine code
 * takes longer than any of ours runs.
 */
export const SESSION = { TimeZone: 'UTC', jit: 'off' };

/** Settings of a session as a connection carries them. */
export function optionsOf(session: Readonly<Record<string, string>>): string {
  return Object.entries(session)
    .map(([key, value]) => `-c ${key}=${value}`)
    .join(' ');
}
