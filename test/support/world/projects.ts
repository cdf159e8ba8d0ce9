import { EnvironmentalObjective } from '../../../src/ideas/classification.js';
import { OutcomeKind } from '../../../src/projects/plan/outcome-words.js';
import { newId } from '../../../src/shared/ids.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { aMilestoneRow, anIndicatorRow, anOutcomeRow, aProjectRow } from '../rows/project-rows.js';
import type { IdeaRow, Tables } from '../service/stored-rows.js';
import type { Chance } from './chance.js';
import { day, days } from './moments.js';

type Projects = Pick<Tables, 'project' | 'milestone' | 'outcome' | 'indicator' | 'measurement'>;

/** Plans of every length, some without milestones, outcomes or indicators, some amended since they began. */
export function projects(chance: Chance, ideas: readonly IdeaRow[]): Projects {
  const project = ideas.map(idea =>
    aProjectRow(idea, {
      ends_on: chance.one(['2031-12-31', '2030-12-31', '2036-12-31', '2037-01-01']),
      budget_amount: chance.one(['100.10', '12000000.00']),
      budget_currency: chance.one(['SEK', 'EUR']),
      ...(idea.stage === 'PROJECT' && {
        baseline_starts_on: '2027-01-01',
        baseline_ends_on: chance.one(['2031-12-31', '2032-12-31']),
        baseline_budget_amount: '100.10',
        baseline_budget_currency: chance.one(['SEK', 'EUR']),
        baseline_at: days(-3),
      }),
    }),
  );
  const indicator = project.flatMap(each =>
    chance.some(['RCO 10', 'RCO 8', 'RCO 83', 'B'], 3).map(code =>
      anIndicatorRow(each, {
        code,
        unit: chance.one(['enterprises', 'enterprises', 'Procent']),
        name_en: chance.perhaps('Name'),
        baseline: chance.perhaps('1.50'),
        target: '12.345',
        dropped_at: chance.once(5) ? days(-1) : null,
      }),
    ),
  );
  return {
    project,
    milestone: project.flatMap(each => milestones(chance, each)),
    outcome: project.flatMap(each => outcomes(chance, each)),
    indicator,
    measurement: indicator.flatMap(({ id }) =>
      chance.some([-3, -2, -1, 0], 3).map(days => ({
        id: newId('measurement'),
        indicator_id: id,
        on: day(days),
        value: `${days}.250`,
      })),
    ),
  };
}

function milestones(chance: Chance, project: { id: string }): Tables['milestone'] {
  return Array.from({ length: chance.below(4) }, (_, index) =>
    aMilestoneRow(project, {
      title_en: chance.perhaps(`Milestone ${index}`),
      due_on: chance.one([day(-1), day(0), day(1), day(700)]),
      first_due_on: chance.perhaps(day(-20), 2),
      completed_on: chance.perhaps(day(-10), 2),
      dropped_at: chance.once(4) ? days(-1) : null,
    }),
  );
}

function outcomes(chance: Chance, project: { id: string }): Tables['outcome'] {
  return Array.from({ length: chance.below(3) }, () => {
    const status = chance.one(['PLANNED', 'IN_DEVELOPMENT', 'DELIVERED'] as const);
    return anOutcomeRow(project, {
      kind: chance.one(wordsOf(OutcomeKind)),
      status,
      environmental_objectives: chance.some(wordsOf(EnvironmentalObjective), 2),
      delivered_on: status === 'DELIVERED' ? day(-5) : null,
      dropped_at: chance.once(4) ? days(-1) : null,
    });
  });
}
