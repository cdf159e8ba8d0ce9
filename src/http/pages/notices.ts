import type { FastifyInstance, FastifyReply } from 'fastify';
import { LINK_PATHS, type LinkKind, type NoticeLinks } from '../../notices/links.js';
import { inLocale, type Locale } from '../../shared/text/localized-text.js';
import type { Bilingual } from '../../shared/text/wording.js';
import type { Admission } from '../admission/admission.js';
import { localeOf } from '../locale.js';
import { plainPage } from './plain-page.js';

/** What is asked before it is done, and what is said afterwards. */
const ASKED: Readonly<Record<LinkKind, Readonly<Record<'title' | 'more' | 'deed' | 'done', Bilingual>>>> = {
  confirm: {
    title: { sv: 'Vill du ha mejl från Kickstart S3?', en: 'Do you want mails from Kickstart S3?' },
    more: {
      sv: 'Bekräfta att den som har adressen vill ha dem. Varje mejl har en länk som avslutar.',
      en: 'Confirm that the holder of the address wants them. Every mail has a link that ends them.',
    },
    deed: { sv: 'Ja, skicka mejl', en: 'Yes, send mails' },
    done: {
      sv: 'Adressen är bekräftad. Mejlen börjar komma.',
      en: 'The address is confirmed. The mails begin to come.',
    },
  },
  end: {
    title: { sv: 'Vill du avsluta mejlen från Kickstart S3?', en: 'Do you want to end the mails from Kickstart S3?' },
    more: { sv: 'Adressen raderas.', en: 'The address is erased.' },
    deed: { sv: 'Ja, avsluta', en: 'Yes, end them' },
    done: { sv: 'Mejlen är avslutade och adressen raderad.', en: 'The mails have ended, and the address is erased.' },
  },
};
const NOTHING = {
  title: { sv: 'Länken gäller inte', en: 'The link does nothing' },
  more: {
    sv: 'Den är redan använd, för gammal eller felaktig. En länk som bekräftar gäller i 48 timmar.',
    en: 'It has been used already, is too old, or is wrong. A link that confirms works for 48 hours.',
  },
};

/** What comes with a POST says nothing that counts, and is not long. */
const MOST_BYTES = 16 * 1024;
/** Forms send the first two, programs that end mails by RFC 8058 one of them. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

const TOKEN = /^[\w-]{43}$/;

interface NoticePageOptions {
  readonly links: NoticeLinks;
  readonly admission: Admission;
}

/**
 * Where the links of mails lead. They open a page that only asks, since programs that look for harm open all links; its
 * POST confirms or ends, and so does that of RFC 8058, which ends without a page.
 */
export async function serveNotices(server: FastifyInstance, { links, admission }: NoticePageOptions): Promise<void> {
  await server.register(async pages => {
    for (const form of FORMS)
      pages.addContentTypeParser(form, { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, _body, done) =>
        done(null),
      );
    const config = { admission };
    for (const [kind, path] of Object.entries(LINK_PATHS) as [LinkKind, string][]) {
      pages.get<{ Params: { token: string } }>(`${path}/:token`, { config }, async ({ params, headers }, reply) => {
        const locale = TOKEN.test(params.token) ? await links.localeOf(kind, params.token) : null;
        return locale ? asking(reply, kind, locale) : nothing(reply, localeOf(headers));
      });
      pages.post<{ Params: { token: string } }>(`${path}/:token`, { config }, async ({ params, headers }, reply) => {
        const locale = TOKEN.test(params.token) ? await links.follow(kind, params.token) : null;
        return locale ? done(reply, kind, locale) : nothing(reply, localeOf(headers));
      });
    }
  });
}

function asking(reply: FastifyReply, kind: LinkKind, locale: Locale) {
  const { title, more, deed } = ASKED[kind];
  const form = `<p>${inLocale(more, locale)}</p><form method="post"><button>${inLocale(deed, locale)}</button></form>`;
  return plainPage(reply, locale, { title, body: form });
}

function done(reply: FastifyReply, kind: LinkKind, locale: Locale) {
  return plainPage(reply, locale, { title: ASKED[kind].done, body: '<p><a href="/">Kickstart S3</a></p>' });
}

function nothing(reply: FastifyReply, locale: Locale) {
  return plainPage(reply.status(404), locale, {
    title: NOTHING.title,
    body: `<p>${inLocale(NOTHING.more, locale)}</p>`,
  });
}
