import type { Cell } from '../../../shared/files/table.js';
import type { Untyped } from '../../../shared/untyped.js';
import { STATE_NAMES } from '../../../ideas/stage-names.js';
import { column, inWords, moment, WIDTH } from '../../../tables/exported-columns.js';
import { insideIdeas, listed, money } from './inside-ideas.js';

const projectsOf = ({ project }: Untyped): readonly Untyped[] => (project ? [project] : []);

const decimal = (value: string | null): Cell => (value === null ? null : { decimal: value });

const DROPPED = column('droppedAt', 'Struken', 'Dropped', WIDTH.moment, ({ droppedAt }) => moment(droppedAt));

export const PROJECTS = insideIdeas(
  `state project {
    startsOn endsOn durationYears budget { amount currency } progress baseline { startsOn endsOn budget { amount currency } }
    milestones { overdue droppedAt }
  }`,
  projectsOf,
  [
    inWords(
      column('state', 'Läge', 'State', WIDTH.word, ({ idea }) => idea.state),
      STATE_NAMES,
    ),
    column('startsOn', 'Startdag', 'Starts', WIDTH.word, ({ startsOn }) => startsOn),
    column('endsOn', 'Slutdag', 'Ends', WIDTH.word, ({ endsOn }) => endsOn),
    column('durationYears', 'År', 'Years', WIDTH.number, ({ durationYears }) => durationYears),
    ...money('budget', 'Budget', 'Budget'),
    column(
      'progress',
      'Andel nådda milstolpar',
      'Share of milestones reached',
      WIDTH.number,
      ({ progress }) => progress,
    ),
    column('milestones', 'Milstolpar', 'Milestones', WIDTH.number, project => planned(project).length),
    column('overdue', 'Försenade milstolpar', 'Overdue milestones', WIDTH.number, project => overdue(project).length),
    column(
      'baselineStartsOn',
      'Ursprunglig startdag',
      'Baseline start',
      WIDTH.word,
      of => of.baseline?.startsOn ?? null,
    ),
    column('baselineEndsOn', 'Ursprunglig slutdag', 'Baseline end', WIDTH.word, of => of.baseline?.endsOn ?? null),
    column('baselineBudget', 'Ursprunglig budget', 'Baseline budget', WIDTH.word, ({ baseline }) =>
      decimal(baseline?.budget.amount ?? null),
    ),
    column(
      'baselineBudgetCurrency',
      'Ursprunglig budget, valuta',
      'Baseline budget, currency',
      WIDTH.number,
      of => of.baseline?.budget.currency ?? null,
    ),
  ],
);

function planned({ milestones }: Untyped): readonly Untyped[] {
  return milestones.filter(({ droppedAt }: Untyped) => droppedAt === null);
}

function overdue(project: Untyped): readonly Untyped[] {
  return planned(project).filter(({ overdue: late }: Untyped) => late);
}

export const MILESTONES = insideIdeas(
  'project { milestones { id titleSv: title(locale: SV) titleEn: title(locale: EN) dueOn firstDueOn slipDays completedOn overdue droppedAt } }',
  idea => projectsOf(idea).flatMap(({ milestones }) => milestones),
  [
    column('titleSv', 'Milstolpe', 'Title in Swedish', WIDTH.text, ({ titleSv }) => titleSv),
    column('titleEn', 'Milstolpe på engelska', 'Title in English', WIDTH.text, of =>
      of.titleEn === of.titleSv ? null : of.titleEn,
    ),
    column('dueOn', 'Ska nås senast', 'Due', WIDTH.word, ({ dueOn }) => dueOn),
    column('firstDueOn', 'Först planerad till', 'First due', WIDTH.word, ({ firstDueOn }) => firstDueOn),
    column('slipDays', 'Dagars förskjutning', 'Days of slip', WIDTH.number, ({ slipDays }) => slipDays),
    column('completedOn', 'Nådd', 'Completed', WIDTH.word, ({ completedOn }) => completedOn),
    column('overdue', 'Försenad', 'Overdue', WIDTH.number, ({ overdue: late }) => late),
    DROPPED,
  ],
  listed('milestones', 'MilestoneFilter'),
);

export const INDICATORS = insideIdeas(
  'project { indicators { code nameSv: name(locale: SV) nameEn: name(locale: EN) unit baseline target latest measurements { on } droppedAt } }',
  idea => projectsOf(idea).flatMap(({ indicators }) => indicators),
  [
    column('code', 'Indikator', 'Indicator', WIDTH.word, ({ code }) => code),
    column('nameSv', 'Namn', 'Name in Swedish', WIDTH.text, ({ nameSv }) => nameSv),
    column('nameEn', 'Namn på engelska', 'Name in English', WIDTH.text, of =>
      of.nameEn === of.nameSv ? null : of.nameEn,
    ),
    column('unit', 'Enhet', 'Unit', WIDTH.word, ({ unit }) => unit),
    column('baseline', 'Utgångsvärde', 'Baseline', WIDTH.number, ({ baseline }) => decimal(baseline)),
    column('target', 'Mål', 'Target', WIDTH.number, ({ target }) => decimal(target)),
    column('latest', 'Senaste mätvärde', 'Latest measurement', WIDTH.number, ({ latest }) => decimal(latest)),
    column('measuredOn', 'Mätt den', 'Measured on', WIDTH.word, of => of.measurements.at(-1)?.on ?? null),
    DROPPED,
  ],
);
