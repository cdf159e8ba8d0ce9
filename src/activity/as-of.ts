import { type EntityMetadata, type EntityProperty, ReferenceKind } from '@mikro-orm/core';
import type { Scope } from '../reading/scope.js';
import type { IdPrefix } from '../shared/ids.js';
import { ALL_IDEAS_STOOD, IDEAS_STOOD, recordedBy } from '../ideas/moves/recorded-at.js';
import { derivedColumns } from './derived-columns.js';
import {
  allFocusAreasThen,
  allValuesBefore,
  changesLater,
  focusAreasThen,
  listsBefore,
  MEASUREMENTS_THEN,
  valuesBefore,
} from './log-before.js';
import { join, literal, NOW, raw, sql, type Sql } from '../reading/sql.js';

/** A table whose rows the log can take back. */
interface Logged {
  readonly entity: string;
  /** What `r` is read from, where it is not its table alone. */
  readonly from?: Sql;
  /** Whether `r` was there at NOW; else always. */
  readonly existed?: Sql;
  /** Columns that are not taken back, or not from the log. */
  readonly columns: Readonly<Record<string, Sql>>;
}

/** What a plan consists of: the log tells all of a kind, under these names, whenever some of it come or go. */
const PARTS_OF_A_PLAN = { Milestone: 'milestones', Outcome: 'outcomes', Indicator: 'indicators' } as const;

const existedSince = (column: string) => sql`r.${raw(column)} <= ${NOW}`;

/** Columns that are shown as they are now: bookkeeping, and what decides who may see a row. */
const asNow = (...columns: string[]) => Object.fromEntries(columns.map(column => [column, raw(`r.${column}`)]));

const IDEA: Logged = {
  entity: 'Idea',
  from: IDEAS_STOOD,
  columns: {
    stage: raw('stood.stage'),
    state: raw('stood.state'),
    entered_stage_at: raw('stood.entered_stage_at'),
    updated_at: sql`(select max(a.at) from public.activity a where a.idea_id = r.id and a.at <= ${NOW})`,
    ...asNow('number', 'programme_id', 'visibility', 'version'),
  },
};

const APPLICATION: Logged = {
  entity: 'Application',
  existed: existedSince('created_at'),
  columns: asNow('version', 'updated_at'),
};

const PROJECT: Logged = {
  entity: 'Project',
  existed: existedSince('created_at'),
  columns: {
    // Given once for all, so its own moment tells whether it was there.
    ...Object.fromEntries(
      ['starts_on', 'ends_on', 'budget_amount', 'budget_currency', 'at'].map(part => [
        `baseline_${part}`,
        sql`case when r.baseline_at <= ${NOW} then r.baseline_${raw(part)} end`,
      ]),
    ),
    ...asNow('version', 'updated_at'),
  },
};

const LOGGED: readonly Logged[] = [
  IDEA,
  APPLICATION,
  PROJECT,
  { entity: 'Membership', existed: existedSince('joined_at'), columns: {} },
  {
    entity: 'JoinRequest',
    existed: existedSince('created_at'),
    columns: { reason: sql`case when r.answered_at <= ${NOW} then r.reason end` },
  },
  { entity: 'StatusUpdate', existed: existedSince('at'), columns: {} },
  { entity: 'Link', existed: existedSince('added_at'), columns: {} },
  {
    entity: 'FundingCall',
    existed: existedSince('created_at'),
    columns: {
      // Bookkeeping after the deadlines, so the log doesn't tell it.
      closes_at: sql`case when was.before ? 'deadlines'
        then (select max(deadline.at::timestamptz) from jsonb_array_elements_text(was.before -> 'deadlines') as deadline(at)) else r.closes_at end`,
      ...asNow('edited_fields', 'assumed_fields', 'updated_at', 'version', 'deleted_at'),
    },
  },
  { entity: 'Partner', columns: asNow('version', 'updated_at') },
];

/** What a report counts all rows of. Each step is of one idea: with no more than places asked for, no other row of it is looked at. */
const READ_WHOLE = {
  idea: { ...IDEA, from: ALL_IDEAS_STOOD, columns: { ...IDEA.columns, id: raw('stood.idea_id') } },
  application: APPLICATION,
  project: PROJECT,
} as const satisfies Partial<Record<IdPrefix, Logged>>;
export type TableReadWhole = keyof typeof READ_WHOLE | 'idea_focus_area';

/** What the past is told of, as it was. */
export const TAKEN_BACK: readonly string[] = [
  ...LOGGED.map(({ entity }) => entity),
  ...Object.keys(PARTS_OF_A_PLAN),
  ...['Measurement', 'StageTransition', 'Activity'],
];

/**
 * The tables as they were at the statement's moment, as common table expressions under the tables' own names: in the
 * statement that follows, whatever reads `idea` or `application` reads the past, be it a filter, a gate or a
 * selection. A value is the `before` of the first activity after the moment that changed it, or what it is now when
 * none did. Each is looked up only where it is asked for.
 */
