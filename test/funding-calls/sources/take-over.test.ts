import type { CallDescription } from '../../../src/funding-calls/description/call-description.js';
import { FundingCall } from '../../../src/funding-calls/funding-call.js';
import type { CallDraft, DraftPart } from '../../../src/funding-calls/exchange/draft/call-draft.js';
import { LocalizedText } from '../../../src/shared/text/localized-text.js';
import { Money } from '../../../src/shared/money.js';
import { at, deadline, draft, imported, importing } from '../../support/calls/imported-call.js';

interface Part {
  readonly part: DraftPart;
  readonly A: Partial<CallDraft>;
  readonly B: Partial<CallDraft>;
  /** A draft without a value; a model and a programme there always are. */
  readonly silent: Partial<CallDraft> | null;
  readonly edit: Partial<CallDescription>;
  readonly of: (call: FundingCall) => unknown;
}

const sv = (text: string) => LocalizedText.of({ sv: text });
const one = (local: string, label?: string) => ({ deadlines: [deadline(local, label)] });

const PARTS: readonly Part[] = [
  {
    part: 'programme',
    A: { programme: 'A' },
    B: { programme: 'B' },
    silent: null,
    edit: { programme: 'A' },
    of: call => call.programme,
  },
  {
    part: 'deadlineModel',
    A: { deadlineModel: 'TWO_STAGE' },
    B: { deadlineModel: 'MULTIPLE_CUT_OFF' },
    silent: null,
    edit: { deadlineModel: 'TWO_STAGE' },
    of: call => call.deadlineModel,
  },
  {
    part: 'url',
    A: { url: 'https://a.example' },
    B: { url: 'https://b.example' },
    silent: {},
    edit: { url: 'https://a.example' },
    of: call => call.url,
  },
  {
    part: 'summary.sv',
    A: { summary: { sv: 'A' } },
    B: { summary: { sv: 'B' } },
    silent: {},
    edit: { summary: sv('A') },
    of: call => call.summary?.sv,
  },
  {
    part: 'minPartners',
    A: { minPartners: 2 },
    B: { minPartners: 3 },
    silent: {},
    edit: { minPartners: 2 },
    of: call => call.minPartners,
  },
  {
    part: 'budget.currency',
    A: { budget: { amount: '1.00', currency: 'EUR' } },
    B: { budget: { amount: '1.00', currency: 'SEK' } },
    silent: {},
    edit: { budget: Money.of({ amount: '1', currency: 'EUR' }) },
    of: call => call.budget?.currency,
  },
  {
    part: 'opensAt.time',
    A: { opensAt: at('2035-01-15T09:00') },
    B: { opensAt: at('2035-01-15T00:00') },
    silent: {},
    edit: { opensAt: at('2035-01-15T09:00') },
    of: call => call.opensAt?.toISOString(),
  },
  {
    part: 'deadlines.0.time',
    A: one('2035-02-15T14:00'),
    B: one('2035-02-15T23:59'),
    silent: { deadlines: [] },
    edit: one('2035-02-15T14:00'),
    of: call => call.deadlines[0]?.toISOString(),
  },
  {
    part: 'deadlines.0.label',
    A: one('2035-02-15T14:00', 'A'),
    B: one('2035-02-15T14:00', 'B'),
    silent: one('2035-02-15T14:00'),
    edit: { deadlines: [{ at: at('2035-02-15T14:00'), label: 'A' }] },
    of: call => call.deadlineLabels[0] || undefined,
  },
];

/** What stands after a source has spoken: A what was known, B what it brings; "B?" is assumed. */
const OUTCOMES = [
  { before: 'silent', later: { silent: '-', assumed: 'B?', said: 'B' } },
  { before: 'assumed', later: { silent: 'A?', assumed: 'B?', said: 'B' } },
  { before: 'said', later: { silent: 'A', assumed: 'A', said: 'B' } },
  { before: 'edited', later: { silent: 'A', assumed: 'A', said: 'A' } },
] as const;

type State = 'silent' | 'assumed' | 'said';

const inState = (state: State, { part, silent }: Part, value: Partial<CallDraft>): Partial<CallDraft> =>
  state === 'silent' ? silent! : { ...value, ...(state === 'assumed' && { assumed: [part] }) };

function before(state: State | 'edited', part: Part): FundingCall {
  if (state !== 'edited') return imported(inState(state, part, part.A));
  const call = imported(part.B);
  call.update(part.edit);
  return call;
}

describe.each(PARTS)('$part', part => {
  const cases = OUTCOMES.flatMap(({ before: state, later }) =>
    (['silent', 'assumed', 'said'] as const).map(next => [state, next, later[next]] as const),
  );
  const possible = cases.filter(([state, next]) => part.silent || (state !== 'silent' && next !== 'silent'));
  it.each(possible)('%s before, then %s: %s', (state, next, outcome) => {
    const [call, later] = [before(state, part), inState(next, part, part.B)];
    importing(call, later);
    const valueOf = (value: Partial<CallDraft>) => part.of(imported(value));
    const expected = { '-': undefined, A: valueOf(part.A), B: valueOf(part.B) }[outcome[0] as '-' | 'A' | 'B'];
    expect(part.of(call) ?? undefined).toEqual(expected);
    expect(call.assumedFields.includes(part.part)).toBe(outcome.endsWith('?'));
    expect(importing(call, later)).toEqual([]);
  });
});

const moments = ({ deadlines, deadlineLabels }: FundingCall) =>
  deadlines.map((moment, place) => `${moment.toISOString().slice(0, 16)} ${deadlineLabels[place]}`.trim());

