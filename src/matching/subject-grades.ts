import { OBJECTIVE_NAMES } from '../ideas/objective-names.js';
import { type Bilingual, listed } from '../shared/wording.js';
import type { CallFacts, FocusAreaFacts, IdeaFacts } from './match-facts.js';
import type { MatchPolicy } from './match-policy.js';

/** How well one side of the match holds: `grade`, 0 to 1, goes into the score. */
export interface Grade {
  readonly grade: number;
  readonly satisfied: boolean;
  readonly message: Bilingual;
}

/** Full when an area of the idea is one of the call's or part of one; a wider area of the idea gets a part. */
export function focusAreaGrade(idea: IdeaFacts, call: CallFacts, { unsaid, wider }: MatchPolicy): Grade {
  if (call.focusAreas.length === 0) {
    return held(unsaid, 'Utlysningen är inte begränsad till fokusområden.', 'The call is not limited to focus areas.');
  }
  const inside = idea.focusAreas.filter(area => call.focusAreas.some(wanted => isWithin(area, wanted)));
  const around = idea.focusAreas.filter(area => call.focusAreas.some(wanted => isWithin(wanted, area)));
  const asked = namesOf(call.focusAreas);
  if (inside.length > 0)
    return held(1, `Utlysningen omfattar ${namesOf(inside).sv}.`, `The call covers ${namesOf(inside).en}.`);
  if (around.length > 0) {
    return held(
      wider,
      `Utlysningen gäller ${asked.sv}, en del av idéns ${namesOf(around).sv}.`,
      `The call is about ${asked.en}, a part of the idea's ${namesOf(around).en}.`,
    );
  }
  return failed(
    `Idén saknar utlysningens fokusområden: ${asked.sv}.`,
    `The idea has none of the call's focus areas: ${asked.en}.`,
  );
}

function isWithin(part: FocusAreaFacts, whole: FocusAreaFacts): boolean {
  return part.code === whole.code || part.code.startsWith(`${whole.code}.`);
}

function namesOf(areas: readonly FocusAreaFacts[]): Bilingual {
  return listed(areas.map(({ name }) => name));
}

/** Full when the idea has one of the call's objectives, whichever. */
export function environmentalObjectiveGrade(idea: IdeaFacts, call: CallFacts, { unsaid }: MatchPolicy): Grade {
  const asked = call.environmentalObjectives;
  if (asked.length === 0) {
    return held(unsaid, 'Utlysningen anger inga miljömål.', 'The call names no environmental objectives.');
  }
  const shared = asked.filter(objective => idea.environmentalObjectives.includes(objective));
  const names = listed((shared.length > 0 ? shared : asked).map(objective => OBJECTIVE_NAMES[objective]));
  if (shared.length > 0)
    return held(1, `Gemensamt miljömål: ${names.sv}.`, `A shared environmental objective: ${names.en}.`);
  return failed(
    `Idén saknar utlysningens miljömål: ${names.sv}.`,
    `The idea has none of the call's objectives: ${names.en}.`,
  );
}

/** As much as the texts are alike. */
export function textGrade(similarity: number, { alike }: MatchPolicy): Grade {
  const grade = Math.min(1, Math.max(0, similarity));
  const percent = Math.round(grade * 100);
  if (grade >= alike)
    return held(grade, `Texterna liknar varandra (${percent} %).`, `The texts are alike (${percent}%).`);
  return failed(
    `Texterna har litet gemensamt (${percent} %).`,
    `The texts have little in common (${percent}%).`,
    grade,
  );
}

/** A side that holds, with its grade. */
export function held(grade: number, sv: string, en: string): Grade {
  return { grade, satisfied: true, message: { sv, en } };
}

/** A side that doesn't hold; it may still have a grade, where it is near or simply not known. */
export function failed(sv: string, en: string, grade = 0): Grade {
  return { grade, satisfied: false, message: { sv, en } };
}
