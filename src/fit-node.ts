/**
 * The oldest release of each line of Node that the service runs on: one with the security fixes of June and July 2026
 * (https://nodejs.org/en/blog/vulnerability). Line 22 is left out, since Jest cannot run these tests on it.
 */
const LINES: readonly (readonly [major: number, minor: number, patch: number])[] = [
  [24, 18, 1],
  [26, 5, 1],
];

/** What is asked of a Node, in words. */
export const FIT_NODE = LINES.map(line => line.join('.')).join(' or ');

/** Whether a Node of this version runs the service: of a known line, patched; or of a newer line. */
export function isFit(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(part => Number.parseInt(part, 10));
  const line = LINES.find(([known]) => known === major);
  if (!line) return major > LINES.at(-1)![0];
  return minor > line[1] || (minor === line[1] && patch >= line[2]);
}
