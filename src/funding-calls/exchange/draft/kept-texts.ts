import { exactLine } from '../../../shared/text/clean-text.js';
import type { Localized } from '../../../shared/text/localized-text.js';
import { asKept } from '../../../imports/as-kept.js';
import { line, paragraphs } from '../../../tables/text/plain-text.js';
import type { CallDescription } from '../../description/call-description.js';
import type { CallDraft, DraftDeadline } from './call-draft.js';

type Read = (text: string) => string;
type Kept = Pick<CallDescription, 'title' | 'programme' | 'funder'> &
  Partial<Pick<CallDescription, 'summary' | 'deadlines'>>;

/** The draft with the texts that are kept, wherever it says of them what a source can: no markup, single blanks, no turned letters. */
export function withKeptTexts(draft: CallDraft, kept: Kept): CallDraft {
  return {
    ...draft,
    title: textsOf(draft.title, kept.title, line)!,
    ...(draft.summary && { summary: textsOf(draft.summary, kept.summary, paragraphs)! }),
    ...(draft.programme && { programme: said(draft.programme, kept.programme, line) }),
    funder: said(draft.funder, kept.funder, line),
    deadlines: draft.deadlines.map(deadline => labelled(deadline, kept.deadlines ?? [])),
  };
}

function said(text: string, kept: string | null | undefined, read: Read): string {
  return asKept({ said: text, stands: text }, kept, read) ?? text;
}

function textsOf(texts: Localized | undefined, kept: Localized | null | undefined, read: Read): Localized | undefined {
  if (!texts) return undefined;
  if (!kept) return texts;
  const [sv, en] = [said(texts.sv, kept.sv, read), texts.en && said(texts.en, kept.en, read)];
  // One that is kept is not made anew: it may be from before, and no change.
  if (sv === kept.sv && (en ?? null) === (kept.en ?? null)) return kept;
  return en == null ? { sv } : { sv, en };
}

function labelled(deadline: DraftDeadline, kept: NonNullable<CallDescription['deadlines']>): DraftDeadline {
  const same = kept.find(({ at }) => at.getTime() === deadline.at.getTime());
  const isSame = deadline.label && same?.label && exactLine(deadline.label) === exactLine(same.label);
  return isSame ? { ...deadline, label: same.label! } : deadline;
}
