import type { MemberTraits } from '../../src/consortia/member-facts.js';
import { type Applicants, callRuleChecks, type CallRules } from '../../src/funding-calls/call-rules.js';

const NO_RULES: CallRules = { minPartners: null, minCountries: null, requiredSectors: [], trlMin: null, trlMax: null };
const school: MemberTraits = { role: 'COORDINATOR', sector: 'ACADEMIA', country: 'SE' };
const firm: MemberTraits = { role: 'BENEFICIARY', sector: 'BUSINESS_SME', country: 'DK' };
const friend: MemberTraits = { role: 'ASSOCIATED_PARTNER', sector: 'PUBLIC', country: 'DE' };

function check(code: string, rules: Partial<CallRules>, applicants: Partial<Applicants> = {}) {
  const facts = { members: [school, firm, friend], technologyReadinessLevel: 4, ...applicants };
  return callRuleChecks({ ...NO_RULES, ...rules }, facts).find(answer => answer.code === code)!;
}

describe('the rules of a funding call', () => {
  it('are always all four, and kept when the call demands nothing', () => {
    const checks = callRuleChecks(NO_RULES, { members: [], technologyReadinessLevel: null });
    expect(checks.map(({ code, met }) => [code, met])).toEqual([
      ['PARTNERS', true],
      ['COUNTRIES', true],
      ['SECTORS', true],
      ['TRL', true],
    ]);
  });

  it('do not count an associated partner as partner, country or sector', () => {
    expect(check('PARTNERS', { minPartners: 2 }).met).toBe(true);
    expect(check('PARTNERS', { minPartners: 3 }).met).toBe(false);
    expect(check('COUNTRIES', { minCountries: 2 }).met).toBe(true);
    expect(check('COUNTRIES', { minCountries: 3 }).met).toBe(false);
    expect(check('SECTORS', { requiredSectors: ['PUBLIC'] }).met).toBe(false);
  });

  it('say in both languages how many are demanded and how many there are', () => {
    expect(check('PARTNERS', { minPartners: 3 }).message).toEqual({
      sv: 'Utlysningen kräver minst 3 partner, konsortiet har 2.',
      en: 'The call demands at least 3 partners; the consortium has 2 partners.',
    });
    expect(check('COUNTRIES', { minCountries: 3 }).message).toEqual({
      sv: 'Utlysningen kräver minst 3 länder, konsortiet har 2 länder (DK, SE).',
      en: 'The call demands at least 3 countries; the consortium has 2 countries (DK, SE).',
    });
  });

  it('say so where the call demands nothing', () => {
    expect(callRuleChecks(NO_RULES, { members: [] }).map(({ message }) => message)).toEqual([
      { sv: 'Utlysningen ställer inget krav på antal partner.', en: 'The call demands no number of partners.' },
      { sv: 'Utlysningen ställer inget krav på antal länder.', en: 'The call demands no number of countries.' },
      { sv: 'Utlysningen ställer inget krav på sektorer.', en: 'The call demands no sectors.' },
      { sv: 'Utlysningen ställer inget krav på TRL.', en: 'The call demands no TRL.' },
    ]);
  });

  it('name no country of a consortium without members', () => {
    const { met, message } = check('COUNTRIES', { minCountries: 1 }, { members: [] });
    expect([met, message.en]).toEqual([false, 'The call demands at least 1 country; the consortium has 0 countries.']);
  });

  it('name the sectors that are demanded when all take part', () => {
    const { met, message } = check('SECTORS', { requiredSectors: ['ACADEMIA', 'BUSINESS_SME'] });
    expect([met, message.sv]).toEqual([true, 'Sektorerna finns med: akademi och små och medelstora företag.']);
  });

  it('name exactly the sectors that are missing', () => {
    const { met, message } = check('SECTORS', { requiredSectors: ['ACADEMIA', 'PUBLIC', 'CIVIL_SOCIETY'] });
    expect(met).toBe(false);
    expect(message.sv).toBe('Utlysningen kräver också: offentlig sektor och civilsamhället.');
    expect(message.en).toBe('The call also demands: public sector and civil society.');
  });

  it.each<[number | null, number | null, number | null, boolean, string]>([
    [3, 6, 3, true, 'TRL 3–6'],
    [3, 6, 6, true, 'TRL 3–6'],
    [3, 6, 2, false, 'TRL 3–6'],
    [3, 6, 7, false, 'TRL 3–6'],
    [5, null, 4, false, 'TRL 5 or higher'],
    [5, null, 9, true, 'TRL 5 or higher'],
    [null, 4, 5, false, 'TRL 4 or lower'],
    [3, 6, null, false, 'is not told'],
  ])('with TRL from %s to %s an idea at %s is answered %s: %s', (trlMin, trlMax, level, met, words) => {
    const answer = check('TRL', { trlMin, trlMax }, { technologyReadinessLevel: level });
    expect(answer.met).toBe(met);
    expect(answer.message.en).toContain(words);
  });
});
