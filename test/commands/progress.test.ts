import { progressOn } from '../../src/commands/progress.js';
import { emptyReport } from '../../src/imports/import-report.js';

const report = { ...emptyReport(), unchanged: Array.from({ length: 1234 }, String) };

/** What is written on a screen while an import tells of itself once. */
function written(isTTY: boolean, share: number | null): string {
  let text = '';
  const progress = progressOn({ isTTY, write: (more: string) => ((text += more), true) }, () => share);
  progress.show(report);
  progress.show(report);
  progress.done();
  return text;
}

it('is one line with a bar on a terminal, gone when the import is done', () => {
  expect(written(true, 0.5)).toBe(
    '\r\u001b[K[############............] 50 %  1234 rows read, 0 rows refused\r\u001b[K',
  );
});

it('has no bar where nobody knows how long the input is', () => {
  expect(written(true, null)).toBe('\r\u001b[K1234 rows read, 0 rows refused\r\u001b[K');
});

it('is silent in a log while an import is short', () => {
  expect(written(false, 0.5)).toBe('');
});
