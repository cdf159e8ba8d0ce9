import { FIT_NODE, isFit } from './fit-node.js';
import { ConfigError } from './shared/program/config-error.js';

/** `npm ci` sees to a Node that is fit; who starts the service without npm, or changes Node later, may have another. */
export function requireNode(version: string = process.versions.node): void {
  if (isFit(version)) return;
  throw new ConfigError(
    `Node ${FIT_NODE} or newer is needed, and this is ${version}. npm ci && npm start brings one that fits.`,
  );
}
