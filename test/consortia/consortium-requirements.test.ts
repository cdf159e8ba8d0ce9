import { coordinatorAppointed, enoughPartners, lettersOfIntent } from '../../src/consortia/consortium-requirements.js';
import { aMember, anIdea } from '../support/rows/gate-facts.js';

const ASSOCIATED = aMember({ role: 'ASSOCIATED_PARTNER', letterOfIntent: 'NONE' });

describe('a consortium', () => {
  it('has exactly one coordinator', () => {
    const members = anIdea().members;
    expect(coordinatorAppointed(anIdea())).toMatchObject({
      met: true,
      actual: '1',
      required: '1',
      message: { en: 'A coordinator is appointed.' },
    });
    expect(coordinatorAppointed(anIdea({ members: members.slice(1) }))).toMatchObject({
      met: false,
      actual: '0',
      message: { sv: 'Konsortiet saknar koordinator.' },
    });
    const two = anIdea({ members: [...members, aMember({ role: 'COORDINATOR' })] });
    expect(coordinatorAppointed(two)).toMatchObject({
      met: false,
      actual: '2',
      message: { en: '2 coordinators are appointed; one is right.' },
    });
  });

  it('counts its partners without the associated ones', () => {
    const members = [...anIdea().members.slice(1), ASSOCIATED];
    expect(enoughPartners(anIdea({ members }))).toMatchObject({
      met: false,
      actual: '2',
      required: '3',
      message: { en: 'The consortium has 2 partners (associated ones not counted); it lacks 1 partner.' },
    });
    expect(enoughPartners(anIdea())).toMatchObject({
      met: true,
      actual: '3',
      message: { en: 'The consortium has 3 partners.' },
    });
  });

  it('needs a signed letter of intent from every counted partner, and none from an associated one', () => {
    expect(lettersOfIntent(anIdea({ members: [...anIdea().members, ASSOCIATED] }))).toMatchObject({
      met: true,
      actual: '3',
      message: { en: '3 letters of intent signed.' },
    });
  });

  it('says how many letters of intent are missing', () => {
    const [first, ...others] = anIdea().members;
    const members = [first!, ...others.map(each => ({ ...each, letterOfIntent: 'REQUESTED' as const }))];
    expect(lettersOfIntent(anIdea({ members }))).toMatchObject({
      met: false,
      actual: '1',
      required: '3',
      message: { sv: '2 av 3 avsiktsförklaringar saknas.', en: '2 of 3 letters of intent missing.' },
    });
  });

  it('has no letters of intent to show while it has no partners', () => {
    expect(lettersOfIntent(anIdea({ members: [ASSOCIATED] }))).toMatchObject({
      met: false,
      actual: '0',
      required: '0',
      message: { en: 'The consortium has no partners yet.' },
    });
  });
});
