import type { FastifyInstance, FastifyReply } from 'fastify';
import { type FoundLink, LINK_PATHS, type LinkKind, type NoticeLinks } from '../../notices/links.js';
import { inLocale, type Locale } from '../../shared/text/localized-text.js';
import type { Bilingual } from '../../shared/text/wording.js';
import type { Admission } from '../admission/admission.js';
import { localeOf } from '../locale.js';
import { plainPage } from './plain-page.js';

/** What is asked before it is done, and what is said afterwards. */
const ASKED: Readonly<Record<LinkKind, Readonly<Record<'title' | 'more' | 'deed' | 'done' | 'before', Bilingual>>>> = {
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
    before: { sv: 'Adressen är redan bekräftad.', en: 'The address is confirmed already.' },
  },
  end: {
    title: { sv: 'Vill du avsluta mejlen från Kickstart S3?', en: 'Do you want to end the mails from Kickstart S3?' },
    more: { sv: 'Adressen raderas.', en: 'The address is erased.' },
    deed: { sv: 'Ja, avsluta', en: 'Yes, end them' },
    done: { sv: 'Mejlen är avslutade och adressen raderad.', en: 'The mails have ended, and the address is erased.' },
    before: {
      sv: 'Mejlen är redan avslutade och adressen raderad.',
      en: 'The mails have ended already, and the address is erased.',
    },
  },
};
const IN_VAIN = {
  title: { sv: 'Inga mejl kommer', en: 'No mails will come' },
  more: {
    sv: 'Den nyckel eller inloggning som bad om mejlen gäller inte längre. Adressen raderas.',
    en: 'The key or sign-in that asked for the mails does not work any more. The address is erased.',
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
        const found = TOKEN.test(params.token) ? await links.look(kind, params.token) : null;
        if (!found) return nothing(reply, localeOf(headers));
        return found.state === 'OPEN' ? asking(reply, kind, found.locale) : told(reply, kind, found);
      });
      pages.post<{ Params: { token: string } }>(`${path}/:token`, { config }, async ({ params, headers }, reply) => {
        const found = TOKEN.test(params.token) ? await links.follow(kind, params.token) : null;
        return found ? told(reply, kind, found) : nothing(reply, localeOf(headers));
      });
    }
  });
}

function asking(reply: FastifyReply, kind: LinkKind, locale: Locale) {
  const { title, more, deed } = ASKED[kind];
  const form = `<p>${inLocale(more, locale)}</p><form method="post"><button>${inLocale(deed, locale)}</button></form>`;
  return plainPage(reply, locale, { title, body: form });
}

/** What came of a link that was followed, now or before. */
function told(reply: FastifyReply, kind: LinkKind, { locale, state }: FoundLink) {
  const { done, before } = ASKED[kind];
  const title = { OPEN: done, DONE: before, ENDED: ASKED.end.before, IN_VAIN: IN_VAIN.title }[state];
  const more = state === 'IN_VAIN' ? `<p>${inLocale(IN_VAIN.more, locale)}</p>` : '';
  return plainPage(reply, locale, { title, body: `${more}<p><a href="/">Kickstart S3</a></p>` });
}

function nothing(reply: FastifyReply, locale: Locale) {
  return plainPage(reply.status(404), locale, {
    title: NOTHING.title,
    body: `<p>${inLocale(NOTHING.more, locale)}</p>`,
  });
}
