import { inLocale, type Localized } from '../../shared/text/localized-text.js';
import { type Bilingual, counted, joined } from '../../shared/text/wording.js';
import type { Finding, GateFacts } from './gate-facts.js';

/** Title, summary and challenge are there, and the summary is long enough to be understood. */
export function described({ title, summary, challenge, policy }: GateFacts): Finding {
  const { summaryMinLength } = policy;
  const missing: Bilingual[] = [
    ...(isBlank(title) ? [{ sv: 'Titeln saknas.', en: 'The title is missing.' }] : []),
    ...(isBlank(summary) ? [{ sv: 'Sammanfattningen saknas.', en: 'The summary is missing.' }] : []),
    ...(isBlank(challenge) ? [{ sv: 'Utmaningen är inte beskriven.', en: 'The challenge is not described.' }] : []),
  ];
  const written = lengthOf(summary);
  const short = written > 0 && written < summaryMinLength;
  return {
    met: missing.length === 0 && !short,
    message: describedMessage(missing, short ? summaryMinLength - written : 0),
    actual: String(written),
    required: String(summaryMinLength),
  };
}

const CHARACTERS = { one: { sv: 'tecken', en: 'character' }, many: { sv: 'tecken', en: 'characters' } };

function describedMessage(missing: readonly Bilingual[], lacking: number): Bilingual {
  const more = counted(lacking, CHARACTERS);
  const sentences: Bilingual[] = [
    ...missing,
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
  const words = {
    one: { sv: 'fokusområde valt', en: 'focus area chosen' },
    many: { sv: 'fokusområden valda', en: 'focus areas chosen' },
  };
  const chosen = counted(focusAreaCount, words);
  return {
    met: focusAreaCount >= 1,
    message:
      focusAreaCount >= 1
        ? { sv: `${chosen.sv}.`, en: `${chosen.en}.` }
        : { sv: 'Välj minst ett fokusområde.', en: 'Choose at least one focus area.' },
    actual: String(focusAreaCount),
    required: '1',
  };
}

/** At least one of the EU Taxonomy's six environmental objectives is chosen. */
export function environmentalObjectiveChosen({ environmentalObjectives }: GateFacts): Finding {
  const chosen = new Set(environmentalObjectives).size;
  const words = {
    one: { sv: 'miljömål valt', en: 'environmental objective chosen' },
    many: { sv: 'miljömål valda', en: 'environmental objectives chosen' },
  };
  const text = counted(chosen, words);
  return {
    met: chosen >= 1,
    message:
      chosen >= 1
        ? { sv: `${text.sv}.`, en: `${text.en}.` }
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
