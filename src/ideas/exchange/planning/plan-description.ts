import { asKept, englishSaid } from '../../../imports/as-kept.js';
import { LocalizedText } from '../../../shared/text/localized-text.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import type { Cells } from '../../../tables/cells.js';
import { line, paragraphs } from '../../../tables/text/plain-text.js';
import type { Idea } from '../../idea.js';
import type { IdeaDescription } from '../../idea-description.js';
import type { Picture } from './picture.js';
import type { IdeaRow, SaidIdea, TextColumn } from '../reading/idea-row.js';

const BILINGUAL = ['title', 'summary', 'challenge'] as const;
type BilingualField = (typeof BILINGUAL)[number];

/** What a row describes an idea by, and its columns after the import. */
export interface PlannedDescription {
  readonly changes: Partial<IdeaDescription>;
  readonly after: Picture;
}

/** The parts of a description that a row says; of a new idea what it cannot be without is asked for. */
export function plannedDescription({ said, cells }: IdeaRow, idea: Idea | undefined): PlannedDescription {
  const texts = Object.fromEntries(BILINGUAL.flatMap(field => textChange(field, said, cells, idea)));
  const { visibility, environmentalObjectives, missions, technologyReadinessLevel, contactEmail } = said;
  if (visibility === null) cells.remarks.missing(cells.column('visibility'));
  const rest = {
    visibility: visibility ?? (idea ? undefined : ('CONSORTIUM' as const)),
    environmentalObjectives: listOf(environmentalObjectives, idea),
    missions: listOf(missions, idea),
    technologyReadinessLevel,
    contactEmail,
  };
  const changes: Partial<IdeaDescription> = { ...texts, ...withoutUnsaid(rest) };
  return { changes, after: columnsOf(changes) };
}

function listOf<T>(said: readonly T[] | null | undefined, idea: Idea | undefined): T[] | undefined {
  return said === undefined ? (idea ? undefined : []) : [...(said ?? [])];
}

function withoutUnsaid(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

type Texts = [BilingualField, LocalizedText | null];

function textChange(field: BilingualField, said: SaidIdea, cells: Cells, idea: Idea | undefined): Texts[] {
  const present = idea?.[field];
  const read = field === 'title' ? line : paragraphs;
  const cell = (column: TextColumn) => ({ said: said[column], stands: cells.asItStands(column) });
  const sv = asKept(cell(`${field}Sv`), present?.sv, read);
  const en = englishSaid(asKept(cell(`${field}En`), present?.en, read), present, read);
  if (sv === undefined && en === undefined && idea) return [];
  const [swedish, english] = [sv === undefined ? present?.sv : sv, en === undefined ? present?.en : en];
  // What stands from before is not cleaned by the way.
  if (present && swedish === present.sv && (english ?? null) === (present.en ?? null)) return [];
  if (!swedish && !english && field === 'challenge') return [[field, null]];
  if (swedish) return [[field, LocalizedText.of({ sv: swedish, en: english })]];
  if (english && idea)
    cells.remarks.wrong(cells.column(`${field}Sv`), withoutSwedish(cells.column(`${field}Sv`)[0], field));
  else if (!english) cells.remarks.missing(cells.column(`${field}Sv`));
  else cells.remarks.note(englishAlone(cells.column(`${field}En`)[0]));
  return english ? [[field, LocalizedText.of({ sv: english, en: english })]] : [];
}

/** The Swedish has been emptied, and the English not. */
function withoutSwedish(column: string | undefined, field: BilingualField): Bilingual {
  const [sv, en] = field === 'challenge' ? [' Eller töm även den engelska.', ' Or empty the English, too.'] : ['', ''];
  return {
    sv: `${column}: den svenska texten är tömd men den engelska står kvar. Skriv den svenska.${sv}`,
    en: `${column}: the Swedish text has been emptied, and the English stays. Write the Swedish one.${en}`,
  };
}

function englishAlone(column: string): Bilingual {
  return {
    sv: `${column}: texten finns bara på engelska och står även för den svenska.`,
    en: `${column}: there is only an English text, which stands for the Swedish too.`,
  };
}

/** The description's columns after the import, as far as the row says anything of them. */
function columnsOf(changes: Partial<IdeaDescription>): Picture {
  const { title, summary, challenge, ...rest } = changes;
  const texts: Partial<Record<TextColumn, string | null>> = {
    ...(title && { titleSv: title.sv, titleEn: title.en ?? null }),
    ...(summary && { summarySv: summary.sv, summaryEn: summary.en ?? null }),
    ...(challenge !== undefined && { challengeSv: challenge?.sv ?? null, challengeEn: challenge?.en ?? null }),
  };
  return { ...texts, ...rest };
}
