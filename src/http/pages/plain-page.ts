import { hash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { inLocale, type Locale } from '../../shared/text/localized-text.js';
import type { Bilingual } from '../../shared/text/wording.js';

const STYLE =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.2rem}';
const POLICY = `default-src 'none'; style-src 'sha256-${hash('sha256', STYLE, 'base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** A page without scripts, in one language; what stands in its body is HTML. */
export function plainPage(reply: FastifyReply, locale: Locale, { title, body }: { title: Bilingual; body: string }) {
  const words = inLocale(title, locale);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${words}</title><style>${STYLE}</style>`;
  const html = `<!doctype html><html lang="${locale.toLowerCase()}"><head>${head}</head><body><main><h1>${words}</h1>${body}</main></body></html>`;
  return reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(html);
}

/** A text as HTML holds it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}
