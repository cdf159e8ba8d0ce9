import { FIT_NODE, isFit } from './fit-node.js';

/** What is wrong with a Node for the service, in one line; null where it is fit. */
export function unfitNode(version: string): string | null {
  if (isFit(version)) return null;
  return `Node ${FIT_NODE} or newer is needed, and this is ${version}. npm ci && npm start brings one that fits.`;
}

/** `npm ci` sees to a Node that is fit; who starts a program without npm, or changes Node later, may have another. */
export function endUnlessFit(): void {
  const unfit = unfitNode(process.versions.node);
  if (!unfit) return;
  console.error(unfit);
  process.exit(2);
}
