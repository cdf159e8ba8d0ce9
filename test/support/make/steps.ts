import type { Database } from '../../../src/database/database.js';

/** Stands between a service and its database, and lets a test do something just before a certain statement. */
export class Steps {
  private due: { left: number; deed: () => Promise<void> } | null = null;

  /** The same database, watched. */
  readonly around = (database: Database): Database => ({
    ...database,
    readText: async (...read) => {
      await this.step();
      return database.readText(...read);
    },
    query: async (text, values) => {
      await this.step();
      return database.query(text, values);
    },
  });

  /** Does it before the n-th statement from now, which waits for it. Gives whether there have been so many. */
  async before(n: number, deed: () => Promise<void>, meanwhile: () => Promise<void>): Promise<boolean> {
    this.due = { left: n, deed };
    await meanwhile();
    const came = this.due === null;
    this.due = null;
    return came;
  }

  private async step(): Promise<void> {
    if (!this.due || --this.due.left > 0) return;
    const { deed } = this.due;
    this.due = null;
    await deed();
  }
}
