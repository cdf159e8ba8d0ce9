import { BrokenInput } from '../text/source-text.js';
import { TOO_LONG_CELL } from './workbook-faults.js';
import { WORKBOOK_LIMITS } from './workbook-limits.js';
import { walkAll } from './xml.js';
import type { Zip } from './zip.js';

/** The texts that cells point at, as they are read: without how they are pronounced. */
export async function textsIn(zip: Zip, part: string | undefined): Promise<readonly string[]> {
  const texts: string[] = [];
  if (part === undefined || !zip.has(part)) return texts;
  const text = new TextElements();
  await walkAll(zip.read(part, WORKBOOK_LIMITS.texts), {
    open: element => text.open(element),
    text: piece => text.add(piece),
    close: element => {
      text.close(element);
      if (element === 'si') texts.push(text.take());
    },
  });
  return texts;
}

/** The text of `<t>` elements, in runs or not, up to what a cell may hold. */
export class TextElements {
  private text = '';
  private isIn = false;
  private isPronounced = false;

  open(element: string): void {
    if (element === 'rPh') this.isPronounced = true;
    if (element === 't') this.isIn = !this.isPronounced;
  }

  add(piece: string): void {
    if (!this.isIn) return;
    this.text += piece;
    if (this.text.length > WORKBOOK_LIMITS.cell) throw new BrokenInput(TOO_LONG_CELL);
  }

  close(element: string): void {
    if (element === 'rPh') this.isPronounced = false;
    if (element === 't') this.isIn = false;
  }

  take(): string {
    const text = unescaped(this.text);
    this.text = '';
    return text;
  }
}

/** Characters that XML cannot hold are written as _x000D_ (ECMA-376, 22.4.2.4). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
