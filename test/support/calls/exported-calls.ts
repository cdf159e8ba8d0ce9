import type { ExportedCall } from '../../../src/funding-calls/exchange/exported-call.js';
import { EnvironmentalObjective } from '../../../src/ideas/classification.js';
import { Sector } from '../../../src/partners/sectors.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import { newId } from '../../../src/shared/ids.js';
import * as fc from '../properties.js';

/** A call with everything, to change one thing in. */
export const wholeCall: ExportedCall = {
  id: newId('call'),
  identifier: 'ERUF-2027-1',
  title: { sv: 'Grön omställning', en: 'Green transition' },
  summary: { sv: 'Stöd & råd.\n\nTill < 5 MW.', en: 'Support & advice.\n\nUp to < 5 MW.' },
  programme: 'ERUF Skåne-Blekinge',
  funder: 'Tillväxtverket',
  url: 'https://example.org/eruf',
  status: 'OPEN',
  deadlineModel: 'TWO_STAGE',
  opensAt: new Date('2026-11-30T23:00:00Z'),
  deadlines: [
    { at: new Date('2027-02-15T13:00:00Z'), label: 'Stage 1' },
    { at: new Date('2027-09-15T12:00:00.500Z'), label: null },
  ],
  budget: { amount: '75354267.50', currency: 'SEK' },
  grantMin: { amount: '1000000.00', currency: 'SEK' },
  grantMax: { amount: '5000000.00', currency: 'SEK' },
  fundingRate: 37.5,
  minPartners: 3,
  minCountries: 1,
  requiredSectors: ['ACADEMIA', 'PUBLIC'],
  trlMin: 4,
  trlMax: 7,
  focusAreas: ['smart-industri', 'tech.digitalisering'],
  environmentalObjectives: ['CIRCULAR_ECONOMY'],
  createdAt: new Date('2026-10-01T08:00:00Z'),
  updatedAt: '2026-11-02T12:30:00+01:00',
};

const letters = [...'abcåäöÅÄÖ éß中😀<>&"\'=+-@;,.:/()%'];
const text = (maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength })
    .map(word => word.replace(/\s+/g, ' ').trim())
    .filter(word => word !== '');
const localized = (maxLength: number) => fc.record({ sv: text(maxLength), en: fc.option(text(maxLength)) });
const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
const amount = fc
  .bigInt({ min: 0n, max: 10n ** 16n })
  .map(hundredths => `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`);
const some = <T>(words: T[]) => fc.subarray(words);

/** Any call that the rules of a call allow. */
export const anyCall: fc.Arbitrary<ExportedCall> = fc
  .record({
    texts: fc.record({
      identifier: text(60),
      title: localized(80),
      summary: fc.option(localized(300)),
      programme: text(50),
      funder: text(50),
    }),
    deadlines: fc.uniqueArray(fc.record({ at: moment, label: fc.option(text(20)) }), {
      maxLength: 4,
      selector: ({ at }) => at.getTime(),
    }),
    model: fc.constantFrom('TWO_STAGE', 'MULTIPLE_CUT_OFF', 'SINGLE_STAGE', 'CONTINUOUS'),
    grants: fc.option(fc.tuple(amount, amount)),
    budget: fc.option(amount),
    trl: fc.option(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))),
    rest: fc.record({
      url: fc.option(fc.webUrl()),
      status: fc.constantFrom('DRAFT', 'FORTHCOMING', 'OPEN', 'CLOSED', 'CANCELLED'),
      fundingRate: fc.option(fc.double({ min: 0.01, max: 100, noNaN: true })),
      minPartners: fc.option(fc.integer({ min: 1, max: 1000 })),
      minCountries: fc.option(fc.integer({ min: 1, max: 200 })),
      requiredSectors: some(wordsOf(Sector)),
      environmentalObjectives: some(wordsOf(EnvironmentalObjective)),
      focusAreas: some(['tech', 'missions', 'smart-industri.marin-teknik']),
      createdAt: moment,
      updatedAt: moment,
    }),
    opens: fc.option(fc.nat(1_000_000_000)),
  })
  .map(({ texts, deadlines, model, grants, budget, trl, rest, opens }) => {
    const fewer = model === 'CONTINUOUS' ? [] : model === 'SINGLE_STAGE' ? deadlines.slice(0, 1) : deadlines;
    const first = Math.min(...fewer.map(({ at }) => at.getTime()), Date.UTC(2035, 0));
    const inCurrency = (value: string) => ({ amount: value, currency: 'EUR' });
    const inOrder = grants && [...grants].sort((a, b) => Number(a) - Number(b) || a.localeCompare(b));
    return {
      id: newId('call'),
      ...texts,
      ...rest,
      status: fewer.length === 0 && rest.status === 'CLOSED' ? 'OPEN' : rest.status,
      deadlineModel: model,
      deadlines: fewer,
      opensAt: opens === null ? null : new Date(first - opens),
      budget: budget === null ? null : inCurrency(budget),
      grantMin: inOrder ? inCurrency(inOrder[0]!) : null,
      grantMax: inOrder ? inCurrency(inOrder[1]!) : null,
      trlMin: trl ? Math.min(...trl) : null,
      trlMax: trl ? Math.max(...trl) : null,
    };
  });
