import { applicationGranted, callRulesMet, callTargeted } from '../../src/applications/application-requirements.js';
import type { ApplicationStatus } from '../../src/applications/application-status.js';
import type { TargetedCall } from '../../src/ideas/gates/gate-facts.js';
import { aCall, aMember, anApplication, anIdea, TODAY } from '../support/rows/gate-facts.js';

const aimingAt = (...calls: TargetedCall[]) =>
  anIdea({ applications: calls.map(call => anApplication({ status: 'DRAFT', call })) });

const CLOSED = aCall({ identifier: 'OLD-1', deadlines: ['2026-11-01T00:00:00Z'] });
const FORTHCOMING = aCall({ identifier: 'NEXT-1', opensAt: '2027-01-01T00:00:00Z' });

describe('a targeted call', () => {
  it.each<[keyof typeof ApplicationStatus, boolean]>([
    ['DRAFT', true],
    ['SUBMITTED', true],
    ['UNDER_REVIEW', true],
    ['GRANTED', true],
    ['REJECTED', false],
    ['WITHDRAWN', false],
  ])('with an application that is %s counts: %s', (status, met) => {
    expect(callTargeted(anIdea({ applications: [anApplication({ status })] }), TODAY).met).toBe(met);
  });

  it('is open or forthcoming', () => {
    expect(callTargeted(aimingAt(FORTHCOMING), TODAY)).toMatchObject({
      met: true,
      message: { sv: 'Ansökan riktas till NEXT-1.', en: 'An application aims at NEXT-1.' },
      actual: '1',
      required: '1',
    });
    expect(callTargeted(aimingAt(CLOSED), TODAY)).toMatchObject({
      met: false,
      message: { en: 'Neither open nor forthcoming: OLD-1. Choose another call.' },
    });
    expect(callTargeted(aimingAt(aCall({ publishedAt: null })), TODAY).met).toBe(false);
    expect(callTargeted(aimingAt(aCall({ cancelledAt: '2026-11-20T00:00:00Z' })), TODAY).met).toBe(false);
  });

  it('is missing when no application has begun, or none is left', () => {
    for (const applications of [[], [anApplication({ status: 'REJECTED' })]]) {
      expect(callTargeted(anIdea({ applications }), TODAY)).toMatchObject({
        met: false,
        message: { en: 'Start an application to a call that is open or forthcoming.' },
        actual: '0',
      });
    }
  });
});

describe("the targeted call's rules", () => {
  it('are met when those of one call hold, whatever the others demand', () => {
    const answer = callRulesMet(aimingAt(aCall({ identifier: 'HARD-1', minPartners: 9 }), aCall()), TODAY);
    expect(answer).toMatchObject({
      met: true,
      message: { sv: 'Reglerna uppfylls för KLIMAT-2026-1.' },
      actual: '1',
      required: '1',
    });
  });

  it('say which rule fails for which call', () => {
    const hard = aCall({ identifier: 'HARD-1', minPartners: 9, trlMin: 7, trlMax: 9 });
    const answer = callRulesMet(aimingAt(hard, aCall({ minCountries: 3 })), TODAY);
    expect(answer.met).toBe(false);
    expect(answer.message.en).toBe(
      'HARD-1: The call demands at least 9 partners; the consortium has 3 partners. ' +
        'The call demands TRL 7–9; the idea has TRL 4. · ' +
        'KLIMAT-2026-1: The call demands at least 3 countries; the consortium has 2 countries (DK, SE).',
    );
  });

  it('are not met by associated partners', () => {
    const [first, second] = anIdea().members;
    const members = [first!, second!, aMember({ role: 'ASSOCIATED_PARTNER', sector: 'PUBLIC' })];
    expect(callRulesMet({ ...aimingAt(aCall()), members }, TODAY).met).toBe(false);
  });

  it('are not met by an unknown TRL where a range is demanded', () => {
    const answer = callRulesMet({ ...aimingAt(aCall()), technologyReadinessLevel: null }, TODAY);
    expect(answer).toMatchObject({ met: false });
    expect(answer.message.sv).toContain('Idéns TRL är inte angiven');
  });

  it('cannot be tested on a call that has closed', () => {
    expect(callRulesMet(aimingAt(CLOSED), TODAY)).toMatchObject({
      met: false,
      message: { en: 'No open or forthcoming call is targeted, so there are no rules to test.' },
      actual: '0',
    });
  });
});

describe('a grant', () => {
  it('is one granted application at least, even from a call that has closed since', () => {
    expect(applicationGranted(anIdea({ applications: [anApplication({ call: CLOSED })] }))).toMatchObject({
      met: true,
      message: { en: 'Granted: OLD-1.' },
    });
    expect(applicationGranted(aimingAt(aCall()))).toMatchObject({
      met: false,
      message: { en: 'No application is granted.' },
      actual: '0',
      required: '1',
    });
  });
});
