import { type Fault, fault } from '../../../../shared/refuse.js';
import type { Bilingual } from '../../../../shared/text/wording.js';
import type { CallRow } from '../../draft/call-draft.js';
import { deadlineModel } from '../../draft/deadline-words.js';
import { finishedRow } from '../../draft/finished-row.js';
import { bilingual } from '../../draft/bilingual.js';
import { unreadRow } from '../../source/json/json-format.js';
import { jsonRows } from '../../source/json/json-rows.js';
import { isObject, type Json } from '../../source/json/json.js';
import { textOf } from '../../../../tables/text/source-text.js';
import type { Input } from '../../source-format.js';
import { oneRow } from '../../../../tables/report/one-row.js';
import { Readings } from '../../draft/readings.js';
import type { ListedValue } from '../../source/json/row-assembler.js';
import { type RoundTexts, roundTexts, written } from './vinnova-round.js';

/** The register's three lists, together or one by itself. What one applies to, and what becomes a call, is the round. */
export const VINNOVA_LISTS = ['program', 'utlysningar', 'ansokningsomgangar', ''] as const;

const FIELDS = {
  identifier: ['Diarienummer'],
  title: ['Titel'],
  summary: ['WebTextLista'],
  programme: ['program'],
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

/** Vinnova's register from its lists, in one input or one in each, in any order. */
export async function* readRegister(inputs: readonly Input[]): AsyncGenerator<CallRow> {
  const register = new VinnovaRegister();
  const broken: CallRow[] = [];
  for (const input of inputs) {
    for await (const listed of jsonRows(textOf(input), VINNOVA_LISTS)) {
      const unread = unreadRow(listed);
      if (unread) broken.push({ ...unread, faults: placed(listed, unread.faults) });
      else yield* [oneRow(listed.row, () => register.take(listed))].flat();
    }
  }
  yield* register.finish(broken.length > 0);
  yield* broken;
}

/** A row number alone doesn't tell which of the register's lists it is in. */
function placed({ list }: ListedValue, faults: readonly Fault[]): Fault[] {
  return faults.map(fault => ({ ...fault, path: list === '' ? [] : [list] }));
}

/** The register while it is read: rounds wait until the end, since the lists may come in any order. */
class VinnovaRegister {
  private readonly programmes = new Map<string, Above>();
  private readonly calls = new Map<string, Above>();
  private readonly rounds: { row: number; round: RoundTexts }[] = [];
  private hasRounds = false;

  /** Takes one row of one of the lists; answers at once for a round that is refused or left out. */
  take({ list: named, row, value }: ListedValue): CallRow[] {
    const list = named === '' ? listOf(value) : named;
    if (list === 'ansokningsomgangar') return this.takeRound(row, value ?? null);
    const readings = new Readings(isObject(value) ? value : {});
    const identifier = readings.identifier('Diarienummer');
    const above = { title: written(readings.name('Titel')), parent: readings.identifier('DiarienummerProgram') };
    if (identifier) (list === 'program' ? this.programmes : this.calls).set(identifier, above);
    return [];
  }

  /** The rounds as drafts; the register without its rounds has no calls, and that is said. */
  *finish(brokeOff: boolean): Generator<CallRow> {
    if (!brokeOff && !this.hasRounds && this.programmes.size + this.calls.size > 0)
      yield { row: 0, faults: [NO_ROUNDS] };
    for (const { row, round } of this.rounds.splice(0)) yield oneRow(row, () => this.draft(row, round));
  }

  private takeRound(row: number, value: Json): CallRow[] {
    this.hasRounds = true;
    const readings = Readings.of(value);
    const identifier = readings.identifier('Diarienummer');
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
    readings.assume('funder');
    const parts = {
      identifier,
      title: bilingual(readings, 'title', round.title),
      summary: round.summary,
      programme: this.programmeOf(round),
      funder: 'Vinnova',
      url: round.url,
      deadlineModel: deadlineModel(readings, FIELDS.deadlineModel, undefined, dates.deadlines.length),
      ...dates,
      closingDateOnly: true,
      source: { system: 'VINNOVA', externalId: identifier, url: round.url },
    } as const;
    return finishedRow(row, parts, readings, FIELDS);
  }

  /** The programme above the round's call, or the call's own title; what is missing to tell it is noted. */
  private programmeOf({ callId, readings }: RoundTexts): string | undefined {
    const call = callId === undefined ? undefined : this.calls.get(callId);
    const programme = call?.parent === undefined ? undefined : this.programmes.get(call.parent);
    if (programme?.title !== undefined) return programme.title;
    readings.assume('programme');
    const list = call ? 'program' : 'utlysningar';
    const isThere = (call ? this.programmes : this.calls).size > 0;
    readings.note(isThere ? notIn(list, call ? call.parent : callId) : NOT_HERE[list]);
    return call?.title;
  }
}

const NOT_HERE: Readonly<Record<'program' | 'utlysningar', Bilingual>> = {
  program: {
    sv: 'Listan program är inte med; importera program, utlysningar och ansokningsomgangar tillsammans.',
    en: 'The list program is not here; import program, utlysningar and ansokningsomgangar together.',
  },
  utlysningar: {
    sv: 'Listan utlysningar är inte med; importera program, utlysningar och ansokningsomgangar tillsammans.',
    en: 'The list utlysningar is not here; import program, utlysningar and ansokningsomgangar together.',
  },
};

function notIn(list: string, identifier = '-'): Bilingual {
  return { sv: `${identifier} finns inte i listan ${list}.`, en: `${identifier} is not in the list ${list}.` };
}

const NO_ROUNDS = fault('INVALID', ['ansokningsomgangar'], {
  sv: 'Här finns inga ansökningsomgångar, som är det man söker i. Importera listan ansokningsomgangar också.',
  en: 'There are no application rounds here, which are what one applies to. Import the list ansokningsomgangar too.',
});

/**
 * Which of the lists a row of a bare list is from, by the fields that only that list has. A row of none of them, such as
 * another register's, is read as a round, which names what it lacks.
 */
function listOf(value: Json | undefined): string {
  if (!isObject(value) || value['Diarienummer'] === undefined) return 'ansokningsomgangar';
  const has = (...fields: string[]) => fields.some(field => value[field] !== undefined);
  if (has('DiarienummerUtlysning', 'Oppningsdatum', 'Stangningsdatum')) return 'ansokningsomgangar';
  return has('DiarienummerProgram') ? 'utlysningar' : 'program';
}
