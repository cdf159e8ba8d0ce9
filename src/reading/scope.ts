import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import type { Viewer } from '../shared/viewer.js';
import type { Locale } from '../shared/text/localized-text.js';
import type { Sql } from './sql.js';
import type { Untyped } from '../shared/untyped.js';

/** A row that fields are read from: its alias in the statement, and the properties it has there. */
export interface Row {
  readonly alias: Sql;
  readonly properties: Readonly<Record<string, EntityProperty>>;
}

/** What a field's SQL may look at while a statement is planned. */
export interface Scope {
  readonly row: Row;
  /** Who asks; only its rights may shape the statement, anything else must be a parameter. */
  readonly viewer: Viewer;
  /** The entities that an id can name, by its prefix. */
  readonly nodes: ReadonlyMap<string, string>;
  /** Enums, booleans and integers may shape the statement; texts by whether they are blank, other lists by being there. */
  readonly args: Record<string, Untyped>;
  /** The language of texts: the argument's, else the request's. */
  readonly locale: Locale;
  /** A value among the arguments, as a parameter. */
  arg(pick: (args: Untyped) => unknown): Sql;
  /** Looks at the values in this at every run, so that one that is refused is refused whatever else is asked for. */
  looksAt(condition: Sql): void;
  /** A column of the row by its property's name: `column('enteredStageAt')`, `column('commitment.amount')`. */
  column(property: string): Sql;
  /** What the field asks for, as one JSON object made of this row. */
  object(): Sql;
  /** What the field asks for, as one JSON object or null: the visible row of another entity, with its type if told. */
  one(entity: string, where: (alias: Sql) => Sql, options?: { typed?: boolean }): Sql;
  /** What the field asks for, as a JSON list of the visible rows of another entity. */
  many(entity: string, from: (alias: Sql) => { join?: Sql; where: Sql; orderBy: Sql }): Sql;
  /** What the field asks for, as the pairs of a JSON object in its order, each part by the SQL under its name. */
  pairs(parts: Parts): Sql[];
  /** Whether the field asks for any of these. */
  asks(names: readonly string[]): boolean;
  /** One part of this field's selection, for what is brought beside the rest. */
  below(fieldName: string): { key: string; scope: Scope }[];
  /** A row of an entity under a new alias. */
  rowOf(entity: string): Row & { table: Sql; meta: EntityMetadata; visible: Sql };
  /** The condition under which the viewer sees a row of an entity that a condition reaches by itself. */
  visible(entity: string, alias: Sql): Sql;
  /** This scope, reading from another row. */
  on(row: Row): Scope;
}

/** The SQL of one field: an expression over the row that gives what the field's resolver needs, as JSON. */
export type FieldSql = (scope: Scope) => Sql;

/** The SQL of the fields of a type that is no row, by name. */
export type Parts = Readonly<Record<string, FieldSql>>;

/** What the SQL of a set may look at that belongs to no field: no selection and no arguments. */
export type SetScope = Pick<Scope, 'viewer' | 'rowOf' | 'visible'>;

/**
 * The SQL of a set that is read once per request: the JSON of each of its members, apart by `BETWEEN_MEMBERS`, so that
 * many are taken apart in turns with others' work.
 */
export type SetSql = (scope: SetScope) => Sql;
