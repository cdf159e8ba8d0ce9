/** Begins to measure; gives the milliseconds that this process has worked since then, whatever else the machine did. */
export function processorTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
}
