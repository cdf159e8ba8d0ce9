/**
 * The settings that both kinds of database share; every session speaks UTC. Compiling a statement to machine code
 * takes longer than any of ours runs.
 */
export const SESSION = { TimeZone: 'UTC', jit: 'off' };

/** The settings of a session on a server: no statement, and no silence inside a transaction, lasts longer. */
export function sessionOf({ statementTimeoutMs }: { statementTimeoutMs: number }): Record<string, string> {
  const limit = String(statementTimeoutMs);
  return { ...SESSION, statement_timeout: limit, idle_in_transaction_session_timeout: limit };
}

/** Settings of a session as a connection carries them. */
export function optionsOf(session: Readonly<Record<string, string>>): string {
  return Object.entries(session)
    .map(([key, value]) => `-c ${key}=${value}`)
    .join(' ');
}
