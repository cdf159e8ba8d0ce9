import {
  APPLICATION_MOVES,
  type ApplicationMove,
  type ApplicationPlace,
  isLive,
  possibleApplicationMoves,
  whyNotApplicationMove,
} from '../../src/applications/application-path.js';
import { ApplicationStatus } from '../../src/applications/application-status.js';
import { DeadlineModel } from '../../src/funding-calls/call-status.js';
import { wordsOf } from '../../src/shared/described-enum.js';
import * as fc from '../support/properties.js';

const INVITED = '2026-12-01T09:00:00Z';

const ofOneStage = (status: ApplicationStatus): ApplicationPlace => ({
  status,
  deadlineModel: 'SINGLE_STAGE',
});

describe('the path of an application', () => {
  it.each<[ApplicationStatus, ApplicationMove[]]>([
    ['DRAFT', ['SUBMIT', 'WITHDRAW']],
    ['SUBMITTED', ['REVIEW', 'WITHDRAW']],
    ['INVITED', ['SUBMIT', 'WITHDRAW']],
    ['UNDER_REVIEW', ['GRANT', 'REJECT', 'WITHDRAW']],
    ['GRANTED', []],
    ['REJECTED', []],
    ['WITHDRAWN', []],
  ])('from %s allows %j', (status, moves) => {
    expect(possibleApplicationMoves(ofOneStage(status))).toEqual(moves);
  });

  it('leads to a second stage from the first of two, and from nowhere else', () => {
    const among = (place: ApplicationPlace) => possibleApplicationMoves(place).includes('INVITE');
    const places = wordsOf(DeadlineModel).flatMap(deadlineModel =>
      [null, INVITED].flatMap(invitedAt =>
        wordsOf(ApplicationStatus).map(status => ({ status, invitedAt, deadlineModel })),
      ),
    );
    expect(places.filter(among)).toEqual([
      { status: 'SUBMITTED', invitedAt: null, deadlineModel: 'TWO_STAGE' },
      { status: 'UNDER_REVIEW', invitedAt: null, deadlineModel: 'TWO_STAGE' },
    ]);
  });

  it('names what is possible when a move is not', () => {
    expect(whyNotApplicationMove('GRANT', ofOneStage('SUBMITTED'))).toEqual({
      sv: 'Ansökan är inlämnad och kan inte beviljas. Den kan tas upp till bedömning eller återkallas.',
      en: 'The application is submitted and cannot be granted. It can be taken up for review or be withdrawn.',
    });
    expect(whyNotApplicationMove('WITHDRAW', ofOneStage('REJECTED'))).toEqual({
      sv: 'Ansökan är avslagen och kan inte återkallas. Det är slutgiltigt.',
      en: 'The application is rejected and cannot be withdrawn. That is final.',
    });
    expect(whyNotApplicationMove('SUBMIT', ofOneStage('DRAFT'))).toBeNull();
  });

  it('ends after three moves at most, in two stages after six, and stays live unless it was fruitless', () => {
    const moves = fc.array(fc.constantFrom(...(Object.keys(APPLICATION_MOVES) as ApplicationMove[])), { minLength: 6 });
    fc.assert(
      fc.property(moves, fc.constantFrom(...wordsOf(DeadlineModel)), (tries, deadlineModel) => {
        let [status, invitedAt]: [ApplicationStatus, string | null] = ['DRAFT', null];
        let made = 0;
        for (const move of tries) {
          if (whyNotApplicationMove(move, { status, invitedAt, deadlineModel })) continue;
          status = APPLICATION_MOVES[move].to;
          if (move === 'INVITE') invitedAt = INVITED;
          made += 1;
        }
        expect(made).toBeLessThanOrEqual(deadlineModel === 'TWO_STAGE' ? 6 : 3);
        expect(wordsOf(ApplicationStatus)).toContain(status);
        expect(isLive({ status })).toBe(status !== 'REJECTED' && status !== 'WITHDRAWN');
      }),
    );
  });
});
