import type { EnvironmentalObjective } from '../ideas/classification.js';
import { OBJECTIVE_NAMES } from '../ideas/classification-names.js';
import { percentText } from '../shared/text/figures.js';
import { type Bilingual, listed } from '../shared/text/wording.js';
import type { CallFacts, FocusAreaFacts, IdeaFacts } from './match-facts.js';
import type { MatchPolicy } from './match-policy.js';

/** How well one side of the match holds: `grade`, 0 to 1, goes into the score. It is worded only where it is read. */
export interface Grade {
  readonly grade: number;
  readonly satisfied: boolean;
  /** Nothing is asked for, or what would be compared is not known. */
  readonly neutral: boolean;
  readonly wording: Worded;
}

/** Full when an area of the idea is one of the call's or part of one; a wider area of the idea gets a part. */
export function focusAreaGrade(idea: IdeaFacts, call: CallFacts, { unsaid, wider }: MatchPolicy): Grade {
  if (call.focusAreas.length === 0) {
    return neutral({ grade: unsaid, satisfied: true }, () => [
      'Utlysningen är inte begränsad till fokusområden.',
      'The call is not limited to focus areas.',
    ]);
  }
  const isInside = (area: FocusAreaFacts) => call.focusAreas.some(wanted => isWithin(area, wanted));
  if (idea.focusAreas.some(isInside))
    return held(1, () => {
      const names = namesOf(idea.focusAreas.filter(isInside));
      return [`Utlysningen omfattar ${names.sv}.`, `The call covers ${names.en}.`];
    });
  const isAround = (area: FocusAreaFacts) => call.focusAreas.some(wanted => isWithin(wanted, area));
  if (idea.focusAreas.some(isAround))
    return held(wider, () => {
      const [asked, names] = [namesOf(call.focusAreas), namesOf(idea.focusAreas.filter(isAround))];
      return [
        `Utlysningen gäller ${asked.sv}, en del av idéns ${names.sv}.`,
        `The call is about ${asked.en}, a part of the idea's ${names.en}.`,
      ];
    });
  return failed(() => {
    const asked = namesOf(call.focusAreas);
    return [
      `Idén saknar utlysningens fokusområden: ${asked.sv}.`,
      `The idea has none of the call's focus areas: ${asked.en}.`,
    ];
  });
}

function isWithin({ code }: FocusAreaFacts, whole: FocusAreaFacts): boolean {
  return code.startsWith(whole.code) && (code.length === whole.code.length || code[whole.code.length] === '.');
}

function namesOf(areas: readonly FocusAreaFacts[]): Bilingual {
  return listed(areas.map(({ name }) => name));
}

/** Full when the idea has one of the call's objectives, whichever. */
export function environmentalObjectiveGrade(idea: IdeaFacts, call: CallFacts, { unsaid }: MatchPolicy): Grade {
  const asked = call.environmentalObjectives;
  if (asked.length === 0) {
    return neutral({ grade: unsaid, satisfied: true }, () => [
      'Utlysningen anger inga miljömål.',
      'The call names no environmental objectives.',
    ]);
  }
  const isShared = (objective: EnvironmentalObjective) => idea.environmentalObjectives.includes(objective);
  if (asked.some(isShared))
    return held(1, () => {
      const names = objectiveNames(asked.filter(isShared));
      return [`Gemensamt miljömål: ${names.sv}.`, `A shared environmental objective: ${names.en}.`];
    });
  return failed(() => {
    const names = objectiveNames(asked);
    return [
      `Idén saknar utlysningens miljömål: ${names.sv}.`,
      `The idea has none of the call's objectives: ${names.en}.`,
    ];
  });
}

function objectiveNames(objectives: readonly EnvironmentalObjective[]): Bilingual {
  return listed(objectives.map(objective => OBJECTIVE_NAMES[objective]));
}

/** As much as the texts are alike. */
export function textGrade(similarity: number, { alike }: MatchPolicy): Grade {
  const grade = Math.min(1, Math.max(0, similarity));
  if (grade >= alike)
    return held(grade, () => {
      const { sv, en } = percentText(grade);
      return [`Texterna liknar varandra (${sv}).`, `The texts are alike (${en}).`];
    });
  return failed(() => {
    const { sv, en } = percentText(grade);
    return [`Texterna har lite gemensamt (${sv}).`, `The texts have little in common (${en}).`];
  }, grade);
}

/** A wording in Swedish, then in English. */
export type Worded = () => readonly [sv: string, en: string];

/** A side that holds, with its grade. */
export function held(grade: number, wording: Worded): Grade {
  return { grade, satisfied: true, neutral: false, wording };
}

/** A side that doesn't hold; it may still have a grade, where it is near. */
export function failed(wording: Worded, grade = 0): Grade {
  return { grade, satisfied: false, neutral: false, wording };
}

/** A side that says nothing of how well they fit. */
export function neutral(is: Pick<Grade, 'grade' | 'satisfied'>, wording: Worded): Grade {
  return { ...is, neutral: true, wording };
}
