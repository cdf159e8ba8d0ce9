import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

const connectionString = process.env.DATABASE_URL!;

/** Keys are looked up beside the pool of the requests; two connections look up thousands a second. */
const keys = new Pool({ connectionString, max: 2 });

const KEY = `select id, name, role, partner_id, array_to_string(grants, ',') as grants from api_key
  where hash = $1 and revoked_at is null and (expires_at is null or expires_at > now()) and (lapses_at is null or lapses_at > now())`;

/** Who asks, as the settings that the policies and functions of `like.sql` read. */
async function pgSettings(authorization: string | undefined): Promise<Record<string, string>> {
  const secret = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (!secret) return { role: 'ks3_bench_viewer' };
  const hash = createHash('sha256').update(secret).digest('hex');
  const { rows } = await keys.query<Record<string, string | null>>({ name: 'key', text: KEY, values: [hash] });
  const [key] = rows;
  if (!key) throw new Error('The API key is unknown, expired or revoked.');
  const { id, name, role, partner_id: partner, grants } = key;
  return {
    role: 'ks3_bench_viewer',
    ...{ 'viewer.key_id': id!, 'viewer.name': name!, 'viewer.role': role! },
    ...{ 'viewer.partner_id': partner ?? '', 'viewer.grants': grants ?? '' },
  };
}

/** As the bare one, and each request as its viewer: https://postgraphile.org/postgraphile/5/jwt-guide. */
const preset: GraphileConfig.Preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString,
      schemas: ['public'],
      poolConfig: { max: Number(process.env.POOL_SIZE) },
      pubsub: false,
    }),
  ],
  grafserv: { graphiql: false, websockets: false, graphqlPath: '/graphql' },
  grafast: {
    explain: false,
    context: async ({ node }) => ({ pgSettings: await pgSettings(node?.req.headers.authorization) }),
  },
};

const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => {
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});
