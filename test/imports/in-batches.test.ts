import { emptyReport } from '../../src/imports/import-report.js';
import { inBatches } from '../../src/imports/in-batches.js';

/** A database that has written what was sent when it is told so. */
function slowDatabase() {
  const answers: PromiseWithResolvers<unknown>[] = [];
  const execute = () => (answers.push(Promise.withResolvers()), answers.at(-1)!.promise);
  return { answers, em: { execute, clear: () => undefined } as never };
}

const rows = (count: number) => Array.from({ length: count }, (_, row) => ({ row }));
const turns = () => new Promise(resolve => setTimeout(resolve, 20));

describe('Rows that are taken in batches', () => {
  it('are made ready while the database writes those before, and are no more than a batch ahead of it', async () => {
    const [{ em, answers }, taken] = [slowDatabase(), [] as number[]];
    const take = async (batch: readonly object[]) => void taken.push(batch.length);
    const all = inBatches(rows(2_100), { em, report: emptyReport() }, take);
    await turns();
    expect(taken).toEqual([500, 500]);
    answers[0]!.resolve([]);
    await turns();
    expect(taken).toEqual([500, 500, 500]);
    for (let nth = 1; nth < 5; nth += 1) {
      await turns();
      answers[nth]!.resolve([]);
    }
    await all;
    expect(taken).toEqual([500, 500, 500, 500, 100]);
  });

  it('are not taken to their end where the database could not write the first, and the reason is told', async () => {
    const [{ em, answers }, taken] = [slowDatabase(), [] as number[]];
    const take = async (batch: readonly object[]) => void taken.push(batch.length);
    const all = inBatches(rows(5_000), { em, report: emptyReport() }, take);
    await turns();
    answers[0]!.reject(new Error('no room'));
    await expect(all).rejects.toThrow('no room');
    expect(taken).toEqual([500, 500]);
  });
});
