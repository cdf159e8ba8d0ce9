import type { FastifyInstance } from 'fastify';
import { inLocale, type Locale } from '../../../shared/text/localized-text.js';
import { now } from '../../../shared/time/clock.js';
import { DAY_MS } from '../../../shared/time/lengths.js';
import type { Admission } from '../../admission/admission.js';
import { localeOf } from '../../locale.js';
import { HttpRefusal } from '../../refusals/refusal.js';
import { variesBy } from '../../vary.js';
import { plainPage } from '../plain-page.js';
import { ACCESSIBILITY } from './accessibility.js';
import { PRIVACY } from './privacy.js';
import type { Publisher } from './publisher-settings.js';
import { asHtml, type Statement } from './statement.js';

const STATEMENTS: readonly (readonly [path: string, statement: Statement])[] = [
  ['/accessibility', ACCESSIBILITY],
  ['/privacy', PRIVACY],
];

const NOBODY = {
  sv: '<p>Den som driver tjänsten har inte angett vem den är (PUBLISHER, PUBLISHER_CONTACT, STATEMENTS_REVIEWED).</p>',
  en: '<p>Who runs the service has not said who it is (PUBLISHER, PUBLISHER_CONTACT, STATEMENTS_REVIEWED).</p>',
};

interface StatementsOptions {
  readonly publisher: Publisher | null;
  readonly publicUrl: string | undefined;
  readonly admission: Admission;
}

/** What a public body must tell: an accessibility statement, a privacy notice, and where faults in security are reported. */
export function serveStatements(server: FastifyInstance, { publisher, publicUrl, admission }: StatementsOptions): void {
  const config = { admission };
  for (const [path, { title, body }] of STATEMENTS)
    server.get<{ Querystring: { locale?: unknown } }>(path, { config }, async ({ query, headers }, reply) => {
      variesBy(reply, 'accept-language');
      const locale = localeIn(query.locale) ?? localeOf(headers);
      const said = publisher ? body(asHtml(publisher)) : NOBODY;
      return plainPage(reply, locale, { title, body: inLocale(said, locale) });
    });
  server.get('/.well-known/security.txt', { config }, async (_request, reply) => {
    if (!publisher) throw new HttpRefusal(404, 'NOT_FOUND', 'Who runs the service has not said who it is (PUBLISHER).');
    return reply.type('text/plain; charset=utf-8').send(securityTxt(publisher, publicUrl));
  });
}

function localeIn(written: unknown): Locale | undefined {
  const word = typeof written === 'string' ? written.toUpperCase() : '';
  return word === 'SV' || word === 'EN' ? word : undefined;
}

const VALID_MS = 180 * DAY_MS;

/** https://www.rfc-editor.org/rfc/rfc9116 */
function securityTxt({ contact }: Publisher, publicUrl: string | undefined): string {
  const expires = new Date(now().getTime() + VALID_MS).toISOString();
  const lines = [`Contact: mailto:${contact}`, `Expires: ${expires}`, 'Preferred-Languages: sv, en'];
  if (publicUrl) lines.push(`Canonical: ${publicUrl}/.well-known/security.txt`);
  return `${lines.join('\n')}\n`;
}
