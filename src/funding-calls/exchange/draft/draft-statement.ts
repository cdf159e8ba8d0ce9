import type { FocusArea } from '../../../focus-areas/focus-area.js';
import { Money } from '../../../shared/money.js';
import { type Localized, LocalizedText } from '../../../shared/text/localized-text.js';
import type { CallStatement } from '../../sources/call-statement.js';
import type { CallDraft } from './call-draft.js';

/** What a draft says of a call, in the call's own values. */
export function statementOf(draft: CallDraft, focusAreas: readonly FocusArea[]): CallStatement {
  const { source, title, summary, budget, grantMin, grantMax, zone = 'UTC', closingDateOnly = false } = draft;
  const description = {
    ...draft,
    title: textOf(title),
    summary: summary && textOf(summary),
    budget: budget && Money.of(budget),
    grantMin: grantMin && Money.of(grantMin),
    grantMax: grantMax && Money.of(grantMax),
  };
  return { source, description, focusAreas, assumed: new Set(draft.assumed), zone, closingDateOnly };
}

const textOf = (text: Localized) => (text instanceof LocalizedText ? text : LocalizedText.of(text));
