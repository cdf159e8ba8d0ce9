import { fromString, getType, toUUID, typeid } from 'typeid-js';

/** The nouns that have an id, by the prefix their ids begin with. */
export type IdPrefix =
  | 'idea'
  | 'partner'
  | 'focus'
  | 'membership'
  | 'call'
  | 'application'
  | 'project'
  | 'milestone'
  | 'outcome'
  | 'indicator'
  | 'measurement'
  | 'transition'
  | 'activity'
  | 'key'
  | 'session'
  | 'webhook'
  | 'delivery'
  | 'programme'
  | 'status'
  | 'link'
  | 'join'
  | 'notice';

/** A new TypeID: the prefix, and a UUIDv7 whose order is the order of creation. https://github.com/jetify-com/typeid */
export function newId(prefix: IdPrefix): string {
  return typeid(prefix).toString();
}

/** A TypeID by the UUID in it, for formats that name things by URIs. */
export function urnOf(id: string): string {
  return `urn:uuid:${toUUID(fromString(id))}`;
}

/** The prefix of a well-formed TypeID, or null for anything else. */
export function prefixOf(id: string): string | null {
  try {
    return getType(fromString(id));
  } catch {
    return null;
  }
}
