import { sql, type Sql } from '../reading/sql.js';

/** The ids of partners, those that have been merged by that of the partner they are part of now. */
export function standingFor(ids: Sql): Sql {
  return sql`array(select coalesce(known.merged_into_id, known.id) from partner known where known.id = any(${ids}::text[]))`;
}

export const MERGED = {
  sv: 'Partnern är ihopslagen med en annan, som det är att ändra i stället.',
  en: 'The partner has been merged into another, which is the one to change.',
};

export const SAME_PARTNER = {
  sv: 'En partner kan inte slås ihop med sig själv.',
  en: 'A partner cannot be merged with itself.',
};

export const MERGED_ALREADY = {
  sv: 'Partnern är redan ihopslagen med en annan.',
  en: 'The partner has been merged into another already.',
};
