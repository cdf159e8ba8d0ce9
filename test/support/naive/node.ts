import type { Tables } from '../service/stored-rows.js';
import type { Asking } from './asking.js';

/** The tables of what can be read by its id, by the beginning of the id. */
const TABLE_OF: Readonly<Record<string, keyof Tables>> = {
  idea: 'idea',
  partner: 'partner',
  focus: 'focus_area',
  programme: 'programme',
  membership: 'membership',
  call: 'funding_call',
  application: 'application',
  project: 'project',
  milestone: 'milestone',
  outcome: 'outcome',
  indicator: 'indicator',
  status: 'status_update',
  link: 'link',
  join: 'join_request',
  activity: 'activity',
  key: 'api_key',
};

const prefixOf = (id: string) => id.split('_')[0]!;

/** The API's name of the type of a row. */
export function typeOf({ id }: { id: string }): string {
  const table = TABLE_OF[prefixOf(id)]!;
  return table.replace(/(^|_)([a-z])/g, (_match, _start, letter: string) => letter.toUpperCase());
}

/** Whatever has the id, if the viewer sees it. */
export function nodeOf(asking: Asking, id: string): { id: string } | null {
  const table = TABLE_OF[prefixOf(id)];
  const row = table && (asking.rows[table] as { id: string }[]).find(each => each.id === id);
  return row && isSeen(asking, table, row) ? row : null;
}

function isSeen({ eyes, rows }: Asking, table: keyof Tables, row: object): boolean {
  const seesIdea = (place: { idea_id: string }) => eyes.seesIdea(eyes.ideaOf(place));
  const rules: Partial<Record<keyof Tables, () => boolean>> = {
    idea: () => eyes.seesIdea(row as Tables['idea'][0]),
    membership: () => seesIdea(row as Tables['membership'][0]),
    application: () => eyes.seesApplication(row as Tables['application'][0]),
    project: () => seesIdea(row as Tables['project'][0]),
    funding_call: () => eyes.seesCall(row as Tables['funding_call'][0]),
    status_update: () => eyes.isInside(eyes.ideaOf(row as Tables['status_update'][0])),
    join_request: () => eyes.seesJoinRequest(row as Tables['join_request'][0]),
    link: () => eyes.isInside(eyes.ideaOf(row as Tables['link'][0])),
    activity: () => eyes.seesActivity(row as Tables['activity'][0]),
    api_key: () => eyes.seesKey(row as Tables['api_key'][0]),
  };
  if ('project_id' in row) return seesIdea(rows.project.find(({ id }) => id === row.project_id)!);
  return rules[table]?.() ?? true;
}
