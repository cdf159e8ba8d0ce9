import { followed, store, stored, useFollowed } from '../../client/stored';
import type { OrderName } from '../order';

/** What a column of the table can show. */
export type FieldName =
  | 'code'
  | 'title'
  | 'stage'
  | 'state'
  | 'owner'
  | 'members'
  | 'areas'
  | 'ready'
  | 'missing'
  | 'days'
  | 'deadline'
  | 'asked'
  | 'trl'
  | 'updated'
  | 'created';

interface Field {
  name: FieldName;
  /** Its width in rem: with room for the longest word that it shows. */
  width: number;
  /** The order of the service by this field; those without can't be sorted by. */
  order?: OrderName;
  /** What the order as it stands means for the values shown: the longest in a stage has the most days. */
  natural?: 'ascending' | 'descending';
}

/** All columns there can be, in the order they stand. */
export const FIELDS: readonly Field[] = [
  { name: 'code', width: 7, order: 'code', natural: 'ascending' },
  { name: 'title', width: 15, order: 'title', natural: 'ascending' },
  { name: 'stage', width: 7 },
  { name: 'state', width: 6.5 },
  { name: 'owner', width: 9 },
  { name: 'members', width: 14 },
  { name: 'areas', width: 11.5 },
  { name: 'ready', width: 6 },
  { name: 'missing', width: 11 },
  { name: 'days', width: 6, order: 'waiting', natural: 'descending' },
  { name: 'deadline', width: 10, order: 'due', natural: 'ascending' },
  { name: 'asked', width: 9 },
  { name: 'trl', width: 5 },
  { name: 'updated', width: 8, order: 'updated', natural: 'descending' },
  { name: 'created', width: 8, order: 'created', natural: 'descending' },
];

const FIRST: readonly FieldName[] = ['code', 'title', 'stage', 'owner', 'areas', 'ready', 'days', 'deadline'];
const PLACE = 'table-fields';

const chosen = followed<readonly FieldName[]>(remembered());

function remembered(): readonly FieldName[] {
  const names = stored(() => localStorage, PLACE)?.split(',') ?? FIRST;
  return FIELDS.map(({ name }) => name).filter(name => name === 'title' || names.includes(name));
}

/** The columns that were chosen on this device; the title is always among them. */
export function useChosenFields(): readonly FieldName[] {
  return useFollowed(chosen);
}

/** Shows a column or takes it away, now and next time. */
export function turnField(name: FieldName): void {
  const before = chosen.read();
  const names = before.includes(name) ? before.filter(one => one !== name) : [...before, name];
  store(() => localStorage, PLACE, names.join(','));
  chosen.write(FIELDS.map(field => field.name).filter(one => names.includes(one)));
}
