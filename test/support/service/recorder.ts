import type { Database } from '../../../src/database/database.js';
import type { Statement } from '../../../src/database/statement.js';

/** What the service does beside requests: it notes the use of keys, looks for news and serves webhooks. */
const BESIDE_REQUESTS = /^(update api_key|update webhook|delete from webhook|select (\(select )?sequence)/;

/** Notes every statement that goes through it to a real database, with its values and name. */
export class Recorder {
  /** Those that answer fields. */
  readonly reads: Statement[] = [];
  /** Those that authentication and the like send beside them. */
  readonly others: string[] = [];

  /** The same database, watched. */
  readonly around = (database: Database): Database => ({
    ...database,
    readText: statement => {
      if (/^(look$|told )/.test(statement.name ?? '')) this.others.push(statement.text);
      else this.reads.push(statement);
      return database.readText(statement);
    },
    query: (text, values) => {
      if (!BESIDE_REQUESTS.test(text)) this.others.push(text);
      return database.query(text, values);
    },
  });

  /** What is noted while the deed is done. */
  async during(deed: () => Promise<unknown>): Promise<{ reads: Statement[]; others: string[] }> {
    const [reads, others] = [this.reads.length, this.others.length];
    await deed();
    return { reads: this.reads.slice(reads), others: this.others.slice(others) };
  }
}
