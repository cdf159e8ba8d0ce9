import { z } from 'zod';
import { ConfigError } from '../../../shared/program/config-error.js';
import { text } from '../../../shared/program/settings.js';
import { isMailbox } from '../../../shared/values/mailbox.js';

/** The environment variables of what a public body must tell of itself. */
export const PUBLISHER_ENVIRONMENT = z.object({
  PUBLISHER: text,
  PUBLISHER_CONTACT: text.refine(
    mailbox => !mailbox || isMailbox(mailbox),
    'must be a mailbox: kickstart@region.example',
  ),
  STATEMENTS_REVIEWED: text.refine(day => !day || z.iso.date().safeParse(day).success, 'must be a day: 2026-11-29'),
});

/** Who runs the service, and answers for what its statements say. */
export interface Publisher {
  readonly name: string;
  readonly contact: string;
  /** The day when somebody last held the statements against the service. */
  readonly reviewed: string;
}

/** Null where nobody has said; all three are needed. */
export function publisherSettings(environment: z.infer<typeof PUBLISHER_ENVIRONMENT>): Publisher | null {
  const { PUBLISHER: name, PUBLISHER_CONTACT: contact, STATEMENTS_REVIEWED: reviewed } = environment;
  if (!name) return null;
  if (!contact) throw new ConfigError('PUBLISHER_CONTACT: needed with PUBLISHER');
  if (!reviewed) throw new ConfigError('STATEMENTS_REVIEWED: needed with PUBLISHER');
  return { name, contact, reviewed };
}
