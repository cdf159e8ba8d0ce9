import 'reflect-metadata';
import { ApiKey } from '../access/api-key.js';
import { SYSTEM } from '../access/viewer.js';
import { readConfig } from '../config.js';
import { flushAs } from '../database/activity-writer.js';
import { openDatabase } from '../database/open.js';
import { Partner } from '../partners/partner.js';
import { ConfigError } from '../shared/config-error.js';

/** Creates an administrator's key, which a new installation needs before anybody can create the others. */
async function createAdministratorKey(name: string): Promise<string> {
  const config = readConfig();
  const { database, release } = await openDatabase(config);
  try {
    return await database.orm.em.fork().transactional(async em => {
      const partner = await em.findOneOrFail(Partner, { slug: 'region-blekinge' });
      const { apiKey, secret } = ApiKey.issue({ name, role: 'ADMIN', partner });
      em.persist(apiKey);
      await flushAs(em, SYSTEM);
      return secret;
    });
  } finally {
    await database.close();
    release();
  }
}

const name = process.argv[2];
try {
  if (!name) throw new ConfigError('npm run key -- "what the key is for"');
  console.log(await createAdministratorKey(name));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
