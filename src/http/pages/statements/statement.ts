import type { Bilingual } from '../../../shared/text/wording.js';
import { escaped } from '../plain-page.js';
import type { Publisher } from './publisher-settings.js';

/** A page that tells what a public body must tell; the publisher's own words are handed to it as HTML holds them. */
export interface Statement {
  readonly title: Bilingual;
  readonly body: (publisher: Publisher) => Bilingual;
}

export const paragraphs = (parts: readonly string[]): string => parts.join('\n');

export const address = (mailbox: string): string => `<a href="mailto:${mailbox}">${mailbox}</a>`;

export function asHtml({ name, contact, reviewed }: Publisher): Publisher {
  return { name: escaped(name), contact: escaped(contact), reviewed };
}
