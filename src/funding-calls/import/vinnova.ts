import { LONGEST } from '../../shared/checks.js';
import type { Localized } from '../../shared/localized-text.js';
import type { CallRow, DraftDeadline } from './call-draft.js';
import { deadlineModel } from './deadline-words.js';
import { bilingual, finishedRow } from './finished-row.js';
import { NOT_AN_OBJECT } from './gdp.js';
import { isObject, isWebAddress, type Json, type JsonObject, Readings } from './readings.js';
import type { ListedValue } from './row-assembler.js';

/** The register's three lists. What one applies to, and what becomes a call, is the round. */
export const VINNOVA_LISTS = ['program', 'utlysningar', 'ansokningsomgangar'] as const;

const ZONE = 'Europe/Stockholm';

const FIELDS = {
  identifier: ['Diarienummer'],
  title: ['Titel'],
  summary: ['WebTextLista'],
  programme: ['DiarienummerUtlysning'],
  url: ['LankLista'],
  deadlineModel: ['Stangningsdatum'],
  opensAt: ['Oppningsdatum'],
  deadlines: ['Stangningsdatum'],
} as const;

/** What is kept of a programme or a call until the rounds have been read: names, never a person. */
interface Above {
  title?: string;
  parent?: string;
}

/** Reads the register: rounds wait until the end, since the lists may come in any order. */
export class VinnovaRegister {
  private readonly programmes = new Map<string, Above>();
  private readonly calls = new Map<string, Above>();
  private readonly rounds: { row: number; round: RoundTexts }[] = [];

  /** Takes one row of one of the lists; answers at once for a round that is refused or left out. */
  take({ list, row, value }: ListedValue): CallRow[] {
    if (list === 'ansokningsomgangar') return this.takeRound(row, value ?? null);
    const readings = new Readings(isObject(value) ? value : {});
    const identifier = readings.text('Diarienummer');
    const above = { title: written(readings.name('Titel')), parent: readings.text('DiarienummerProgram') };
    if (identifier) (list === 'program' ? this.programmes : this.calls).set(identifier, above);
    return [];
  }

  *finish(): Generator<CallRow> {
    for (const { row, round } of this.rounds.splice(0)) yield this.draft(row, round);
  }

  private takeRound(row: number, value: Json): CallRow[] {
    const readings = new Readings(isObject(value) ? value : {});
    if (!isObject(value)) readings.wrong([], NOT_AN_OBJECT);
    const identifier = readings.text('Diarienummer');
    // Only what says that it isn't public is left out.
    if (['0', 'false'].includes(readings.text('Publik') ?? '')) {
      const named = identifier === undefined ? {} : { identifier };
      return [{ row, ...named, skipped: { sv: 'Omgången är inte publik.', en: 'The round is not public.' } }];
    }
    this.rounds.push({ row, round: roundTexts(readings) });
    readings.release();
    return [];
  }

  private draft(row: number, round: RoundTexts): CallRow {
    const { readings, identifier, dates } = round;
    const parts = {
      identifier,
      title: bilingual(readings, round.title.sv, round.title.en),
      summary: round.summary,
      programme: this.programmeOf(round),
      funder: 'Vinnova',
      url: round.url,
      deadlineModel: deadlineModel(readings, FIELDS.deadlineModel, undefined, dates.deadlines.length),
      ...dates,
      source: { system: 'VINNOVA', externalId: identifier, url: round.url },
    } as const;
    return finishedRow(row, parts, readings, FIELDS);
  }

  private programmeOf({ callId }: RoundTexts): string | undefined {
    const call = callId === undefined ? undefined : this.calls.get(callId);
    const programme = call?.parent === undefined ? undefined : this.programmes.get(call.parent);
    return programme?.title ?? call?.title;
  }
}

interface RoundTexts {
  readings: Readings;
  identifier: string | undefined;
  callId: string | undefined;
  title: { sv: string | undefined; en: string | undefined };
  summary: Localized | undefined;
  url: string | undefined;
  dates: { opensAt: Date | undefined; deadlines: DraftDeadline[] };
}

/** Everything that a draft needs of a round, so that the round itself, with its persons, is let go. */
function roundTexts(readings: Readings): RoundTexts {
  return {
    readings,
    identifier: readings.text('Diarienummer'),
    callId: readings.text('DiarienummerUtlysning'),
    title: { sv: written(readings.title('Titel')), en: written(readings.title('TitelEngelska')) },
    summary: summaryOf(readings),
    url: linkOf(readings),
    dates: datesOf(readings),
  };
}

/** The register writes "x" where there is no text. */
function written(text: string | undefined): string | undefined {
  return text?.toLowerCase() === 'x' ? undefined : text;
}

function datesOf(readings: Readings): RoundTexts['dates'] {
  const opens = readings.moment(['Oppningsdatum'], readings.text('Oppningsdatum'), ZONE, '00:00:00');
  const closes = readings.deadline(['Stangningsdatum'], readings.text('Stangningsdatum'), ZONE, '23:59:59');
  if (!closes && readings.faults.length === 0) {
    readings.note({ sv: 'Stangningsdatum är inte satt.', en: 'Stangningsdatum is not set.' });
  }
  return { opensAt: opens?.at, deadlines: closes ? [{ at: closes.at }] : [] };
}

/** The texts of the web page in order; amounts in them are most often per project, so none is taken as the budget. */
function summaryOf(readings: Readings): Localized | undefined {
  const texts = readings.objects('WebTextLista');
  const [sv, en] = [inLanguage(readings, texts, 'TextSv'), inLanguage(readings, texts, 'TextEn')];
  if (sv !== undefined) return en === undefined ? { sv } : { sv, en };
  return en === undefined ? undefined : { sv: en, en };
}

function inLanguage(readings: Readings, texts: readonly JsonObject[], field: 'TextSv' | 'TextEn'): string | undefined {
  const found = texts.flatMap(text => written(new Readings(text).description(field)) ?? []);
  const joined = found.join('\n\n') || undefined;
  return readings.shortened(['WebTextLista', field], joined, LONGEST.text);
}

function linkOf(readings: Readings): string | undefined {
  const links = readings.objects('LankLista').flatMap(link => new Readings(link).text('URL') ?? []);
  return links.find(isWebAddress);
}
