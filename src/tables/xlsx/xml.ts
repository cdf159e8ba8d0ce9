import { TextDecoder } from 'node:util';
import { Parser } from 'htmlparser2';
import { breath } from '../../shared/program/breath.js';
import { BrokenInput } from '../text/source-text.js';
import { brokenWorkbook } from './workbook-faults.js';
import { WORKBOOK_LIMITS } from './workbook-limits.js';

/** The attributes of an element, by their names without prefixes. */
export type Attributes = ReadonlyMap<string, string>;

/** What is done with XML while it comes; names are without their prefixes. */
export interface Visitor {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads XML piece by piece; after each piece what it brought can be taken. Entities of a document's own are never replaced. */
export async function* walk(bytes: AsyncIterable<Buffer>, visitor: Visitor): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const { parser, isWhole } = parserFor(visitor);
  for await (const piece of bytes) {
    await breath();
    parser.write(decoded(decoder, piece));
    yield;
  }
  parser.write(decoded(decoder));
  // What the parser would close by itself was broken off.
  if (!isWhole()) throw new BrokenInput(brokenWorkbook());
  parser.end();
  yield;
}

/** Reads a small part from its beginning to its end. */
export async function walkAll(bytes: AsyncIterable<Buffer>, visitor: Visitor): Promise<void> {
  const pieces = walk(bytes, visitor);
  while (!(await pieces.next()).done);
}

function decoded(decoder: TextDecoder, piece?: Buffer): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    throw new BrokenInput(brokenWorkbook());
  }
}

function parserFor({ open, text, close }: Visitor): { parser: Parser; isWhole: () => boolean } {
  const opened: string[] = [];
  let [isWhole, openEnds, attributes] = [false, -1, new Map<string, string>()];
  const parser = new Parser(
    {
      onopentagname: full => {
        // One root element, and what stands behind it is none of the part.
        if (isWhole) throw new BrokenInput(brokenWorkbook());
        attributes = new Map();
        opened.push(full);
        if (opened.length > WORKBOOK_LIMITS.depth) throw new BrokenInput(brokenWorkbook());
      },
      onattribute: (key, value) => {
        attributes.set(local(key), value);
        if (attributes.size > WORKBOOK_LIMITS.attributes) throw new BrokenInput(brokenWorkbook());
      },
      // An attribute's list is complete where its element is: text, an end or another element follows.
      onopentag: full => {
        openEnds = parser.endIndex;
        open(local(full), attributes);
      },
      ontext: text ?? (() => undefined),
      onclosetag: (full, isImplied) => {
        // An element that neither closes itself nor is closed is closed by the parser where another one ends.
        if (opened.pop() !== full || (isImplied && parser.endIndex !== openEnds))
          throw new BrokenInput(brokenWorkbook());
        close?.(local(full));
        isWhole = opened.length === 0;
      },
      onprocessinginstruction: instruction => {
        if (/^!doctype/i.test(instruction)) throw new BrokenInput(brokenWorkbook());
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  return { parser, isWhole: () => isWhole };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