const day = (local: string): Partial<CallDraft> => ({
  deadlines: [deadline(`${local}T12:00`)],
  deadlineModel: 'SINGLE_STAGE',
  assumed: ['deadlines.0.time', 'deadlineModel'],
  closingDateOnly: true,
});

describe('Deadlines of two stages', () => {
  const stages = () =>
    imported({ deadlines: [deadline('2035-02-15T14:00', 'Skiss'), deadline('2035-09-15T14:00', 'Ansökan')] });

  it.each<[string, Partial<CallDraft>, string[]]>([
    ['the last day alone', day('2035-09-15'), ['2035-02-15T13:00 Skiss', '2035-09-15T13:00 Ansökan']],
    ['the first day alone', day('2035-02-15'), ['2035-02-15T13:00 Skiss', '2035-09-15T13:00 Ansökan']],
    ['a later last day', day('2035-10-01'), ['2035-02-15T13:00 Skiss', '2035-10-01T13:00 Ansökan']],
    ['a last day before the first', day('2035-01-20'), ['2035-01-20T14:00 Ansökan']],
    [
      'both, moved and without names',
      { deadlines: [deadline('2035-02-20T12:00'), deadline('2035-09-20T12:00')] },
      ['2035-02-20T11:00 Skiss', '2035-09-20T11:00 Ansökan'],
    ],
    [
      'three',
      { deadlines: ['2035-02-15T14:00', '2035-05-15T14:00', '2035-09-15T15:00'].map(local => deadline(local)) },
      ['2035-02-15T13:00 Skiss', '2035-05-15T13:00', '2035-09-15T14:00 Ansökan'],
    ],
    ['that it is continuous', { deadlines: [], deadlineModel: 'CONTINUOUS' }, []],
  ])('after a source that says %s', (_, later, expected) => {
    const call = stages();
    importing(call, later);
    expect(moments(call)).toEqual(expected);
    expect(importing(call, later)).toEqual([]);
  });

  it('keep their model, unless what is said doesn’t go with it', () => {
    const call = imported({ deadlineModel: 'SINGLE_STAGE' });
    importing(call, day('2035-03-01'));
    expect(call.deadlineModel).toBe('SINGLE_STAGE');
    const several = [deadline('2035-03-01T14:00'), deadline('2035-06-01T14:00')];
    importing(call, { deadlines: several, deadlineModel: 'MULTIPLE_CUT_OFF', assumed: ['deadlineModel'] });
    expect(call.deadlineModel).toBe('MULTIPLE_CUT_OFF');
  });

  it('that a person has set stay, whatever model a source says', () => {
    const call = stages();
    call.update({ deadlines: [{ at: at('2035-03-01T12:00') }, { at: at('2035-09-01T12:00') }] });
    expect(importing(call, { deadlines: [deadline('2035-12-01T12:00')], deadlineModel: 'SINGLE_STAGE' })).toEqual([]);
    expect([call.deadlineModel, moments(call)]).toEqual(['TWO_STAGE', ['2035-03-01T11:00', '2035-09-01T11:00']]);
  });
});

describe('An amount', () => {
  it('in whole units, or in a currency that is assumed, denies neither hundredths nor currency', () => {
    const call = imported({ budget: { amount: '1000.50', currency: 'EUR' } });
    const assumed: DraftPart[] = ['budget.currency', 'budget.decimals'];
    expect(importing(call, { budget: { amount: '1001.00', currency: 'SEK' }, assumed })).toEqual([]);
    importing(call, { budget: { amount: '1002.00', currency: 'SEK' }, assumed });
    expect({ ...call.budget }).toEqual({ amount: '1002.00', currency: 'EUR' });
  });

  it('beside another is in the currency that is said of that one', () => {
    const call = imported({ grantMin: { amount: '1.00', currency: 'EUR' } });
    importing(call, { grantMax: { amount: '5.00', currency: 'SEK' }, assumed: ['grantMax.currency'] });
    expect(call.grantMax?.currency).toBe('EUR');
  });
});

describe('A call without a deadline', () => {
  const endless: Partial<CallDraft> = { deadlines: [], deadlineModel: 'SINGLE_STAGE', assumed: ['deadlineModel'] };

  it('is a draft until an import brings one', () => {
    const call = imported(endless);
    expect(call.publishedAt).toBeNull();
    importing(call, { ...endless, url: 'https://a.example' });
    expect(call.publishedAt).toBeNull();
    expect(importing(call, day('2035-02-15'))).toEqual(expect.arrayContaining(['deadlines', 'publishedAt']));
    expect([call.publishedAt, call.assumedFields.includes('publishedAt')]).toEqual([expect.any(Date), false]);
  });

  it('stays a draft where a person made it one', () => {
    const description = { ...draft(), title: sv('T'), summary: null, budget: null, grantMin: null, grantMax: null };
    const call = FundingCall.create({
      identifier: 'T-1',
      description: { ...description, deadlines: [] },
      focusAreas: [],
      publishedAt: null,
    });
    importing(call, day('2035-02-15'));
    expect([moments(call), call.publishedAt]).toEqual([['2035-02-15T11:00'], null]);
  });

  it('is refused where it was continuous, and nothing of it changes', () => {
    const call = imported({ deadlines: [], deadlineModel: 'CONTINUOUS' });
    expect(() => importing(call, { title: { sv: 'Ny' }, deadlines: [], deadlineModel: 'TWO_STAGE' })).toThrow(
      /deadline/,
    );
    expect([call.title.sv, call.deadlineModel]).toEqual(['Titel', 'CONTINUOUS']);
  });
});
