import { inXml } from './escaped.js';

/** Something that a feed tells of. */
export interface AtomEntry {
  /** A URI that stays the same however the thing changes. */
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly link: string;
  readonly author: string;
  readonly published: string | null;
  readonly updated: string;
  readonly categories: readonly string[];
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  /** Where the feed is, and the page of what it tells. */
  readonly self: string;
  readonly page: string;
  readonly author: string;
  readonly entries: readonly AtomEntry[];
}

/** What a feed says of a time when nothing was in it. */
const BEGINNING = '2026-01-01T00:00:00Z';

/** A feed as Atom, RFC 4287. */
export function atom({ id, title, language, self, page, author, entries }: AtomFeed): string {
  const newest = entries.map(({ updated }) => updated).reduce((one, other) => (one > other ? one : other), BEGINNING);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${inXml(language)}">`,
    ...[element('id', id), element('title', title), element('updated', newest)],
    `<link rel="self" type="application/atom+xml" href="${inXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${inXml(page)}"/>`,
    `<author>${element('name', author)}</author>`,
    ...entries.map(entryOf),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entryOf({ id, title, summary, link, author, published, updated, categories }: AtomEntry): string {
  return [
    '<entry>',
    ...[element('id', id), element('title', title), element('updated', updated)],
    ...(published ? [element('published', published)] : []),
    `<author>${element('name', author)}</author>`,
    `<link rel="alternate" type="text/html" href="${inXml(link)}"/>`,
    ...categories.map(term => `<category term="${inXml(term)}"/>`),
    ...(summary ? [element('summary', summary)] : []),
    '</entry>',
  ].join('\n');
}

const element = (name: string, text: string) => `<${name}>${inXml(text)}</${name}>`;
