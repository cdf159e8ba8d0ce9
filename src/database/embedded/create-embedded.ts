import type { PGlite } from '@electric-sql/pglite';

/** An embedded PostgreSQL with the extensions that the schema needs. */
export async function createEmbedded(dataDir?: string, loadDataDir?: Blob): Promise<PGlite> {
  const [{ PGlite, types }, { pg_trgm }, { unaccent }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/unaccent'),
  ]);
  return PGlite.create({
    dataDir: dataDir ?? 'memory://',
    extensions: { pg_trgm, unaccent },
    // Its files are a copy in the system's memory already; the usual 128 MB of its own would only be held twice.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
    // Days and moments leave as text, as they do from a server: a day is no instant in any zone.
    parsers: Object.fromEntries(
      [types.DATE, types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL].map(type => [type, (text: string) => text]),
    ),
    ...(loadDataDir && { loadDataDir }),
  });
}