export function asItWas(scope: Scope): Sql {
  const tables = [
    ...LOGGED.map(logged => rowsThen(scope, logged)),
    ...Object.entries(PARTS_OF_A_PLAN).map(([entity, field]) => partsThen(scope, entity, field)),
    focusAreasThen('idea', 'idea'),
    focusAreasThen('funding_call', 'call'),
    MEASUREMENTS_THEN,
    sql`stage_transition as not materialized (select * from public.stage_transition t where ${recordedBy(raw('t'), NOW)})`,
    sql`activity as not materialized (select * from public.activity a where a.at <= ${NOW})`,
  ];
  return join(tables, ',\n');
}

/** The same of tables that are read whole: what the log tells of their rows comes out of one pass, in place of a look for each. */
export function allAsTheyWere(scope: Scope, table: TableReadWhole): Sql {
  if (table === 'idea_focus_area') return allFocusAreasThen();
  return rowsThen(scope, READ_WHOLE[table], sql`${allValuesBefore(table)} was on was.id = r.id`);
}

function rowsThen(scope: Scope, logged: Logged, was = sql`lateral ${valuesBefore(raw('r.id'))} was on true`): Sql {
  const { entity, from, existed = raw('true'), columns: own } = logged;
  const { meta } = scope.rowOf(entity);
  const columns = columnsOf(meta).map(
    ([name, property]) => sql`${own[name] ?? valueThen(property, raw(`r."${name}"`))} as "${raw(name)}"`,
  );
  const others = Object.entries(own).filter(([name]) => !meta.props.some(({ fieldNames }) => fieldNames?.[0] === name));
  columns.push(...others.map(([name, column]) => sql`${column} as ${raw(name)}`));
  return sql`${raw(meta.tableName)} as not materialized (
    select r.*${derivedColumns(entity)} from (select ${join(columns, ', ')} from ${from ?? sql`public.${raw(meta.tableName)} r`}
      left join ${was} where ${existed}) r)`;
}

/** The parts of a plan: those of now, or of before the first after NOW to come or go. What changed in one it tells itself. */
function partsThen(scope: Scope, entity: string, field: string): Sql {
  const { meta } = scope.rowOf(entity);
  const columns = columnsOf(meta);
  const kept = columns.map(([name, property]) => valueThen(property, raw(`r."${name}"`)));
  const replaced = columns.map(([, property]) => valueThen(property, partValue(property)));
  return sql`${raw(meta.tableName)} (${raw(columns.map(([name]) => `"${name}"`).join(', '))}) as not materialized (
    select ${join(kept, ', ')} from public.${raw(meta.tableName)} r
    left join lateral ${valuesBefore(raw('r.id'))} was on true
    where not exists (select from public.activity later where later.subject_id = r.project_id and ${changesLater(field)})
    union all
    select ${join(replaced, ', ')} from ${listsBefore('project', field)} whole
    cross join lateral jsonb_array_elements(whole.list) as had(part)
    left join lateral ${valuesBefore(raw("(had.part ->> 'id')"))} was on true)`;
}

function columnsOf({ props }: EntityMetadata): (readonly [string, EntityProperty])[] {
  return props.flatMap(property => {
    const [name, another] = property.fieldNames ?? [];
    return name && !another && isColumn(property) ? [[name, property] as const] : [];
  });
}

function isColumn({ kind, persist, owner }: EntityProperty): boolean {
  if (persist === false) return false;
  return (
    kind === ReferenceKind.SCALAR || kind === ReferenceKind.MANY_TO_ONE || (kind === ReferenceKind.ONE_TO_ONE && owner)
  );
}

/** What holds a row never changes; as a plain column it is found by its index. */
const WHERE_IT_LIES: readonly string[] = ['idea', 'project'];

/** The log names a field as the schema does, and a part of an embedded value by its own name behind a point. */
function valueThen({ name, embedded, columnTypes, primary }: EntityProperty, column: Sql): Sql {
  if (primary || WHERE_IT_LIES.includes(name)) return column;
  const field = literal(embedded ? embedded.join('.') : name);
  return sql`case when was.before ? ${field} then ${valueIn(raw('was.before'), field, columnTypes[0]!)} else ${column} end`;
}

/** A column of a part that the log tells as one value, beside the project it was a part of. */
function partValue({ name, embedded, columnTypes, kind }: EntityProperty): Sql {
  if (kind !== ReferenceKind.SCALAR) return raw('whole.id');
  const place = embedded ? sql`had.part -> ${literal(embedded[0])}` : raw('had.part');
  return valueIn(place, literal(embedded?.[1] ?? name), columnTypes[0]!);
}

function valueIn(json: Sql, field: Sql, type: string): Sql {
  const value = type.endsWith('[]')
    ? sql`array(select jsonb_array_elements_text(${json} -> ${field}))`
    : sql`(${json} ->> ${field})`;
  return sql`${value}::${raw(type)}`;
}
