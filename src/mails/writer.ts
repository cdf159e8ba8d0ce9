import { readHead } from '../activity/head.js';
import type { Database } from '../database/database.js';
import type { MailSettings } from '../notices/mail-settings.js';
import type { Follower } from '../notices/sending/claims.js';
import { endLink, type Words } from '../notices/sending/message.js';
import type { Writer } from '../notices/sending/postman.js';
import type { Told } from '../notices/sending/told.js';
import { inLocale } from '../shared/text/localized-text.js';
import { counted, listed } from '../shared/text/wording.js';
import { agendaNews } from './agenda-news.js';
import { type Line, type Section, wordsOf } from './mail-text.js';
import { type AskIn, happenedTo } from './news-of.js';
import { agendaSection, callsSection, changesSection } from './sections.js';

const NAMES = [
  { one: { sv: 'att göra', en: 'to do' }, many: { sv: 'att göra', en: 'to do' } },
  { one: { sv: 'ny utlysning', en: 'new call' }, many: { sv: 'nya utlysningar', en: 'new calls' } },
  { one: { sv: 'ändrad idé', en: 'changed idea' }, many: { sv: 'ändrade idéer', en: 'changed ideas' } },
];

const QUESTION = {
  subject: { sv: 'Bekräfta mejl från Kickstart S3', en: 'Confirm mails from Kickstart S3' },
  why: {
    sv: 'Någon har bett att mejl från Kickstart S3, Region Blekinges tjänst för gröna utvecklingsidéer, ska skickas till den här adressen.',
    en: 'Somebody has asked for mails from Kickstart S3, Region Blekinge’s service for ideas of the green transition, to be sent to this address.',
  },
  how: {
    sv: 'Vill du ha dem, öppna länken och bekräfta inom 48 timmar. Annars behöver du inte göra något: inget mer skickas.',
    en: 'If you want them, open the link and confirm within 48 hours. Otherwise you need do nothing: no more is sent.',
  },
  confirm: { sv: 'Bekräfta', en: 'Confirm' },
};
const CHANGE = { sv: 'Ändra vad du får', en: 'Change what you get' };
const END = { sv: 'Avsluta mejlen', en: 'End the mails' };

/** Writes mails from the API's own answers to whoever follows, at that moment. */
export class MailWriter implements Writer {
  constructor(
    private readonly database: Pick<Database, 'query'>,
    private readonly settings: Pick<MailSettings, 'publicUrl'>,
    private readonly ask: AskIn,
  ) {}

  question({ locale, ...follower }: Follower, link: string): Words {
    const said = (text: { sv: string; en: string }) => inLocale(text, locale);
    const ending = [{ text: said(QUESTION.confirm), url: link }, this.ends({ locale, ...follower })];
    const intro = [said(QUESTION.why), said(QUESTION.how)];
    return wordsOf({ locale, subject: said(QUESTION.subject), intro, sections: [], ending });
  }

  async news(follower: Follower): Promise<{ words: Words | null; told: Told }> {
    const sequence = await readHead(this.database);
    const agenda = await agendaNews(follower, this.ask);
    const happened = await happenedTo(follower, sequence, this.ask);
    const reader = { locale: follower.locale, publicUrl: this.settings.publicUrl };
    const sections = [agendaSection(agenda, reader), callsSection(happened, reader), changesSection(happened, reader)];
    const counts = [agenda.items.length + agenda.more, happened.calls.length, happened.ideas.length];
    const told = { sequence, items: agenda.told };
    if (counts.every(count => count === 0)) return { words: null, told };
    return { words: this.telling(follower, sections, counts), told };
  }

  private telling(follower: Follower, sections: readonly Section[], counts: readonly number[]): Words {
    const { locale } = follower;
    const parts = counts.flatMap((count, place) => (count > 0 ? [counted(count, NAMES[place]!)] : []));
    const account = { text: inLocale(CHANGE, locale), url: `${this.settings.publicUrl}/account#mails` };
    return wordsOf({
      locale,
      subject: `Kickstart S3: ${inLocale(listed(parts), locale)}`,
      intro: [],
      sections: sections.filter(({ lines }) => lines.length > 0),
      ending: [account, this.ends(follower)],
    });
  }

  private ends(follower: Follower): Line {
    return { text: inLocale(END, follower.locale), url: endLink(follower, this.settings) };
  }
}
