import { newId } from '../../src/shared/ids.js';
import { areasOf, type Operation } from '../operation.js';

export const CREATE_CALL: Operation = {
  name: 'create a call',
  folder: 'create-call',
  role: 'ADMIN',
  async deck(session) {
    const { rows } = await session.query('select code from focus_area order by code');
    return {
      size: Infinity,
      deal: place =>
        newCall(`${new Date().getUTCFullYear() + 1}-12-${10 + (place % 10)}T16:00:00.000Z`, [
          rows[place % rows.length]!.code,
        ]),
    };
  },
  fromPostgraphile: ({ createFundingCall: { call } }) => ({
    createFundingCall: { call: { ...call, focusAreas: areasOf(call.focusAreas) }, userErrors: [] },
  }),
};

/** Nothing but the identifier and the ids tells one from the next, so that answers can be compared. */
function newCall(deadline: string, focusAreas: string[]) {
  const id = newId('call');
  const activityId = newId('activity');
  const [identifier, title, programme, funder, budget] = [`BENCH-${id}`, 'Utlysning', 'LIFE', 'Vinnova', '5000000.00'];
  return {
    service: {
      input: {
        ...{ identifier, title: { sv: title }, programme, funder, deadlineModel: 'SINGLE_STAGE', focusAreas },
        ...{ deadlines: [{ at: deadline }], budget: { amount: budget, currency: 'SEK' } },
      },
    },
    postgraphile: {
      input: { id, identifier, title, programme, funder, deadline, budget, areas: focusAreas, activityId },
    },
    like: { input: { identifier, title, programme, funder, deadline, budget, areas: focusAreas } },
    limit: {
      statement: 'create-call/limit',
      values: [id, identifier, title, programme, funder, deadline, budget, focusAreas, activityId],
    },
  };
}

/** Concepts that the gate to CONSORTIUM is open for. */
const READY = `select id from idea where stage = 'CONCEPT' and state = 'ACTIVE' and length(summary_sv) >= 80 and challenge_sv is not null
  and cardinality(environmental_objectives) > 0 and exists (select from idea_focus_area x where x.idea_id = idea.id) order by md5(id)`;

export const ADVANCE_IDEA: Operation = {
  name: 'advance an idea',
  folder: 'advance-idea',
  needs: 'Mutation.advanceIdea',
  role: 'ADMIN',
  async deck(session) {
    const ids = (await session.query(READY)).rows.map(({ id }) => id as string);
    const restore =
      "update idea set stage = 'CONCEPT', version = 1, entered_stage_at = created_at where id = any($1) and stage <> 'CONCEPT'";
    return {
      size: ids.length,
      deal: place => {
        const id = ids[place % ids.length]!;
        const [transitionId, activityId] = [newId('transition'), newId('activity')];
        return {
          service: { input: { id } },
          postgraphile: { input: { id, transitionId, activityId } },
          like: { input: { id } },
          limit: { statement: 'advance-idea/limit', values: [id, transitionId, activityId] },
        };
      },
      restore: async () => void (await session.query(restore, [ids])),
    };
  },
  fromPostgraphile: ({ advanceIdea: { idea } }) => ({ advanceIdea: { idea, unmet: [], userErrors: [] } }),
};
