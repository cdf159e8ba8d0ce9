/** What the process ends with when it was told to: all was finished, something failed, or something would not end. */
const [WELL, FAILED, BROKEN_OFF] = [0, 1, 3];

/**
 * Ends the process once all is closed, or after so many milliseconds without it: whatever is left then, such as a
 * connection to a database that has fallen silent, must not keep a copy from being replaced.
 */
export function endOnce(milliseconds: number, close: () => Promise<void>): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    setTimeout(breakOff, milliseconds, milliseconds);
    close().then(() => process.exit(WELL), fail);
  };
}

function fail(error: unknown): never {
  console.error('Closing failed:', error);
  process.exit(FAILED);
}

function breakOff(milliseconds: number): never {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const left = [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
  console.error(`Closing took more than ${milliseconds} ms and was broken off. Left: ${left}.`);
  process.exit(BROKEN_OFF);
}
