import { getManyValues, isMany, none } from 'stream-chain/defs.js';
import { jsonParser, type parser } from 'stream-json/core/parser.js';
import { fault } from '../../../../shared/refuse.js';
import type { Bilingual } from '../../../../shared/text/wording.js';
import type { Json } from './json.js';
import { LIMITS } from '../source-limits.js';
import { type ListedValue, RowAssembler } from './row-assembler.js';
import { BrokenInput } from '../../../../tables/text/source-text.js';

/** What was read before and after a text turned out not to be JSON. */
type Step = () => unknown;

/**
 * The rows of those lists in a JSON text, one at a time. Whatever breaks the text is the last row, with its number.
 * Single values outside the rows are told of by the way to them.
 */
export async function* jsonRows(
  text: AsyncIterable<string>,
  lists: readonly string[],
  outside?: (path: string, value: Json) => void,
): AsyncGenerator<ListedValue> {
  const rows: ListedValue[] = [];
  const assembler = new RowAssembler(lists, row => rows.push(row), outside);
  const parse = jsonParser({ packValues: false });
  let total = 0;
  try {
    for await (const piece of text) {
      readPiece(piece, parse, assembler);
      total += rows.length;
      yield* rows.splice(0);
      if (assembler.tooDeep || total > LIMITS.rows) return yield tooMuch(assembler);
    }
    tokensOf(() => parse(none as never), assembler);
    yield* rows.splice(0);
    if (!assembler.foundList) yield nothingFound(lists);
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    yield* rows.splice(0);
    yield { ...assembler.place, faults: [fault('INVALID', [], error.reason)], breaksOff: true };
  }
}

/**
 * The parser drops the tokens of a piece that turns out to be broken, so pieces end where rows can end: then every row
 * before the break has been read, and the break has the right number.
 */
function readPiece(text: string, parse: parser.TokenSource, assembler: RowAssembler): void {
  for (const piece of text.split(/(?<=[}\]])/)) {
    tokensOf(() => parse(piece), assembler);
    if (assembler.tooDeep) return;
  }
}

function tokensOf(step: Step, assembler: RowAssembler): void {
  for (const token of tokens(step)) assembler.push(token);
}

function tokens(step: Step): parser.Token[] {
  try {
    const result = step();
    return isMany(result) ? (getManyValues(result) as parser.Token[]) : [];
  } catch (error) {
    throw new BrokenInput(broken(error));
  }
}

function broken(error: unknown): Bilingual {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    sv: `Texten är inte hel JSON: den bryts av eller har ett fel här (${reason}). Resten har inte lästs.`,
    en: `The text is not whole JSON: it breaks off or has an error here (${reason}). The rest was not read.`,
  };
}

function tooMuch(assembler: RowAssembler): ListedValue {
  const message = assembler.tooDeep
    ? {
        sv: 'Texten har för många nivåer i varandra. Resten har inte lästs.',
        en: 'The text nests too deep. The rest was not read.',
      }
    : {
        sv: `En import tar högst ${LIMITS.rows} rader. Resten har inte lästs.`,
        en: `An import takes at most ${LIMITS.rows} rows. The rest was not read.`,
      };
  return { ...assembler.place, faults: [fault('INVALID', [], message)], breaksOff: true };
}

function nothingFound(lists: readonly string[]): ListedValue {
  const names = lists.map(list => (list === '' ? '[ … ]' : list)).join(', ');
  return {
    list: '',
    row: 0,
    faults: [
      fault('INVALID', [], {
        sv: `Här finns ingen lista med utlysningar. Det som söks är ${names}.`,
        en: `There is no list of calls here. What is looked for is ${names}.`,
      }),
    ],
  };
}
