import { Field, InputType, ObjectType } from 'type-graphql';
import { type Fault, fault } from '../shared/refuse.js';
import { inQuotes, listed, alikeInBoth } from '../shared/text/wording.js';
import type { Columns } from '../tables/columns.js';
import type { ColumnChoice } from '../tables/table-choice.js';

@InputType('ColumnInput', { description: 'What a header of a table means.' })
export class ColumnInput implements ColumnChoice {
  @Field(() => String, { description: 'The header as the table has it, whatever its letters and signs.' })
  header!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The field that stands below it, by its name in docs/import-formats.md; null: it is not read.',
  })
  field?: string | null;
}

@ObjectType('ImportColumn', { description: 'A column of an imported table, and what it is read as.' })
export class ImportColumn {
  @Field(() => String, { description: 'Its header, as the table has it.' })
  header!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The field that it is read as; null: it is not read.',
  })
  field?: string | null;
}

/** So many columns may be told of. */
const MOST = 200;

/** What is wrong with what is said of a table's columns: fields that there are not, one column told of twice. */
export function columnFaults(columns: Columns, choices: readonly ColumnChoice[]): Fault[] {
  if (choices.length > MOST)
    return [fault('INVALID', ['columns'], { sv: `Högst ${MOST} kolumner.`, en: `At most ${MOST} columns.` })];
  return choices.flatMap(({ header, field }, place) => {
    const path = ['columns', String(place)];
    if (field != null && !columns.all.some(column => column.field === field))
      return fault('INVALID', [...path, 'field'], noSuchField(field, columns));
    const isTwice = choices.slice(0, place).some(other => columns.isSame(other.header, header));
    return isTwice ? fault('INVALID', [...path, 'header'], TWICE) : [];
  });
}

const TWICE = { sv: 'Kolumnen anges två gånger.', en: 'The column is told of twice.' };

function noSuchField(field: string, columns: Columns) {
  const [quoted, all] = [inQuotes(field), listed(columns.all.map(column => alikeInBoth(column.field)))];
  return {
    sv: `Det finns inget fält ${quoted.sv}. Fälten är ${all.sv}.`,
    en: `There is no field ${quoted.en}. The fields are ${all.en}.`,
  };
}
