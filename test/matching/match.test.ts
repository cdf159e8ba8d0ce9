import {
  type CallFacts,
  type FocusAreaFacts,
  type IdeaFacts,
  MatchReasonCode,
} from '../../src/matching/match-facts.js';
import { MATCH_POLICY } from '../../src/matching/match-policy.js';
import { matchOf } from '../../src/matching/match.js';
import { wordsOf } from '../../src/shared/described-enum.js';
import * as fc from '../support/properties.js';
import { TODAY } from '../support/rows/gate-facts.js';

const INDUSTRY: FocusAreaFacts = { code: 'smart-industri', name: { sv: 'Smart industri', en: 'Smart industry' } };
const MARINE: FocusAreaFacts = {
  code: 'smart-industri.marin-teknik',
  name: { sv: 'Marin teknik', en: 'Marine technology' },
};
const TECH: FocusAreaFacts = { code: 'tech', name: { sv: 'Tech', en: 'Tech' } };
const SEK = (amount: string) => ({ amount, currency: 'SEK' });

/** Fossil-free tugboats at TRL 4: a university, a Danish firm and a port seek eight million kronor. */
const TUGBOATS: IdeaFacts = {
  focusAreas: [MARINE],
  environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
  technologyReadinessLevel: 4,
  members: [
    { role: 'COORDINATOR', sector: 'ACADEMIA', country: 'SE' },
    { role: 'BENEFICIARY', sector: 'BUSINESS_SME', country: 'DK' },
    { role: 'BENEFICIARY', sector: 'PUBLIC', country: 'SE' },
  ],
  sought: [SEK('8000000.00')],
};

/** A call for smart industry that suits them in every way, with 69 days left. */
const SHIPPING: CallFacts = {
  publishedAt: '2026-09-01T00:00:00Z',
  cancelledAt: null,
  opensAt: '2026-10-01T00:00:00Z',
  deadlines: ['2027-02-01T16:00:00Z'],
  deadlineModel: 'SINGLE_STAGE',
  minPartners: 3,
  minCountries: 2,
  requiredSectors: ['ACADEMIA'],
  trlMin: 3,
  trlMax: 6,
  focusAreas: [INDUSTRY],
  environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION', 'POLLUTION_PREVENTION'],
  grantMin: SEK('5000000.00'),
  grantMax: SEK('10000000.00'),
};

interface Row {
  readonly when: string;
  readonly idea?: Partial<IdeaFacts>;
  readonly call?: Partial<CallFacts>;
  readonly alike?: number;
  readonly eligible: boolean;
  readonly score: number;
  readonly not: readonly MatchReasonCode[];
  readonly says?: string;
}

