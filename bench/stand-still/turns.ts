/**
 * Loaded into the service before it starts: measures the turns of its event loop while it is asked to, by a look at each.
 * What others on the machine do is not in the processor time of its thread.
 */

/** How long the longest turn was, in milliseconds. */
export interface Longest {
  readonly processor: number;
  readonly clock: number;
}

function used(): Longest {
  const { user, system } = process.threadCpuUsage();
  return { processor: (user + system) / 1_000, clock: performance.now() };
}

let longest: Longest | undefined;
let last = used();

function look(): void {
  if (!longest) return;
  const now = used();
  longest = {
    processor: Math.max(longest.processor, now.processor - last.processor),
    clock: Math.max(longest.clock, now.clock - last.clock),
  };
  last = now;
  setImmediate(look);
}

/** Any word begins or ends it, and is answered with what was measured. */
process.on('message', () => {
  process.send!(longest ?? null);
  longest = longest ? undefined : { processor: 0, clock: 0 };
  last = used();
  look();
});
process.channel!.unref();
