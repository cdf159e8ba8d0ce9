import { newId } from '../../../src/shared/ids.js';
import { LONG_AGO } from './rows.js';
import type { IndicatorRow, MilestoneRow, OutcomeRow, ProjectRow } from '../service/stored-rows.js';

export function aProjectRow(idea: { id: string }, changes: Partial<ProjectRow> = {}): ProjectRow {
  return {
    id: newId('project'),
    idea_id: idea.id,
    starts_on: '2027-01-01',
    ends_on: '2031-12-31',
    budget_amount: '12000000.00',
    budget_currency: 'SEK',
    baseline_starts_on: null,
    baseline_ends_on: null,
    baseline_budget_amount: null,
    baseline_budget_currency: null,
    baseline_at: null,
    version: 1,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    ...changes,
  };
}

export function aMilestoneRow(project: { id: string }, changes: Partial<MilestoneRow> = {}): MilestoneRow {
  return {
    id: newId('milestone'),
    project_id: project.id,
    title_sv: 'En milstolpe',
    title_en: null,
    due_on: '2028-06-30',
    first_due_on: null,
    completed_on: null,
    dropped_at: null,
    ...changes,
  };
}

export function anOutcomeRow(project: { id: string }, changes: Partial<OutcomeRow> = {}): OutcomeRow {
  return {
    id: newId('outcome'),
    project_id: project.id,
    kind: 'SOLUTION',
    title_sv: 'En lösning',
    title_en: null,
    status: 'PLANNED',
    environmental_objectives: [],
    delivered_on: null,
    dropped_at: null,
    ...changes,
  };
}

export function anIndicatorRow(project: { id: string }, changes: Partial<IndicatorRow> = {}): IndicatorRow {
  return {
    id: newId('indicator'),
    project_id: project.id,
    code: 'RCO 10',
    name_sv: 'Företag i samverkan',
    name_en: null,
    unit: 'företag',
    baseline: null,
    target: '5',
    dropped_at: null,
    ...changes,
  };
}
