import 'reflect-metadata';
import type { EntityManager } from '@mikro-orm/core';
import { ApiKey } from '../access/keys/api-key.js';
import type { Role } from '../shared/roles.js';
import { SYSTEM } from '../shared/viewer.js';
import { readConfig } from '../config.js';
import { flushAs } from '../activity/activity-writer.js';
import { onDatabase } from '../database/open.js';
import { openReady } from '../open.js';
import { findPartner } from '../partners/find-partner.js';
import { Partner } from '../partners/partner.js';
import { cleaned } from '../shared/text/clean-text.js';
import { ConfigError } from '../shared/program/config-error.js';
import { asksForHelp, command } from './command.js';

const USAGE = 'npm run key -- "what the key is for" [administrator | integrator | partner <slug>]';

/** A key that is asked for. */
interface Wanted {
  readonly name: string;
  readonly role: Role;
  /** The slug of the partner that it acts for. */
  readonly partner: string | null;
}

const ROLES: ReadonlyMap<string, Role> = new Map([
  ['administrator', 'ADMIN'],
  ['integrator', 'INTEGRATOR'],
  ['partner', 'PARTNER'],
]);

/** Without a role an administrator is meant, whom a new installation needs before anybody can make other keys. */
function wanted([name = '', word = 'administrator', slug, ...surplus]: readonly string[]): Wanted {
  const role = ROLES.get(word);
  const isWhole = surplus.length === 0 && (slug !== undefined) === (role === 'PARTNER');
  if (cleaned(name) === '' || !role || !isWhole) throw new ConfigError(USAGE);
  return { name, role, partner: role === 'ADMIN' ? 'region-blekinge' : (slug ?? null) };
}

async function createKey(em: EntityManager, { name, role, partner: slug }: Wanted) {
  const named = slug === null ? null : await em.findOne(Partner, { slug });
  const partner = named && (await findPartner(em, named.id));
  if (slug !== null && !partner) throw new ConfigError(`There is no partner ${JSON.stringify(slug)}.`);
  const issued = ApiKey.issue({ name, role, partner });
  em.persist(issued.apiKey);
  await flushAs(em, SYSTEM);
  return { ...issued, holder: partner?.name };
}

await command(async () => {
  const given = process.argv.slice(2);
  if (asksForHelp(given)) {
    console.log(USAGE);
    return 0;
  }
  // What begins with a dash is meant as an option, and there is none.
  const key = wanted(given.some(word => word.startsWith('-')) ? [] : given);
  const { apiKey, secret, holder } = await onDatabase(openReady(readConfig()), ({ orm }) =>
    orm.em.fork().transactional(em => createKey(em, key)),
  );
  // The secret alone goes to standard output, for programs that keep it.
  const [role] = [...ROLES].find(([, each]) => each === apiKey.role)!;
  console.error(
    `The key "${apiKey.name}" of the role ${role}${holder ? `, for ${holder}` : ''}. It is shown this once:`,
  );
  console.log(secret);
  return 0;
});
