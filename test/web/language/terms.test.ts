import { readFileSync } from 'node:fs';
import { APPLICATION_STATUS_NAMES } from '../../../src/applications/application-path.js';
import { MODEL_NAMES, STATUS_NAMES } from '../../../src/funding-calls/description/call-words.js';
import { CALL_COLUMNS } from '../../../src/funding-calls/exchange/formats/csv/write-csv.js';
import { OBJECTIVE_NAMES } from '../../../src/ideas/classification-names.js';
import { STAGE_NAMES, STATE_NAMES } from '../../../src/ideas/stage-names.js';
import { SECTOR_NAMES } from '../../../src/partners/sector-names.js';
import { CALL_FIELD } from '../../../web/src/calls/field-words.js';
import * as words from '../../../web/src/language/domain-words.js';

type Words = Readonly<Record<string, { readonly sv: string; readonly en: string }>>;

/** As messages have it: in small letters, and without the article that an application is told with. */
const inside = (text: string) => text.toLowerCase().replace(/^(?:ett|a) /, '');

const BOTH: [string, Words, Words][] = [
  ['stage', words.STAGE, STAGE_NAMES],
  ['state', words.STATE, STATE_NAMES],
  ['sector', words.SECTOR, SECTOR_NAMES],
  ['environmental objective', words.OBJECTIVE, OBJECTIVE_NAMES],
  ['status of a call', words.CALL_STATUS, STATUS_NAMES],
  ['deadline model', words.DEADLINE_MODEL, MODEL_NAMES],
  ['status of an application', words.APPLICATION_STATUS, APPLICATION_STATUS_NAMES],
];

describe('one word for one thing', () => {
  it.each(BOTH)('each %s is called the same on the pages and in messages', (_, pages, messages) => {
    const called = (all: Words) =>
      Object.fromEntries(Object.entries(all).map(([code, { sv, en }]) => [code, [inside(sv), inside(en)]]));
    expect(called(pages)).toEqual(called(messages));
  });

  it("a call's fields are called the same in the form as above the columns of a file", () => {
    const fields = CALL_FIELD as Words;
    const shared = CALL_COLUMNS.filter(({ field }) => field in fields);
    expect(shared.length).toBeGreaterThan(20);
    expect(shared.map(({ field, title }) => [field, title])).toEqual(shared.map(({ field }) => [field, fields[field]]));
  });

  it('docs/terms.md has every word', () => {
    const terms = readFileSync(new URL('../../../docs/terms.md', import.meta.url), 'utf8');
    const rows = Object.values({ ...words, CALL_FIELD }).flatMap(group =>
      Object.entries(group as Words).map(([code, { sv, en }]) => `| \`${code}\` | ${sv} | ${en} |`),
    );
    expect(rows.filter(row => !terms.includes(row))).toEqual([]);
  });
});
