import { LONGEST } from '../../../../shared/checks.js';
import type { Localized } from '../../../../shared/text/localized-text.js';
import type { DraftDeadline } from '../../draft/call-draft.js';
import { bilingual } from '../../draft/bilingual.js';
import type { JsonObject } from '../../source/json/json.js';
import { LIMITS } from '../../source/source-limits.js';
import { isWebAddress } from '../../../../shared/values/exact-values.js';
import { Readings } from '../../draft/readings.js';

const ZONE = 'Europe/Stockholm';

/** What a draft needs of a round, so that the round itself, with its persons, is let go. */
export interface RoundTexts {
  readings: Readings;
  identifier: string | undefined;
  callId: string | undefined;
  title: { sv: string | undefined; en: string | undefined };
  summary: Localized | undefined;
  url: string | undefined;
  dates: { opensAt: Date | undefined; deadlines: DraftDeadline[] };
}

export function roundTexts(readings: Readings): RoundTexts {
  return {
    readings,
    identifier: readings.identifier('Diarienummer'),
    callId: readings.identifier('DiarienummerUtlysning'),
    title: { sv: written(readings.title('Titel')), en: written(readings.title('TitelEngelska')) },
    summary: summaryOf(readings),
    url: linkOf(readings),
    dates: datesOf(readings),
  };
}

/** The register writes "x" or "xx" where there is no text. */
export function written(text: string | undefined): string | undefined {
  return text !== undefined && /^x+$/i.test(text) ? undefined : text;
}

function datesOf(readings: Readings): RoundTexts['dates'] {
  const opens = readings.moment(['Oppningsdatum'], readings.text('Oppningsdatum'), ZONE, '00:00:00');
  const closes = readings.deadline(['Stangningsdatum'], readings.dateText('Stangningsdatum'), ZONE, '23:59:59');
  if (!closes && readings.faults.length === 0) {
    readings.note({ sv: 'Stangningsdatum är inte satt.', en: 'Stangningsdatum is not set.' });
  }
  return { opensAt: opens?.at, deadlines: closes ? [{ at: closes.at }] : [] };
}

/** What the round is about, and the texts of its web page; amounts in them are most often per project, none is the budget. */
function summaryOf(readings: Readings): Localized | undefined {
  const texts = readings.objects('WebTextLista');
  const sv = joined(readings, [readings.description('Beskrivning'), ...inLanguage(texts, 'TextSv')]);
  const en = joined(readings, [readings.description('BeskrivningEngelska'), ...inLanguage(texts, 'TextEn')]);
  return bilingual(readings, 'summary', { sv, en });
}

function joined(readings: Readings, texts: readonly (string | undefined)[]): string | undefined {
  const distinct = new Set(texts.flatMap(text => written(text) ?? []));
  return readings.shortened(['WebTextLista'], [...distinct].join('\n\n') || undefined, LONGEST.text);
}

/** The texts in one language, as far as so much HTML is looked at. */
function inLanguage(texts: readonly JsonObject[], field: 'TextSv' | 'TextEn'): string[] {
  let looked = 0;
  return texts.flatMap(text => {
    const written = text[field];
    looked += typeof written === 'string' ? written.length : 0;
    return looked > LIMITS.html ? [] : (new Readings(text).description(field) ?? []);
  });
}

/** Templates and other files belong to a round; they are not its address. */
const FILE = /\.(?:pdf|docx?|dotx?|xls[xm]?|xltx?|pptx?|od[tsp]|ott|rtf|txt|csv|zip)$|\/(?:api\/file|\w+assets)\//i;
const FILE_WORDS = /(?:^|\P{L})(?:\p{L}*mall(?:en|ar|arna)?|templates?|bilag(?:a|an|or)|blankett(?:en|er)?)(?!\p{L})/iu;

function linkOf(readings: Readings): string | undefined {
  const links = readings.objects('LankLista').map(link => new Readings(link));
  const addresses = links.filter(link => isWebAddress(link.address('URL') ?? ''));
  const page = addresses.find(link => !isFile(link));
  if (!page && addresses.length > 0) {
    readings.note({
      sv: 'LankLista leder bara till mallar och andra filer; utlysningen har ingen adress.',
      en: 'LankLista leads to templates and other files alone; the call has no address.',
    });
  }
  return page?.address('URL');
}

function isFile(link: Readings): boolean {
  return FILE.test(new URL(link.address('URL')!).pathname) || FILE_WORDS.test(link.text('Beskrivning') ?? '');
}
