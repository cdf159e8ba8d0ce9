import { atOnce, breath, inTurns } from '../../../src/shared/program/breath.js';

/** Works for so many milliseconds without letting anybody in. */
function work(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

function* steps(count: number): Generator<void, number, void> {
  for (let done = 0; done < count; done += 1) {
    work(2);
    yield;
  }
  return count;
}

/** How often others had their turn while it was worked. */
async function turnsDuring(working: () => Promise<unknown>): Promise<number> {
  let [turns, isOver] = [0, false];
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await working();
  isOver = true;
  return turns;
}

it('lets others have their turn while it works, and comes to the same', async () => {
  let result = 0;
  const turns = await turnsDuring(async () => (result = await inTurns(steps(50))));
  expect([result, atOnce(steps(1))]).toEqual([50, 1]);
  expect(turns).toBeGreaterThanOrEqual(5);
});

it('holds up others no longer when twenty work at once than when one does', async () => {
  const turns = await turnsDuring(() => Promise.all(Array.from({ length: 20 }, () => inTurns(steps(5)))));
  expect(turns).toBeGreaterThanOrEqual(10);
});

it('makes nobody wait who has only begun', async () => {
  await new Promise(setImmediate);
  const turns = await turnsDuring(async () => {
    for (let nth = 0; nth < 100; nth += 1) await breath();
  });
  expect(turns).toBeLessThanOrEqual(1);
});

it('ends with what stops the work', async () => {
  function* stumbling(): Generator<void, never, void> {
    yield;
    throw new RangeError('one run at least');
  }
  await expect(inTurns(stumbling())).rejects.toThrow('one run at least');
});
