import 'reflect-metadata';
import { parseArgs } from 'node:util';
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
import type { Bilingual } from '../shared/text/wording.js';
import { cleaned } from '../shared/text/clean-text.js';
import { ConfigError } from '../shared/program/config-error.js';
import { asksForHelp, command } from './command.js';
import { given, LOCALE_USAGE, say } from './spoken.js';

const USAGE: Bilingual = {
  sv: `npm run key -- [--tools-may-write] "vad nyckeln är till" [administrator | integrator | partner <kortnamn>]

Gör en nyckel och skriver ut den, den enda gång den visas. Utan roll är den en administratörs.
  --tools-may-write   AI-agenters verktyg får ändra med nyckeln; det kan inte ändras sedan. Inte för integratörer
  ${LOCALE_USAGE.sv}`,
  en: `npm run key -- [--tools-may-write] "what the key is for" [administrator | integrator | partner <slug>]

Makes a key and writes it out, the one time it is shown. Without a role it is an administrator's.
  --tools-may-write   tools of AI agents may change things with the key; it cannot be changed later. Not for integrators
  ${LOCALE_USAGE.en}`,
};

const howItIsAsked = () => say(USAGE).split('\n', 1)[0]!;

/** A key that is asked for. */
interface Wanted {
  readonly name: string;
  readonly role: Role;
  /** The slug of the partner that it acts for. */
  readonly partner: string | null;
  readonly toolsMayWrite: boolean;
}

const ROLES: ReadonlyMap<string, Role> = new Map([
  ['administrator', 'ADMIN'],
  ['integrator', 'INTEGRATOR'],
  ['partner', 'PARTNER'],
]);

/** Without a role an administrator is meant, whom a new installation needs before anybody can make other keys. */
function wanted(given: string[]): Wanted {
  const { toolsMayWrite, words } = parsed(given);
  const [name = '', word = 'administrator', slug, ...surplus] = words;
  const role = ROLES.get(word);
  const isWhole = surplus.length === 0 && (slug !== undefined) === (role === 'PARTNER');
  if (cleaned(name) === '' || !role || !isWhole) throw new ConfigError(howItIsAsked());
  return { name, role, partner: role === 'ADMIN' ? 'region-blekinge' : (slug ?? null), toolsMayWrite };
}

function parsed(args: string[]) {
  try {
    const options = { 'tools-may-write': { type: 'boolean', default: false } } as const;
    const { values, positionals: words } = parseArgs({ args, allowPositionals: true, options });
    return { toolsMayWrite: values['tools-may-write'], words };
  } catch {
    // What no option is called.
    throw new ConfigError(howItIsAsked());
  }
}

async function createKey(em: EntityManager, { name, role, partner: slug, toolsMayWrite }: Wanted) {
  const named = slug === null ? null : await em.findOne(Partner, { slug });
  const partner = named && (await findPartner(em, named.id));
  if (slug !== null && !partner) throw new ConfigError(say(noPartner(slug)));
  const issued = ApiKey.issue({ name, role, partner, toolsMayWrite });
  em.persist(issued.apiKey);
  await flushAs(em, SYSTEM);
  return { ...issued, holder: partner?.name };
}

const noPartner = (slug: string): Bilingual => ({
  sv: `Det finns ingen partner ${JSON.stringify(slug)}.`,
  en: `There is no partner ${JSON.stringify(slug)}.`,
});

function madeFor({ name, toolsMayWrite }: ApiKey, role: string, holder: string | undefined): Bilingual {
  const [tools, writing] = toolsMayWrite ? [', med verktyg som får ändra', ', with tools that may write'] : ['', ''];
  return {
    sv: `Nyckeln "${name}" med rollen ${role}${holder ? `, för ${holder}` : ''}${tools}. Den visas denna enda gång:`,
    en: `The key "${name}" of the role ${role}${holder ? `, for ${holder}` : ''}${writing}. It is shown this once:`,
  };
}

await command(async () => {
  const words = given();
  if (asksForHelp(words)) {
    console.log(say(USAGE));
    return 0;
  }
  const key = wanted(words);
  const { apiKey, secret, holder } = await onDatabase(openReady(readConfig()), ({ orm }) =>
    orm.em.fork().transactional(em => createKey(em, key)),
  );
  // The secret alone goes to standard output, for programs that keep it.
  const [role] = [...ROLES].find(([, each]) => each === apiKey.role)!;
  console.error(say(madeFor(apiKey, role, holder)));
  console.log(secret);
  return 0;
});
