import type { CallRow } from './draft/call-draft.js';
import type { TableReading } from '../../tables/table-choice.js';
import type { AnswerTypes } from './source/answer-types.js';
import type { Announced, Announcement } from './source/announced.js';
import type { Paging } from './source/paging.js';

/** A file's bytes, or its text. */
export type Input = AsyncIterable<Uint8Array> | string;

/** How a page is asked for, where a plain GET doesn't do. */
export interface SourceRequest {
  readonly method?: 'POST';
  readonly body?: FormData;
}

/**
 * A form in which sources publish funding calls: everything that differs between them. Each has a folder of its own in
 * formats/, with what reads it and what writes it, and a line in call-format.ts.
 */
export interface SourceFormat {
  /** What the API says of it. */
  readonly description: string;
  /** The lists that its rows stand in, by the way to each: "" is the content itself. */
  readonly lists: readonly string[];
  /** Whether the lists may come in inputs of their own. */
  readonly inputs: 'ONE' | 'ONE_A_LIST';
  /** Whether rows of one call are put together (languages, pages), or are a slip where they say different things. */
  readonly rowsOfOneCall: 'JOINED' | 'REFUSED';
  /** What an answer says of how many rows there are in all. */
  readonly announces: Announcement;
  /** The media types of its answers. */
  readonly accepts: AnswerTypes;
  /** The calls of the inputs, row by row and in bounded memory; what can't be read is a faulty row. */
  read(inputs: readonly Input[], announced: Announced, table: TableReading): AsyncIterable<CallRow>;
  /** Whether it is a table, whose headers can be said to mean something, and whether a file has several. */
  readonly table?: 'TABLE' | 'WORKBOOK';
  /** How the pages of a source are asked for, beginning with this address. */
  paging(url: URL): Paging;
  request(url: URL): SourceRequest;
}
