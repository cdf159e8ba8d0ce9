import { ConfigError } from './shared/config-error.js';

/** The oldest Node that the service runs on. */
const NEEDED = 24;

/** npm brings a Node that is new enough; who starts the service without npm may have an older one. */
export function requireNode(version: string = process.versions.node): void {
  if (Number.parseInt(version, 10) >= NEEDED) return;
  throw new ConfigError(`Node ${NEEDED} or newer is needed, and this is ${version}. npm start brings one that fits.`);
}
