import { STAGE_NAMES } from '../ideas/stage-names.js';
import type { Stage } from '../ideas/stages.js';
import { dayText, momentText, percentText, swedishDayText } from '../shared/text/figures.js';
import { inLocale, type Localized } from '../shared/text/localized-text.js';
import { alikeInBoth, type Bilingual, counted, joined, listed } from '../shared/text/wording.js';
import type { DraftAhead } from './agenda-facts.js';

/** What is read on a line; the whole text is at the idea. */
const LONGEST = 200;

const DAYS = { one: { sv: 'dag', en: 'day' }, many: { sv: 'dagar', en: 'days' } };
const LEFT = {
  one: { sv: 'krav återstår inför nästa steg.', en: 'requirement of the gate ahead remains.' },
  many: { sv: 'krav återstår inför nästa steg.', en: 'requirements of the gate ahead remain.' },
};

/** When an application is to be handed in. */
export function dueText({ identifier, at, callStage }: DraftAhead): Bilingual {
  const moment = momentText(at);
  const [sv, en] = callStage === 2 ? [' i steg två', ' in the second stage'] : ['', ''];
  return {
    sv: `Ansökan till ${identifier}${sv} ska vara inlämnad ${moment.sv}.`,
    en: `The application to ${identifier}${en} is due ${moment.en}.`,
  };
}

/** The same with what the gate ahead still asks. */
export function deadlineText(draft: DraftAhead, unmet: number): Bilingual {
  return unmet === 0 ? dueText(draft) : joined([dueText(draft), counted(unmet, LEFT)], ' ');
}

export function lettersText(partners: readonly string[], draft: DraftAhead): Bilingual {
  const names = listed(partners.map(alikeInBoth));
  const missing =
    partners.length === 1
      ? { sv: `Avsiktsförklaring saknas från ${names.sv}.`, en: `A letter of intent is missing from ${names.en}.` }
      : { sv: `Avsiktsförklaringar saknas från ${names.sv}.`, en: `Letters of intent are missing from ${names.en}.` };
  return joined([missing, dueText(draft)], ' ');
}

export function ownLetterText(isAskedFor: boolean, draft: DraftAhead | undefined): Bilingual {
  const letter = isAskedFor
    ? {
        sv: 'Er avsiktsförklaring är efterfrågad och inte undertecknad.',
        en: 'Your letter of intent has been asked for and is not signed.',
      }
    : { sv: 'Er avsiktsförklaring är inte undertecknad.', en: 'Your letter of intent is not signed.' };
  return draft ? joined([letter, dueText(draft)], ' ') : letter;
}

export function readyText(to: Stage): Bilingual {
  const name = STAGE_NAMES[to];
  return {
    sv: `Alla krav är uppfyllda: idén kan gå vidare till steget ${name.sv}.`,
    en: `Every requirement is met: the idea can advance to the stage ${name.en}.`,
  };
}

export function unmetText(to: Stage, messages: readonly Bilingual[]): Bilingual {
  const [name, all] = [STAGE_NAMES[to], joined(messages, ' ')];
  return { sv: `Inför steget ${name.sv}: ${all.sv}`, en: `Before the stage ${name.en}: ${all.en}` };
}

export function milestoneText(title: Localized, dueOn: string, daysLeft: number): Bilingual {
  const [day, over] = [dayText(dueOn), counted(-daysLeft, DAYS)];
  const [sv, en] = [inLocale(title, 'SV'), inLocale(title, 'EN')];
  if (daysLeft >= 0)
    return { sv: `Milstolpen ”${sv}” ska vara nådd ${day.sv}.`, en: `The milestone "${en}" is due ${day.en}.` };
  return {
    sv: `Milstolpen ”${sv}” skulle ha nåtts ${day.sv}, för ${over.sv} sedan.`,
    en: `The milestone "${en}" was due ${day.en}, ${over.en} ago.`,
  };
}

export function nextStepText(step: Localized, dueOn: string): Bilingual {
  const day = dayText(dueOn);
  return {
    sv: `Nästa steg till ${day.sv}: ${shortened(inLocale(step, 'SV'))}`,
    en: `Next step by ${day.en}: ${shortened(inLocale(step, 'EN'))}`,
  };
}

function shortened(text: string): string {
  const [characters, line] = [[...text], text.length];
  return line <= LONGEST
    ? text
    : `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}

export function statusText(last: string | null, enteredStageAt: string): Bilingual {
  const day = swedishDayText(last ?? enteredStageAt);
  if (last)
    return {
      sv: `Senaste lägesrapporten är från ${day.sv}. Skriv en ny.`,
      en: `The latest status update is from ${day.en}. Write a new one.`,
    };
  return {
    sv: `Ingen lägesrapport sedan idén kom in i steget ${day.sv}. Skriv en.`,
    en: `No status update since the idea entered its stage on ${day.en}. Write one.`,
  };
}

export function stalledText(updatedAt: string, days: number): Bilingual {
  const [day, those] = [swedishDayText(updatedAt), counted(days, DAYS)];
  return {
    sv: `Ingenting har ändrats sedan ${day.sv} (${those.sv}).`,
    en: `Nothing has changed since ${day.en} (${those.en}).`,
  };
}

export function decisionText(identifier: string, closedAt: string): Bilingual {
  const day = swedishDayText(closedAt);
  return {
    sv: `Ansökan till ${identifier} skulle vara inlämnad ${day.sv}. Registrera finansiärens beslut.`,
    en: `The application to ${identifier} was due ${day.en}. Record the funder's decision.`,
  };
}

export function requestText(partner: string): Bilingual {
  return { sv: `${partner} vill gå med i konsortiet.`, en: `${partner} asks to join the consortium.` };
}

export const INVITATION: Bilingual = {
  sv: 'Er organisation är inbjuden till konsortiet.',
  en: 'Your organisation is invited to the consortium.',
};

export function newCallText(identifier: string, title: Localized, score: number): Bilingual {
  const share = percentText(score);
  return {
    sv: `Ny utlysning som matchar idén till ${share.sv}: ${inLocale(title, 'SV')} (${identifier}).`,
    en: `A new call that matches the idea by ${share.en}: ${inLocale(title, 'EN')} (${identifier}).`,
  };
}

export function incompleteText(identifier: string): Bilingual {
  return {
    sv: `Utlysningen ${identifier} saknar sista ansökningsdag.`,
    en: `The call ${identifier} has no deadline.`,
  };
}
