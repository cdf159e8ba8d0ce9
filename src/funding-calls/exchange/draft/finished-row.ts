import Big from 'big.js';
import { LONGEST } from '../../../shared/checks.js';
import type { Localized } from '../../../shared/text/localized-text.js';
import { callFaults } from '../../description/call-description.js';
import { alikeInBoth } from '../../../shared/text/wording.js';
import type { CallWords } from '../../description/call-words.js';
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
      sv: `Beteckningen får ha högst ${LONGEST.name} tecken.`,
      en: `The identifier may have at most ${LONGEST.name} characters.`,
    });
  }
  if (draft.deadlines.length > LIMITS.deadlines) {
    remarks.wrong(fields.deadlines ?? ['deadlines'], {
      sv: `Högst ${LIMITS.deadlines} sista ansökningsdagar får finnas.`,
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
  const at = (field: string) => fields[field as keyof CallDraft] ?? [field];
  return { at, called: field => alikeInBoth(at(field).join('.')) };
}

/** The draft without fields that have no value, so that two drafts can be compared. */
function withoutGaps(draft: CallDraft): CallDraft {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as unknown as CallDraft;
}
