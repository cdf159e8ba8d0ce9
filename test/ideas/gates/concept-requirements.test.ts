import type { GateFacts } from '../../../src/ideas/gates/gate-facts.js';
import { readinessOf, type RequirementCode } from '../../../src/ideas/gates/gates.js';
import { anIdea, TODAY } from '../../support/rows/gate-facts.js';

/** The requirement as it stands when the concept differs in this from one that meets everything. */
const requirement = (code: RequirementCode, changes: Partial<GateFacts>) =>
  readinessOf(anIdea(changes), TODAY)!.requirements.find(each => each.code === code)!;

describe('a described concept', () => {
  it.each([
    ['a title', { title: { sv: '  ' } }, 'Titeln saknas.'],
    ['a challenge', { challenge: null }, 'Utmaningen är inte beskriven.'],
    ['both', { title: { sv: '' }, challenge: { sv: '' } }, 'Titeln saknas. Utmaningen är inte beskriven.'],
    ['a summary', { summary: { sv: '' } }, 'Sammanfattningen saknas.'],
    ['one character', { summary: { sv: 'å'.repeat(79) } }, 'Sammanfattningen är 1 tecken för kort.'],
  ])('names what is missing: %s', (_, changes, message) => {
    expect(requirement('DESCRIBED', changes)).toMatchObject({ met: false, message: { sv: message } });
  });

  it('says all that is wrong at once, in both languages', () => {
    const changes = { title: { sv: '' }, summary: { sv: 'å'.repeat(70) } };
    expect(requirement('DESCRIBED', changes).message).toEqual({
      sv: 'Titeln saknas. Sammanfattningen är 10 tecken för kort.',
      en: 'The title is missing. The summary is 10 characters too short.',
    });
  });

  it('says so when nothing is', () => {
    expect(requirement('DESCRIBED', {}).message.en).toBe('Title, summary and challenge are described.');
  });

  it('is met by exactly 80 characters, spaces around them not counted', () => {
    expect(requirement('DESCRIBED', { summary: { sv: ` ${'å'.repeat(80)} ` } })).toMatchObject({
      met: true,
      actual: '80',
      required: '80',
    });
    expect(requirement('DESCRIBED', { summary: { sv: `${'å'.repeat(79)}  ` } })).toMatchObject({
      met: false,
      actual: '79',
    });
  });

  it('counts an emoji as one character', () => {
    expect(requirement('DESCRIBED', { summary: { sv: '🌊'.repeat(79) } })).toMatchObject({ met: false, actual: '79' });
  });
});

describe('what a concept is classified by', () => {
  it('is a focus area at least', () => {
    expect(requirement('FOCUS_AREA_CHOSEN', { focusAreaCount: 0 })).toMatchObject({
      met: false,
      message: { en: 'Choose at least one focus area.' },
      actual: '0',
      required: '1',
    });
    expect(requirement('FOCUS_AREA_CHOSEN', { focusAreaCount: 1 })).toMatchObject({
      met: true,
      message: { en: '1 focus area chosen.' },
    });
    expect(requirement('FOCUS_AREA_CHOSEN', { focusAreaCount: 2 })).toMatchObject({
      met: true,
      message: { sv: '2 fokusområden valda.', en: '2 focus areas chosen.' },
    });
  });

  it('is one of the six environmental objectives at least', () => {
    expect(requirement('ENVIRONMENTAL_OBJECTIVE_CHOSEN', { environmentalObjectives: [] })).toMatchObject({
      met: false,
      message: { sv: 'Välj minst ett av EU-taxonomins sex miljömål.' },
    });
    const chosen = requirement('ENVIRONMENTAL_OBJECTIVE_CHOSEN', { environmentalObjectives: ['CIRCULAR_ECONOMY'] });
    expect(chosen).toMatchObject({
      met: true,
      message: { en: '1 environmental objective chosen.' },
      actual: '1',
      required: '1',
    });
    const two = { environmentalObjectives: ['CIRCULAR_ECONOMY', 'POLLUTION_PREVENTION'] as const };
    expect(requirement('ENVIRONMENTAL_OBJECTIVE_CHOSEN', two).message.sv).toBe('2 miljömål valda.');
  });
});
