import DataLoader from 'dataloader';
import { CLOCK, queryByClock } from '../database/clock.js';
import type { Database } from '../database/database.js';
import { now } from '../shared/clock.js';
import { keyWorks } from './api-key.js';
import type { KeyGrant, Role } from './roles.js';

export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly partner_id: string | null;
  readonly grants: KeyGrant[];
  readonly last_used_at: Date | string | null;
}

/** The first look at the database for a request. */
export interface Look {
  /** The working key with the hash, or null if there is none or none was asked for. */
  readonly key: KeyRow | null;
  /** How far the activity log had come: what changes after it has a greater sequence. */
  readonly revision: number;
}

const LOOK = `select head.sequence as revision, ${CLOCK}, key.id, key.name, key.role, key.partner_id, to_json(key.grants) as grants, key.last_used_at
  from activity_head head cross join unnest($1::text[]) with ordinality asked(hash, place)
  left join api_key key on key.hash = asked.hash and ${keyWorks('key', '$2')}
  order by asked.place`;

type LookRow = Omit<KeyRow, 'id'> & { readonly id: string | null; readonly revision: number };

/** Looks keys up, all that are asked for in one turn of the event loop by one statement. */
export class Keys {
  private readonly looks = new DataLoader<string, Look>(hashes => this.lookAll(hashes), {
    cache: false,
    batchScheduleFn: run => setImmediate(run),
  });

  constructor(private readonly database: Pick<Database, 'query'>) {}

  /** Without a hash it is only looked how far the log has come. */
  look(hash = ''): Promise<Look> {
    return this.looks.load(hash);
  }

  private async lookAll(hashes: readonly string[]): Promise<Look[]> {
    const rows = await queryByClock<LookRow>(this.database, LOOK, [hashes, now().toISOString()]);
    return rows.map(({ revision, ...key }) => ({ key: key.id === null ? null : (key as KeyRow), revision }));
  }
}
