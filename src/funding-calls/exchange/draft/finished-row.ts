import Big from 'big.js';
import { LONGEST } from '../../../shared/checks.js';
import { now } from '../../../shared/time/clock.js';
import type { Localized } from '../../../shared/text/localized-text.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import { callFaults } from '../../description/call-description.js';
import { type CallWords, MODEL_NAMES, STATUS_NAMES } from '../../description/call-words.js';
import type { CallDraft, CallRow, SourceFields } from './call-draft.js';
import { LIMITS } from '../source/source-limits.js';
import type { DraftRemarks } from './draft-remarks.js';

const AMOUNTS = ['budget', 'grantMin', 'grantMax'] as const;

/** What a format has read of a row: everything but the notes, and with what is required perhaps missing. */
export type DraftParts = Omit<
  CallDraft,
  'notes' | 'assumed' | 'zone' | 'title' | 'identifier' | 'programme' | 'source'
> & {
  title: Localized | undefined;
  identifier: string | undefined;
  programme: string | undefined;
  source: Omit<CallDraft['source'], 'externalId'> & { externalId: string | undefined };
};

/** Turns what was read of a row into a draft, or into everything that is wrong with it, in the source's own words. */
export function finishedRow(row: number, parts: DraftParts, remarks: DraftRemarks, fields: SourceFields): CallRow {
  const { title, identifier, source } = parts;
  if (!identifier) remarks.missing(fields.identifier ?? ['identifier']);
  if (!title) remarks.missing(fields.title ?? ['title']);
  if (!title || !identifier || !source.externalId) return faulty(row, identifier, remarks);
  const programme = parts.programme ?? assumedProgramme(parts.funder, remarks, fields.programme ?? ['programme']);
  const { externalId } = source;
  const draft: CallDraft = {
    ...parts,
    ...amountsGiven(parts, remarks, fields),
    title,
    identifier,
    programme,
    source: { ...source, externalId },
    notes: remarks.notes,
  };
  checkRules(draft, remarks, fields);
  if (remarks.faults.length > 0) return faulty(row, identifier, remarks);
  return { row, draft: { ...withoutGaps(draft), ...remarks.assumptions.of(draft) }, fields };
}

/** Registers write 0 where they have no amount; no call gives nothing. */
function amountsGiven(parts: DraftParts, remarks: DraftRemarks, fields: SourceFields): Partial<CallDraft> {
  const zeros = AMOUNTS.filter(field => parts[field] && Big(parts[field].amount).eq(0));
  for (const field of zeros) {
    const name = (fields[field] ?? [field]).join('.');
    remarks.note({ sv: `${name} är 0; läst som att inget anges.`, en: `${name} is 0; read as not given.` });
  }
  return Object.fromEntries(zeros.map(field => [field, undefined]));
}

function faulty(row: number, identifier: string | undefined, { faults }: DraftRemarks): CallRow {
  const named = identifier === undefined ? {} : { identifier: identifier.slice(0, LONGEST.name) };
  return { row, ...named, faults: faults.slice(0, LIMITS.remarks) };
}

function assumedProgramme(funder: string, remarks: DraftRemarks, path: readonly string[]): string {
  remarks.assume('programme', {
    sv: `${path.join('.')} saknas; finansiären står som program.`,
    en: `${path.join('.')} is missing; the funder stands as the programme.`,
  });
  return funder;
}

/** Holds the draft against the rules of a call, and says which of the source's fields breaks one. */
function checkRules(draft: CallDraft, remarks: DraftRemarks, fields: SourceFields): void {
  if (draft.identifier.length > LONGEST.name) {
    remarks.wrong(fields.identifier ?? ['identifier'], {
      sv: `Identifieraren får ha högst ${LONGEST.name} tecken.`,
      en: `The identifier may have at most ${LONGEST.name} characters.`,
    });
  }
  if (draft.deadlines.length > LIMITS.deadlines) {
    remarks.wrong(fields.deadlines ?? ['deadlines'], {
      sv: `Högst ${LIMITS.deadlines} sista dagar får finnas.`,
      en: `There may be at most ${LIMITS.deadlines} deadlines.`,
    });
  }
  const described = { ...draft, title: draft.title as never, summary: draft.summary as never };
  for (const { path, message } of callFaults(described, wordsOf(fields))) {
    remarks.broken(path ?? [], { sv: message.sv, en: message.en ?? message.sv });
  }
}

/** A source's own names for its fields. */
export function wordsOf(fields: SourceFields): CallWords {
  return { at: field => fields[field as keyof CallDraft] ?? [field], model: model => MODEL_NAMES[model] };
}

/** The draft without fields that have no value, so that two drafts can be compared. */
function withoutGaps(draft: CallDraft): CallDraft {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as unknown as CallDraft;
}

/** What a source says of where a call is in its life, in our words. */
export type ClaimedStatus = 'FORTHCOMING' | 'OPEN' | 'CLOSED';

/** Says so when the dates tell something else than the source's own status: the dates decide. */
export function compareStatus(
  remarks: DraftRemarks,
  path: readonly string[],
  claimed: { word: string; means: ClaimedStatus | undefined },
  { opensAt, deadlines }: Pick<CallDraft, 'opensAt' | 'deadlines'>,
): void {
  const last = deadlines.at(-1)?.at;
  const clock = now();
  const actual = opensAt && opensAt > clock ? 'FORTHCOMING' : last && last < clock ? 'CLOSED' : 'OPEN';
  if (claimed.means === actual) return;
  remarks.note({
    sv: `${path.join('.')} är "${claimed.word}" i källan; datumen säger ${STATUS_NAMES[actual].sv}, och de gäller.`,
    en: `${path.join('.')} is "${claimed.word}" in the source; the dates say ${STATUS_NAMES[actual].en}, and they decide.`,
  });
}

/** Whether the source says that the call is closed, and has no date that says when. */
export function endsUnknown(
  remarks: DraftRemarks,
  claimed: ClaimedStatus | undefined,
  deadlines: readonly unknown[],
): boolean {
  return claimed === 'CLOSED' && deadlines.length === 0 && remarks.faults.length === 0;
}

/** A call that its source says is closed, without saying when: it would look open for ever. */
export function closedWithoutDate(row: number, identifier: string | undefined): CallRow {
  return {
    row,
    ...(identifier === undefined ? {} : { identifier: identifier.slice(0, LONGEST.name) }),
    skipped: {
      sv: 'Utlysningen är avslutad och källan säger inte när.',
      en: 'The call is closed, and the source does not say when.',
    },
  };
}

/** A text that exists in one or both languages; English alone stands for the Swedish too, and of a title that is noted. */
export function bilingual(
  remarks: DraftRemarks,
  field: 'title' | 'summary',
  { sv, en }: { readonly sv: string | undefined; readonly en: string | undefined },
): Localized | undefined {
  if (sv !== undefined) return en === undefined ? { sv } : { sv, en };
  if (en === undefined) return undefined;
  remarks.assume(`${field}.sv`, field === 'title' ? ENGLISH_ONLY : undefined);
  return { sv: en, en };
}

export const ENGLISH_ONLY: Bilingual = {
  sv: 'Texten finns bara på engelska; den står också som svensk.',
  en: 'The text exists in English only; it stands for the Swedish too.',
};