// Weights: focus area 0.30 · text 0.25 · objective 0.20 · time 0.15 · grant size 0.10. The texts are fully alike here.
// prettier-ignore
const TABLE: readonly Row[] = [
  { when: 'everything suits', eligible: true, score: 1, not: [], says: 'The call covers Marine technology.' },

  // Fit: eligible all the same.
  { when: 'the call is about another area', call: { focusAreas: [TECH] }, eligible: true, score: 0.7, not: ['FOCUS_AREA'], says: "The idea has none of the call's focus areas: Tech." },
  { when: 'the idea is wider than the call', idea: { focusAreas: [INDUSTRY] }, call: { focusAreas: [MARINE] }, eligible: true, score: 0.85, not: [], says: "The call is about Marine technology, a part of the idea's Smart industry." },
  { when: 'the idea has the very area of the call', call: { focusAreas: [MARINE] }, eligible: true, score: 1, not: [], says: 'The call covers Marine technology.' },
  { when: 'one of the call\'s areas suits', call: { focusAreas: [TECH, INDUSTRY] }, eligible: true, score: 1, not: [], says: 'The call covers Marine technology.' },
  { when: 'one of the call\'s areas is part of the idea\'s', idea: { focusAreas: [INDUSTRY] }, call: { focusAreas: [TECH, MARINE] }, eligible: true, score: 0.85, not: [] },
  { when: 'the call is open to all areas', call: { focusAreas: [] }, eligible: true, score: 0.85, not: [] },
  { when: 'one of several objectives is shared', eligible: true, score: 1, not: [], says: 'A shared environmental objective: climate change mitigation.' },
  { when: 'no objective is shared', idea: { environmentalObjectives: ['CIRCULAR_ECONOMY'] }, eligible: true, score: 0.8, not: ['ENVIRONMENTAL_OBJECTIVE'], says: "The idea has none of the call's objectives: climate change mitigation and pollution prevention and control." },
  { when: 'the call names no objectives', call: { environmentalObjectives: [] }, eligible: true, score: 0.9, not: [] },
  { when: 'the texts are half alike', alike: 0.5, eligible: true, score: 0.875, not: [], says: 'The texts are alike (50%).' },
  { when: 'the texts are just alike enough', alike: 0.2, eligible: true, score: 0.8, not: [], says: 'The texts are alike (20%).' },
  { when: 'the texts have little in common', alike: 0.1, eligible: true, score: 0.775, not: ['TEXT'], says: 'The texts have little in common (10%).' },
  { when: 'the idea seeks too much', idea: { sought: [SEK('10000000.01')] }, eligible: true, score: 0.9, not: ['GRANT_SIZE'], says: 'The idea seeks SEK\u00a010,000,000.01; the call grants SEK\u00a010,000,000 at most.' },
  { when: 'the idea seeks too little', idea: { sought: [SEK('100000.00')] }, eligible: true, score: 0.9, not: ['GRANT_SIZE'], says: 'The idea seeks SEK\u00a0100,000; the call grants SEK\u00a05,000,000 at least.' },
  { when: 'the idea has told no amount', idea: { sought: [] }, eligible: true, score: 0.95, not: ['GRANT_SIZE'], says: 'The idea tells no amount sought in SEK.' },
  { when: 'the amount is in another currency', idea: { sought: [{ amount: '700000.00', currency: 'EUR' }] }, eligible: true, score: 0.95, not: ['GRANT_SIZE'] },
  { when: 'the call tells no size of grant', call: { grantMin: null, grantMax: null }, eligible: true, score: 0.95, not: [] },
  { when: 'the call tells only the largest grant', call: { grantMin: null }, eligible: true, score: 1, not: [] },
  { when: 'the call tells only the smallest grant', call: { grantMax: null }, eligible: true, score: 1, not: [] },
  { when: 'thirty days are left', call: { deadlines: ['2026-12-24T13:00:00Z'] }, eligible: true, score: 0.925, not: [], says: '30 days until the deadline 24 December 2026.' },
  { when: 'three weeks are left, just enough', call: { deadlines: ['2026-12-15T13:00:00Z'] }, eligible: true, score: 0.9025, not: [], says: '21 days until the deadline 15 December 2026.' },
  { when: 'six days are left: hasty, yet possible', call: { deadlines: ['2026-11-30T13:00:00Z'] }, eligible: true, score: 0.865, not: ['TIME_TO_DEADLINE'], says: 'Only 6 days until the deadline 30 November 2026.' },
  { when: 'a day is left', call: { deadlines: ['2026-11-25T13:00:00Z'] }, eligible: true, score: 0.8525, not: ['TIME_TO_DEADLINE'], says: 'Only 1 day until the deadline 25 November 2026.' },
  { when: 'the call is always open', call: { deadlineModel: 'CONTINUOUS', deadlines: [] }, eligible: true, score: 1, not: [] },
  { when: 'the call is forthcoming', call: { opensAt: '2026-12-15T00:00:00Z' }, eligible: true, score: 1, not: [] },

  // Rules of the call: the fit stays as good as it is.
  { when: 'a partner is missing', call: { minPartners: 4 }, eligible: false, score: 1, not: ['PARTNERS'], says: 'The call demands at least 4 partners; the consortium has 3 partners.' },
  { when: 'a country is missing', call: { minCountries: 3 }, eligible: false, score: 1, not: ['COUNTRIES'], says: 'The call demands at least 3 countries; the consortium has 2 countries (DK, SE).' },
  { when: 'a sector is missing', call: { requiredSectors: ['CIVIL_SOCIETY'] }, eligible: false, score: 1, not: ['SECTORS'], says: 'The call also demands: civil society.' },
  { when: 'the technology is not ready enough', idea: { technologyReadinessLevel: 2 }, eligible: false, score: 1, not: ['TRL'], says: 'The call demands TRL 3–6; the idea has TRL 2.' },
  { when: 'the technology readiness is not told', idea: { technologyReadinessLevel: null }, eligible: false, score: 1, not: ['TRL'] },
  { when: 'there is no consortium yet', idea: { members: [] }, eligible: false, score: 1, not: ['PARTNERS', 'COUNTRIES', 'SECTORS'] },
  { when: 'the call demands nothing of a consortium', idea: { members: [] }, call: { minPartners: null, minCountries: null, requiredSectors: [] }, eligible: true, score: 1, not: [] },
  { when: 'the call is closed', call: { deadlines: ['2026-11-01T16:00:00Z'] }, eligible: false, score: 0.85, not: ['TIME_TO_DEADLINE'], says: 'The call is closed.' },
  { when: 'the call is cancelled', call: { cancelledAt: '2026-11-01T00:00:00Z' }, eligible: false, score: 0.85, not: ['TIME_TO_DEADLINE'], says: 'The call is cancelled.' },
  { when: 'the call is not published', call: { publishedAt: null }, eligible: false, score: 0.85, not: ['TIME_TO_DEADLINE'] },
];

