/** A statement to run: its text and its values. */
export interface Statement {
  text: string;
  values: unknown[];
  /** With a name the server keeps it prepared; its text then selects one value, without a `from` of its own. */
  name?: string | undefined;
}

/** Sends a read right behind another on its connection, so that it sees at least what that one saw; null if it may be long. */
export type SendBehind = (statement: Statement) => Promise<string | null> | null;
