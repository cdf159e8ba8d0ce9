import type { ExportedCall } from '../../../../src/funding-calls/exchange/exported-call.js';
import { CALL_COLUMNS } from '../../../../src/funding-calls/exchange/formats/csv/write-csv.js';
import { csv, EXCEL_SV, RFC_4180 } from '../../../../src/shared/files/csv.js';
import { draftOf } from '../../../support/calls/calls-from.js';
import { anyCall, wholeCall } from '../../../support/calls/exported-calls.js';
import { expectedDraft, without } from '../../../support/calls/expected-draft.js';
import * as fc from '../../../support/properties.js';

/** English that repeats the Swedish says nothing of its own. */
const ownEnglish = <T extends { sv: string; en?: string | null }>(text: T): T =>
  text.en === text.sv ? { ...text, en: null } : text;
const anyBilingualCall = anyCall.map(call => ({
  ...call,
  title: ownEnglish(call.title),
  summary: call.summary && ownEnglish(call.summary),
}));

/** The call as the API answers with it: where there is no English, the Swedish. */
function asAnswered(call: ExportedCall): object {
  const { title, summary, focusAreas } = call;
  return {
    ...call,
    titleSv: title.sv,
    titleEn: title.en ?? title.sv,
    summarySv: summary?.sv ?? null,
    summaryEn: summary?.en ?? summary?.sv ?? null,
    nextDeadline: call.deadlines[0]?.at ?? null,
    focusAreas: (focusAreas ?? []).map(code => ({ code })),
  };
}

async function written(call: ExportedCall, dialect = RFC_4180, language: 'field' | 'sv' | 'en' = 'field') {
  const header = CALL_COLUMNS.map(({ field, title }) => (language === 'field' ? field : title[language]));
  let text = '';
  for await (const piece of csv({ header, rows: [CALL_COLUMNS.map(({ cell }) => cell(asAnswered(call)))] }, dialect))
    text += piece;
  return text;
}

describe('A call as a row of CSV', () => {
  it('comes back the same, whatever the call', async () => {
    await fc.assert(
      fc.asyncProperty(anyBilingualCall, async call => {
        // In a table a dash is an empty cell, and markup is read as what it shows.
        fc.pre(!/"-+"|<[a-zåäö!/][^<>]*>|&[a-z]{2,30};/i.test(JSON.stringify(call)));
        const draft = await draftOf('CSV', await written(call));
        expect(without(draft, 'notes', 'source', 'assumed', 'zone')).toEqual(expectedDraft(call));
      }),
      { numRuns: 200 },
    );
  });

  it.each(['sv', 'en'] as const)(
    'comes back from Swedish Excel, with headers in %s, with nothing to note',
    async language => {
      const call = { ...wholeCall, status: 'FORTHCOMING' } as const;
      const draft = await draftOf('CSV', await written(call, EXCEL_SV, language));
      expect(without(draft, 'source', 'assumed', 'zone')).toEqual({ ...expectedDraft(call), notes: [] });
    },
  );
});
