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

/** Characters that XML 1.0 knows (2.2), written so that they are text. */
export function inXml(text: string): string {
  return escaped(text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''));
}