describe('a match between a call and an idea', () => {
  it.each(TABLE)(
    'when $when is eligible: $eligible, and fits to $score',
    ({ idea, call, alike = 1, eligible, score, not, says }) => {
      const match = matchOf({ ...TUGBOATS, ...idea }, { ...SHIPPING, ...call }, TODAY, { textSimilarity: alike });
      expect(match.reasons.filter(({ satisfied }) => !satisfied).map(({ code }) => code)).toEqual(not);
      expect([match.eligible, match.score]).toEqual([eligible, score]);
      if (says) expect(match.reasons.map(({ message }) => message.en)).toContain(says);
    },
  );

  it("always tells all nine reasons in the contract's order, in both languages", () => {
    const match = matchOf(TUGBOATS, SHIPPING, TODAY, { textSimilarity: 0 });
    expect(match.reasons.map(({ code }) => code)).toEqual(wordsOf(MatchReasonCode));
    for (const { message } of match.reasons)
      expect([message.sv, message.en]).toEqual([expect.any(String), expect.any(String)]);
  });

  const neutral = (idea: object, call: object) =>
    matchOf({ ...TUGBOATS, ...idea }, { ...SHIPPING, ...call }, TODAY, { textSimilarity: 1 })
      .reasons.filter(reason => reason.neutral)
      .map(({ code }) => code);

  it('has no reason in what the call asks nothing of, or what nobody has said', () => {
    expect(neutral({}, {})).toEqual([]);
    const asksNothing = {
      focusAreas: [],
      environmentalObjectives: [],
      trlMin: null,
      trlMax: null,
      minPartners: null,
      minCountries: null,
      requiredSectors: [],
      grantMin: null,
      grantMax: null,
    };
    const every = wordsOf(MatchReasonCode);
    expect(neutral({}, asksNothing)).toEqual(every.filter(code => code !== 'TEXT' && code !== 'TIME_TO_DEADLINE'));
    expect(neutral({ sought: [] }, {})).toEqual(['GRANT_SIZE']);
    expect(neutral({ sought: [], isSoughtWithheld: true }, {})).toEqual(['GRANT_SIZE']);
  });

  it('keeps what decides eligibility apart from what counts in the score', () => {
    const rules = (call: object) =>
      matchOf(TUGBOATS, { ...SHIPPING, ...call }, TODAY, { textSimilarity: 1 })
        .reasons.filter(({ kind }) => kind === 'RULE')
        .map(({ code }) => code);
    expect(rules({})).toEqual(['TRL', 'PARTNERS', 'COUNTRIES', 'SECTORS']);
    expect(rules({ deadlines: ['2026-11-01T16:00:00Z'] })).toContain('TIME_TO_DEADLINE');
  });

  it('reads the same from JSON as from entities', () => {
    const json = JSON.parse(JSON.stringify({ ...SHIPPING, opensAt: new Date('2026-10-01') }));
    expect(matchOf(TUGBOATS, json, TODAY.toISOString(), { textSimilarity: 0.4 })).toEqual(
      matchOf(TUGBOATS, SHIPPING, TODAY, { textSimilarity: 0.4 }),
    );
  });

  it('scores from 0 to 1, more for texts more alike, and never asks the score whether it is eligible', () => {
    const likeness = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(likeness, likeness, fc.nat(5), fc.integer({ min: -30, max: 90 }), (one, other, minPartners, days) => {
        const call = { ...SHIPPING, minPartners, deadlines: [new Date(TODAY.getTime() + days * 86_400_000)] };
        const scored = (textSimilarity: number) => matchOf(TUGBOATS, call, TODAY, { textSimilarity });
        const [less, more] = [scored(Math.min(one, other)), scored(Math.max(one, other))];
        expect(less.score).toBeGreaterThanOrEqual(0);
        expect(more.score).toBeLessThanOrEqual(1);
        expect(more.score).toBeGreaterThanOrEqual(less.score);
        expect(less.eligible).toBe(minPartners <= 3 && days >= 0);
        expect(more.eligible).toBe(less.eligible);
      }),
    );
  });

  it('has weights that add up to 1', () => {
    const sum = Object.values(MATCH_POLICY.weights).reduce((total, weight) => total + weight, 0);
    expect(sum).toBeCloseTo(1, 10);
  });
});
