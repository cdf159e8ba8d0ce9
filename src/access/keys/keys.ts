import DataLoader from 'dataloader';
import { byClock, CLOCK } from '../../database/clock.js';
import { HEAD_SEQUENCE } from '../../activity/head.js';
import type { Database } from '../../database/database.js';
import { now } from '../../shared/time/clock.js';
import { keyWorks } from './api-key.js';
import type { KeyGrant, Role } from '../../shared/roles.js';

export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly partner_id: string | null;
  readonly grants: KeyGrant[];
  readonly feed_only: boolean;
  readonly last_used_at: Date | string | null;
}

/** The first look at the database for a request. */
export interface Look {
  /** The working key with the hash, or null if there is none or none was asked for. */
  readonly key: KeyRow | null;
  /** How far the activity log had come: what changes after it has a greater sequence. */
  readonly revision: number;
}

/** All that is asked for in one statement, with the places of the hashes. */
interface Looked {
  readonly clock: number;
  readonly revision: number;
  readonly keys: readonly (KeyRow & { readonly place: number })[] | null;
}

const LOOK = `select json_build_object('clock', ${CLOCK}, 'revision', ${HEAD_SEQUENCE}, 'keys', (
  select json_agg(json_build_object('place', asked.place, 'id', key.id, 'name', key.name, 'role', key.role,
    'partner_id', key.partner_id, 'grants', key.grants, 'feed_only', key.feed_only, 'last_used_at', key.last_used_at))
  from unnest($1::text[]) with ordinality asked(hash, place) join api_key key on key.hash = asked.hash and ${keyWorks('key', '$2')}
))::text`;

/** Looks keys up, all that are asked for in one turn of the event loop by one statement. */
export class Keys {
  private readonly looks = new DataLoader<string, Look>(hashes => this.lookAll(hashes), {
    cache: false,
    batchScheduleFn: run => setImmediate(run),
  });

  constructor(private readonly database: Pick<Database, 'readText'>) {}

  /** Without a hash it is only looked how far the log has come. */
  look(hash = ''): Promise<Look> {
    return this.looks.load(hash);
  }

  private async lookAll(hashes: readonly string[]): Promise<Look[]> {
    const statement = { text: LOOK, values: [hashes, now().toISOString()], name: 'look' };
    const { revision, keys } = await byClock<Looked>(async () =>
      JSON.parse((await this.database.readText(statement))!),
    );
    const byPlace = new Map(keys?.map(key => [key.place, key]));
    return hashes.map((_, index) => ({ key: byPlace.get(index + 1) ?? null, revision }));
  }
}
