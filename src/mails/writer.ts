import { readHead } from '../activity/head.js';
import type { Database } from '../database/database.js';
import type { MailSettings } from '../notices/mail-settings.js';
import type { Follower } from '../notices/sending/claims.js';
import { endLink, type Words } from '../notices/sending/message.js';
import type { Writer } from '../notices/sending/postman.js';
import type { Told } from '../notices/sending/told.js';
import { inLocale } from '../shared/text/localized-text.js';
import { type Bilingual, counted, listed } from '../shared/text/wording.js';
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
  how: {
    sv: 'Vill du ha dem, öppna länken och bekräfta inom 48 timmar. Annars behöver du inte göra något: inget mer skickas.',
    en: 'If you want them, open the link and confirm within 48 hours. Otherwise you need do nothing: no more is sent.',
  },
  confirm: { sv: 'Bekräfta', en: 'Confirm' },
};
/** Who the mails come from is told by the name of whoever runs the service, where that has been said. */
function whyAsked({ publisher }: Writing): Bilingual {
  const [av, by] = publisher ? [` från ${publisher}`, ` by ${publisher}`] : ['', ''];
  return {
    sv: `Någon har bett att mejl från Kickstart S3, en tjänst för gröna utvecklingsidéer${av}, ska skickas till den här adressen.`,
    en: `Somebody has asked for mails from Kickstart S3, a service${by} for ideas of the green transition, to be sent to this address.`,
  };
}
const CHANGE = { sv: 'Ändra vad du får', en: 'Change what you get' };
const END = { sv: 'Avsluta mejlen', en: 'End the mails' };

/** What mails say of the service. */
export interface Writing extends Pick<MailSettings, 'publicUrl'> {
  /** Who runs the service; null where nobody has said. */
  readonly publisher: string | null;
}

/** Writes mails from the API's own answers to whoever follows, at that moment. */
export class MailWriter implements Writer {
  constructor(
    private readonly database: Pick<Database, 'query'>,
    private readonly settings: Writing,
    private readonly ask: AskIn,
  ) {}

  question({ locale, ...follower }: Follower, link: string): Words {
    const said = (text: Bilingual) => inLocale(text, locale);
    const ending = [{ text: said(QUESTION.confirm), url: link }, this.ends({ locale, ...follower })];
    const intro = [said(whyAsked(this.settings)), said(QUESTION.how)];
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
