import fc from 'fast-check';
import {
  APPLICATION_MOVES,
  type ApplicationMove,
  isLive,
  possibleApplicationMoves,
  whyNotApplicationMove,
} from '../../src/applications/application-path.js';
import { ApplicationStatus } from '../../src/applications/application-status.js';
import { wordsOf } from '../../src/shared/described-enum.js';

describe('the path of an application', () => {
  it.each<[ApplicationStatus, ApplicationMove[]]>([
    ['DRAFT', ['SUBMIT', 'WITHDRAW']],
    ['SUBMITTED', ['REVIEW', 'WITHDRAW']],
    ['UNDER_REVIEW', ['GRANT', 'REJECT', 'WITHDRAW']],
    ['GRANTED', []],
    ['REJECTED', []],
    ['WITHDRAWN', []],
  ])('from %s allows %j', (status, moves) => {
    expect(possibleApplicationMoves(status)).toEqual(moves);
  });

  it('names what is possible when a move is not', () => {
    expect(whyNotApplicationMove('GRANT', 'SUBMITTED')).toEqual({
      sv: 'Ansökan är inlämnad och kan inte beviljas. Den kan tas upp till bedömning eller återkallas.',
      en: 'The application is submitted and cannot be granted. It can be taken up for review or be withdrawn.',
    });
    expect(whyNotApplicationMove('WITHDRAW', 'REJECTED')).toEqual({
      sv: 'Ansökan är avslagen och kan inte återkallas. Det är slutgiltigt.',
      en: 'The application is rejected and cannot be withdrawn. That is final.',
    });
    expect(whyNotApplicationMove('SUBMIT', 'DRAFT')).toBeNull();
  });

  it('ends after three moves at most, and stays live unless it was fruitless', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...(Object.keys(APPLICATION_MOVES) as ApplicationMove[]))), tries => {
        let status: ApplicationStatus = 'DRAFT';
        let made = 0;
        for (const move of tries) {
          if (whyNotApplicationMove(move, status)) continue;
          status = APPLICATION_MOVES[move].to;
          made += 1;
        }
        expect(made).toBeLessThanOrEqual(3);
        expect(wordsOf(ApplicationStatus)).toContain(status);
        expect(isLive({ status })).toBe(status !== 'REJECTED' && status !== 'WITHDRAWN');
      }),
    );
  });
});
