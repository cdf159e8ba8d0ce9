import {
  earlierStages,
  type IdeaMove,
  MOVES,
  type Place,
  possibleMoves,
  stageAfter,
  stagesReachedBy,
  whyNotMove,
} from '../../../src/ideas/moves/path.js';
import { IdeaState, Stage } from '../../../src/ideas/stages.js';
import { wordsOf } from '../../../src/shared/described-enum.js';
import * as fc from '../../support/properties.js';

const ALL_MOVES = Object.keys(MOVES) as IdeaMove[];

describe('the path of an idea', () => {
  it.each<[Stage, IdeaState, IdeaMove[]]>([
    ['CONCEPT', 'ACTIVE', ['ADVANCE', 'PAUSE', 'DISCONTINUE']],
    ['CONSORTIUM', 'ACTIVE', ['ADVANCE', 'RETURN', 'PAUSE', 'DISCONTINUE']],
    ['FUNDING_APPLICATION', 'ACTIVE', ['ADVANCE', 'RETURN', 'PAUSE', 'DISCONTINUE']],
    ['PROJECT', 'ACTIVE', ['RETURN', 'PAUSE', 'DISCONTINUE', 'COMPLETE']],
    ['CONSORTIUM', 'PAUSED', ['RESUME', 'DISCONTINUE']],
    ['PROJECT', 'COMPLETED', []],
    ['CONCEPT', 'DISCONTINUED', []],
  ])('from %s, %s, allows %j', (stage, state, moves) => {
    expect(possibleMoves(stage, state)).toEqual(moves);
  });

  it('goes one stage forward at a time', () => {
    expect(wordsOf(Stage).map(stageAfter)).toEqual(['CONSORTIUM', 'FUNDING_APPLICATION', 'PROJECT', null]);
  });

  it('goes back to any earlier stage', () => {
    expect(earlierStages('CONCEPT')).toEqual([]);
    expect(earlierStages('PROJECT')).toEqual(['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION']);
  });

  it('stays at its stage when it pauses or ends', () => {
    for (const move of ['PAUSE', 'DISCONTINUE', 'COMPLETE'] as const)
      expect(stagesReachedBy(move, { stage: 'PROJECT', state: 'ACTIVE' })).toEqual(['PROJECT']);
    expect(MOVES.COMPLETE.to).toBe('COMPLETED');
  });

  it('never leaves the machine, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ALL_MOVES), fc.constantFrom(...wordsOf(Stage)))), tries => {
        let place: Place = { stage: 'CONCEPT', state: 'ACTIVE' };
        for (const [move, to] of tries) {
          const refusal = whyNotMove(move, place, to);
          expect(refusal === null).toBe(stagesReachedBy(move, place).includes(to));
          const final = place.state === 'COMPLETED' || place.state === 'DISCONTINUED';
          if (final) expect(refusal).not.toBeNull();
          if (!refusal) place = { stage: to, state: MOVES[move].to };
          expect(wordsOf(IdeaState)).toContain(place.state);
          if (place.state === 'COMPLETED') expect(place.stage).toBe('PROJECT');
        }
      }),
    );
  });
});

describe('a move that the path does not allow', () => {
  it('is answered with what is possible', () => {
    expect(whyNotMove('COMPLETE', { stage: 'CONSORTIUM', state: 'ACTIVE' })).toEqual({
      sv: 'Idén är pågående i steget konsortium och kan inte slutföras. Den kan föras vidare, föras tillbaka, pausas eller läggas ner.',
      en: 'The idea is active in the stage consortium and cannot be completed. It can advance, return, pause or be discontinued.',
    });
    expect(whyNotMove('ADVANCE', { stage: 'CONCEPT', state: 'PAUSED' })?.en).toContain(
      'It can resume or be discontinued.',
    );
  });

  it('is answered with the end of the road where nothing is possible', () => {
    expect(whyNotMove('RESUME', { stage: 'CONCEPT', state: 'DISCONTINUED' })).toEqual({
      sv: 'Idén är nedlagd i steget koncept och kan inte återupptas. Det är slutgiltigt.',
      en: 'The idea is discontinued in the stage concept and cannot resume. That is final.',
    });
  });

  it('is answered with the stages in reach when it aims at another', () => {
    expect(whyNotMove('ADVANCE', { stage: 'CONCEPT', state: 'ACTIVE' }, 'PROJECT')?.en).toBe(
      'From concept the idea can advance only to consortium.',
    );
    expect(whyNotMove('RETURN', { stage: 'FUNDING_APPLICATION', state: 'ACTIVE' }, 'PROJECT')?.sv).toBe(
      'Från ansökan kan idén föras tillbaka bara till koncept eller konsortium.',
    );
  });

  it('is no refusal when the stage aimed at is right, or left open', () => {
    expect(whyNotMove('ADVANCE', { stage: 'CONCEPT', state: 'ACTIVE' }, 'CONSORTIUM')).toBeNull();
    expect(whyNotMove('ADVANCE', { stage: 'CONCEPT', state: 'ACTIVE' })).toBeNull();
  });
});
