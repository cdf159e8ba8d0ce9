import { escaped } from '../shared/text/escaped.js';
import type { Words } from '../notices/sending/message.js';
import type { Locale } from '../shared/text/localized-text.js';

/** One thing that a mail tells: a line that leads somewhere. */
export interface Line {
  readonly text: string;
  readonly url: string;
}

/** Lines under a heading; `more` tells how many are left out. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly Line[];
  readonly more: Line | null;
}

interface MailText {
  readonly locale: Locale;
  readonly subject: string;
  readonly intro: readonly string[];
  readonly sections: readonly Section[];
  readonly ending: readonly Line[];
}

/** A mail in both forms, which say the same. */
export function wordsOf({ locale, subject, intro, sections, ending }: MailText): Words {
  const blocks = [
    ...intro.map(inOneLine),
    ...sections.map(({ heading, lines, more }) =>
      [
        heading,
        '',
        ...[...lines, ...(more ? [more] : [])].flatMap(({ text, url }) => [`- ${inOneLine(text)}`, `  ${url}`]),
      ].join('\n'),
    ),
    ending.map(({ text, url }) => `${text}: ${url}`).join('\n'),
  ];
  const body = [
    ...intro.map(text => `<p>${escaped(text)}</p>`),
    ...sections.map(sectionInHtml),
    `<p>${ending.map(linkTo).join('<br>')}</p>`,
  ];
  return { subject: inOneLine(subject), text: `${blocks.join('\n\n')}\n`, html: page(locale, body.join('\n')) };
}

function sectionInHtml({ heading, lines, more }: Section): string {
  const items = [...lines, ...(more ? [more] : [])].map(line => `<li>${linkTo(line)}</li>`);
  return `<h2>${escaped(heading)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}

function page(locale: Locale, body: string): string {
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  return `<!doctype html>\n<html lang="${locale.toLowerCase()}"><head>${head}<title>Kickstart S3</title></head>\n<body>\n${body}\n</body></html>\n`;
}

const linkTo = ({ text, url }: Line) => `<a href="${escaped(url)}">${escaped(inOneLine(text))}</a>`;

/** What people write may have several lines, and a mail's line begins with its dash. */
function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
