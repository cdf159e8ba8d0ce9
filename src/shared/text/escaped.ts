const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** A text as XML and HTML hold it, also between quotation marks. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => ENTITIES.get(character)!);
}
