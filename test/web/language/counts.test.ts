import { boardWords } from '../../../web/src/board/words.js';
import { pipelineWords as words } from '../../../web/src/pipeline/words.js';

describe('a count on the pages', () => {
  it('of one has the singular', () => {
    expect(words.inApplications.sv(1, 'EUR')).toBe('1 ansökan i EUR');
    expect(words.inApplications.en(1, 'EUR')).toBe('1 application in EUR');
    expect(words.medianInStage.sv('1')).toBe('median 1 dag i steget');
    expect(words.afterDays.en('1')).toBe('after 1 day (median)');
    expect(words.basedOn.en(1)).toBe('based on 1 case');
    expect(words.goalPassed.sv(5, 1)).toBe('stora projekt – målet är minst ett');
    expect(words.goalPassed.en(1, 1)).toBe('large project – the goal is at least one');
    expect(words.goalOf.sv(0, 1)).toBe('0 av minst ett stort projekt');
    expect(boardWords.ready.en(0, 1, 'Project')).toBe('0 of 1 requirement for Project met');
  });

  it('of none or several has the plural', () => {
    expect(words.inApplications.sv(0, 'EUR')).toBe('0 ansökningar i EUR');
    expect(words.medianInStage.en('1,5')).toBe('median 1,5 days in stage');
    expect(words.goalOf.sv(1, 2)).toBe('1 av minst två stora projekt');
    expect(words.goalOf.en(1, 2)).toBe('1 of at least two large projects');
  });
});
