import type { Database } from '../../../src/database/database.js';
import type { Stage } from '../../../src/ideas/stages.js';

interface Step {
  readonly ideaId: string;
  readonly from: Stage | null;
  readonly to: Stage;
  readonly at: string;
  readonly fromEnteredAt: string | null;
  readonly firstEntry: boolean;
}

/** Fails unless each step tells of the stay before it what the steps of its idea say, read from the first to the last. */
export async function expectStaysTold(database: Database, ideaId: string | null = null): Promise<void> {
  const text = `select coalesce(json_agg(json_build_object('ideaId', idea_id, 'from', "from", 'to', "to", 'at', at,
      'fromEnteredAt', from_entered_at, 'firstEntry', first_entry) order by idea_id, at, id), '[]')::text
    from stage_transition where coalesce(idea_id = $1, true)`;
  const steps: Step[] = JSON.parse((await database.readText({ text, values: [ideaId] }))!);
  expect(steps.length).toBeGreaterThan(0);
  const paths = Object.values(Object.groupBy(steps, step => step.ideaId)) as Step[][];
  expect(paths.flat()).toEqual(paths.flatMap(withStays));
}

/** The steps of one idea, with what they tell of stays worked out anew. */
function withStays(path: readonly Step[]): Step[] {
  const been = new Set<Stage>();
  let fromEnteredAt: string | null = null;
  return path.map(step => {
    const told = { ...step, fromEnteredAt, firstEntry: !been.has(step.to) };
    been.add(step.to);
    if (step.from !== step.to) fromEnteredAt = step.at;
    return told;
  });
}
