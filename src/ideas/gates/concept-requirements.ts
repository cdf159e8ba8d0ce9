import { inLocale, type Localized } from '../../shared/text/localized-text.js';
import { type Bilingual, counted, joined, listed } from '../../shared/text/wording.js';
import type { Finding, GateFacts } from './gate-facts.js';
import type { GatePolicy } from './gate-policy.js';

/** Title, summary and challenge are there, and the summary is long enough to be understood. */
export function described({ title, summary, challenge }: GateFacts, { summaryCharacters }: GatePolicy): Finding {
  const missing: Bilingual[] = [
    ...(isBlank(title) ? [{ sv: 'titel', en: 'a title' }] : []),
    ...(isBlank(summary) ? [{ sv: 'sammanfattning', en: 'a summary' }] : []),
    ...(isBlank(challenge) ? [{ sv: 'utmaning', en: 'a challenge' }] : []),
  ];
  const written = lengthOf(summary);
  const short = written > 0 && written < summaryCharacters;
  return {
    met: missing.length === 0 && !short,
    message: describedMessage(missing, short ? summaryCharacters - written : 0),
    actual: String(written),
    required: String(summaryCharacters),
  };
}

const CHARACTERS = { one: { sv: 'tecken', en: 'character' }, many: { sv: 'tecken', en: 'characters' } };

function describedMessage(missing: readonly Bilingual[], lacking: number): Bilingual {
  const [names, more] = [listed(missing), counted(lacking, CHARACTERS)];
  const sentences: Bilingual[] = [
    ...(missing.length > 0 ? [{ sv: `Det saknas ${names.sv}.`, en: `It lacks ${names.en}.` }] : []),
    ...(lacking > 0
      ? [{ sv: `Sammanfattningen är ${more.sv} för kort.`, en: `The summary is ${more.en} too short.` }]
      : []),
  ];
  if (sentences.length === 0) {
    return {
      sv: 'Titel, sammanfattning och utmaning är beskrivna.',
      en: 'Title, summary and challenge are described.',
    };
  }
  return joined(sentences, ' ');
}

/** At least one focus area is chosen. */
export function focusAreaChosen({ focusAreaCount }: GateFacts): Finding {
  const names = { one: { sv: 'fokusområde', en: 'focus area' }, many: { sv: 'fokusområden', en: 'focus areas' } };
  const chosen = counted(focusAreaCount, names);
  return {
    met: focusAreaCount >= 1,
    message:
      focusAreaCount >= 1
        ? { sv: `${chosen.sv} valt.`, en: `${chosen.en} chosen.` }
        : { sv: 'Välj minst ett fokusområde.', en: 'Choose at least one focus area.' },
    actual: String(focusAreaCount),
    required: '1',
  };
}

/** At least one of the EU Taxonomy's six environmental objectives is chosen. */
export function environmentalObjectiveChosen({ environmentalObjectives }: GateFacts): Finding {
  const chosen = new Set(environmentalObjectives).size;
  const names = {
    one: { sv: 'miljömål', en: 'environmental objective' },
    many: { sv: 'miljömål', en: 'environmental objectives' },
  };
  const text = counted(chosen, names);
  return {
    met: chosen >= 1,
    message:
      chosen >= 1
        ? { sv: `${text.sv} valt.`, en: `${text.en} chosen.` }
        : {
            sv: 'Välj minst ett av EU-taxonomins sex miljömål.',
            en: "Choose at least one of the EU Taxonomy's six environmental objectives.",
          },
    actual: String(chosen),
    required: '1',
  };
}

function isBlank(text: Localized | null | undefined): boolean {
  return lengthOf(text) === 0;
}

/** The length in characters as people count them; Swedish, or English where there is no Swedish. */
function lengthOf(text: Localized | null | undefined): number {
  return text ? [...inLocale(text, 'SV').trim()].length : 0;
}
