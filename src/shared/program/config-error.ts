/** A setting that the service cannot start with; the message is one line for whoever set it. */
export class ConfigError extends Error {}
