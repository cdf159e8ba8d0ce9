import { dayText, momentText, swedishDayText } from '../shared/text/figures.js';
import { inLocale, type Locale } from '../shared/text/localized-text.js';
import { type Bilingual, counted, listed } from '../shared/text/wording.js';
import type { AgendaNews, WaitingItem } from './agenda-news.js';
import { AGENDA_WORDS } from './agenda-words.js';
import { CHANGE_WORDS } from './change-words.js';
import type { Line, Section } from './mail-text.js';
import type { ChangedIdea, Happened, NewCall } from './news-of.js';

/** Where a mail leads, and in which language. */
export interface Reader {
  readonly locale: Locale;
  readonly publicUrl: string;
}

/** Lines under one heading: more is read in the browser. */
const MOST_LINES = 50;

const MORE = { one: { sv: 'till', en: 'more' }, many: { sv: 'till', en: 'more' } };

const HEADINGS = {
  agenda: { sv: 'Att göra', en: 'To do' },
  calls: { sv: 'Nya utlysningar', en: 'New calls' },
  changes: { sv: 'Ändringar', en: 'Changes' },
} satisfies Record<string, Bilingual>;

export function agendaSection({ items, more }: AgendaNews, reader: Reader): Section {
  const lines = items.map(item => agendaLine(item, reader));
  return section('agenda', lines, { reader, path: '/agenda', hidden: more });
}

export function callsSection({ calls }: Happened, reader: Reader): Section {
  return section(
    'calls',
    calls.map(call => callLine(call, reader)),
    { reader, path: '/calls', hidden: 0 },
  );
}

export function changesSection({ ideas, isCut }: Happened, reader: Reader): Section {
  const lines = ideas.map(idea => changeLine(idea, reader));
  return section('changes', lines, { reader, path: '/', hidden: isCut ? null : 0 });
}

/** `hidden`: how many there are beside the lines, or null where nobody has counted them. */
function section(
  name: keyof typeof HEADINGS,
  lines: readonly Line[],
  { reader, path, hidden }: { reader: Reader; path: string; hidden: number | null },
): Section {
  const shown = lines.slice(0, MOST_LINES);
  const left = hidden === null ? null : lines.length - shown.length + hidden;
  const text = left === null ? { sv: 'Fler finns på sidan', en: 'There are more on the page' } : counted(left, MORE);
  const more = left === 0 ? null : { text: inLocale(text, reader.locale), url: reader.publicUrl + path };
  return { heading: inLocale(HEADINGS[name], reader.locale), lines: shown, more };
}

function agendaLine({ kind, dueOn, idea, fundingCall, milestone }: WaitingItem, { locale, publicUrl }: Reader): Line {
  const about = idea ? `${idea.code} ${idea.title}` : (fundingCall?.identifier ?? '');
  const named = milestone?.title ?? (idea ? fundingCall?.title : null);
  const what = [inLocale(AGENDA_WORDS[kind], locale), named && `”${named}”`].filter(Boolean).join(' ');
  const day = dueOn && inLocale(dayText(dueOn), locale);
  const path = idea ? `/ideas/${idea.code}` : fundingCall ? `/calls/${fundingCall.id}` : '/agenda';
  return { text: `${about}: ${what}${day ? `, ${day}` : ''}`, url: publicUrl + path };
}

function callLine({ id, identifier, title, nextDeadline }: NewCall, { locale, publicUrl }: Reader): Line {
  const day = nextDeadline && inLocale(momentText(nextDeadline), locale);
  return { text: `${title} (${identifier})${day ? `, ${day}` : ''}`, url: `${publicUrl}/calls/${id}` };
}

function changeLine({ code, title, kinds, at }: ChangedIdea, { locale, publicUrl }: Reader): Line {
  const words = [...kinds].map(kind => CHANGE_WORDS.get(kind)!);
  const distinct = [...new Map(words.map(each => [each.sv, each])).values()];
  const what = inLocale(listed(distinct), locale);
  return {
    text: `${code} ${title}: ${what}, ${inLocale(swedishDayText(at), locale)}`,
    url: `${publicUrl}/ideas/${code}`,
  };
}
