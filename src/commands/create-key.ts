import 'reflect-metadata';
import { ApiKey } from '../access/api-key.js';
import { SYSTEM } from '../access/viewer.js';
import { readConfig } from '../config.js';
import { flushAs } from '../database/activity-writer.js';
import { onDatabase, openReady } from '../database/open.js';
import { Partner } from '../partners/partner.js';
import { ConfigError } from '../shared/config-error.js';
import { command } from './command.js';

/** Creates an administrator's key, which a new installation needs before anybody can create the others. */
async function createAdministratorKey(name: string): Promise<string> {
  return onDatabase(openReady(readConfig()), ({ orm }) =>
    orm.em.fork().transactional(async em => {
      const partner = await em.findOneOrFail(Partner, { slug: 'region-blekinge' });
      const { apiKey, secret } = ApiKey.issue({ name, role: 'ADMIN', partner });
      em.persist(apiKey);
      await flushAs(em, SYSTEM);
      return secret;
    }),
  );
}

await command(async () => {
  const name = process.argv[2];
  if (!name) throw new ConfigError('npm run key -- "what the key is for"');
  console.log(await createAdministratorKey(name));
  return 0;
});
