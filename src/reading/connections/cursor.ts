import { isStorable } from '../../shared/text/storable.js';
import { literal, sql, type Sql } from '../sql.js';

/** What a cursor holds beside the name of its order: the key as text, and the id. */
export type RawCursor = readonly [key: string, id: string];

/** The forms in which PostgreSQL writes keys, by their SQL type. */
const FORMS: ReadonlyMap<string, (key: string) => boolean> = new Map([
  ['text', isStorable],
  ['int', key => /^-?\d{1,10}$/.test(key) && Math.abs(Number(key)) < 2 ** 31],
  ['real', key => /^-?\d[\d.]*(e[-+]\d+)?$/.test(key) && Number.isFinite(Math.fround(Number(key)))],
  ['numeric', key => /^-?(\d{1,30}(\.\d{1,30})?|Infinity)$/.test(key)],
  ['date', key => isMoment(`${key} 00:00:00+00`)],
  ['timestamptz', key => /^-?infinity$/.test(key) || isMoment(key)],
]);

const MOMENT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,6})?)\+00$/;

function isMoment(key: string): boolean {
  const [, day, time] = MOMENT.exec(key) ?? [];
  const at = new Date(`${day}T${time}Z`);
  // A day that its month has not is taken for one of the next.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day!);
}

/** What a cursor of this order and type of key holds, or null if it is none. */
export function decodeCursor({ name, type }: { name: string; type: string }, cursor: string): RawCursor | null {
  const [order, key, id] = partsOf(cursor);
  const isKey = FORMS.get(type);
  if (!isKey) throw new Error(`there are no cursors of ${type}`);
  return order === name && isText(key) && isKey(key) && isText(id) && isStorable(id) ? [key, id] : null;
}

const isText = (part: unknown): part is string => typeof part === 'string';

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** The opaque text of a cursor: `[order, key, id]` in base64url. https://www.rfc-editor.org/rfc/rfc4648#section-5 */
export function cursorOf(name: string, alias: Sql): Sql {
  const place = sql`json_build_array(${literal(name)}, ${alias}."_key"::text, ${alias}.id)::text`;
  return sql`translate(encode(convert_to(${place}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}
