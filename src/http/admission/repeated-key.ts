import { HttpRefusal } from '../refusals/refusal.js';

/** The refusal of JSON that can be read in two ways, or null; `what` it is stands in the message. */
export function refusalOfTwice(json: string, what: string): HttpRefusal | null {
  const key = repeatedKey(json);
  if (key === null) return null;
  const message = `${what} has the key ${JSON.stringify(key.slice(0, 100))} twice in one object. Say it once: which of the two counts, programs do not agree on.`;
  return new HttpRefusal(400, 'BAD_REQUEST', message);
}

/**
 * A key that an object of JSON has twice, or null; the text is JSON, as a parser has found. Parsers take the first, the
 * last or both of its values (RFC 8259, 4), so that whoever looks at a request on its way may read another than we do.
 * Reads the text once, whatever it nests.
 */
export function repeatedKey(json: string): string | null {
  const open: (Set<string> | null)[] = [];
  let isKey = false;
  for (let at = 0; at < json.length; at++) {
    switch (json[at]) {
      case '{':
        open.push(new Set());
        isKey = true;
        break;
      case '[':
        open.push(null);
        isKey = false;
        break;
      case '}':
      case ']':
        open.pop();
        isKey = false;
        break;
      case ',':
        isKey = open.at(-1) != null;
        break;
      case '"': {
        const end = endOfText(json, at);
        if (isKey) {
          const key = JSON.parse(json.slice(at, end + 1)) as string;
          if (open.at(-1)!.has(key)) return key;
          open.at(-1)!.add(key);
        }
        isKey = false;
        at = end;
      }
    }
  }
  return null;
}

/** Where the text that begins at a place ends: at the next quotation mark that isn't escaped. */
function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); ; end = json.indexOf('"', end + 1)) {
    let before = end;
    while (json[before - 1] === '\\') before--;
    if ((end - before) % 2 === 0) return end;
  }
}
