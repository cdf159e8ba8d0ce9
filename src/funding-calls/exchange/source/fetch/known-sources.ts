import { createHash } from 'node:crypto';
import type { Database } from '../../../../database/database.js';
import { now } from '../../../../shared/time/clock.js';
import type { Validators } from './fetch-calls.js';

/** A source by its format and address. */
interface Source {
  readonly format: string;
  readonly url: string;
}

/**
 * The address as it is kept: its query, where sources take keys, is told from another by its hash alone, and a name and
 * password are left out.
 */
function keptAddress(address: string): string {
  if (!URL.canParse(address)) return '';
  const { origin, pathname, search, href } = new URL(address);
  if (search === '') return origin + pathname;
  return `${origin}${pathname}?${createHash('sha256').update(href).digest('hex')}`;
}

type Queries = Pick<Database, 'query'>;

/** What a source said of itself when it was last read whole. */
export async function knownOf(database: Queries, { format, url }: Source): Promise<Validators | undefined> {
  const [known] = await database.query<Validators>(
    'select etag, last_modified as "lastModified" from import_source where format = $1 and url = $2',
    [format, keptAddress(url)],
  );
  return known;
}

/** Keeps what a source said, for the next time. */
export async function remember(
  database: Queries,
  { format, url }: Source,
  { etag, lastModified }: Validators,
): Promise<void> {
  await database.query(
    `insert into import_source (format, url, etag, last_modified, read_at) values ($1, $2, $3, $4, $5)
     on conflict (format, url) do update set etag = $3, last_modified = $4, read_at = $5`,
    [format, keptAddress(url), etag, lastModified, now().toISOString()],
  );
}
