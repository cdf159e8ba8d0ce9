import pg from 'pg';

/** How long a server may take to say what it is. */
const LOOK_MS = 2_000;

interface Host {
  readonly host: string;
  readonly port: number;
}

/** PostgreSQL's cannot_connect_now. */
const NO_PRIMARY = '57P03';

/**
 * Where the server is. An address with several hosts, as libpq writes it (`postgresql://user@one:5432,two:5432/db`), leads to the
 * one of them that takes changes at the moment: each new connection goes there, also after another has been promoted.
 * https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-MULTIPLE-HOSTS
 */
export class Address {
  /** With one host, as the driver reads it. */
  readonly url: string;
  /** What makes connections to it. */
  readonly Client: typeof pg.Client;
  private readonly hosts: readonly Host[];
  private primary: Host | null = null;
  private looking: Promise<Host> | null = null;

  constructor(url: string) {
    const [, before = '', hosts = '', after = ''] = /^(\w+:\/\/(?:[^@/?]*@)?)([^/?]*)(.*)$/.exec(url) ?? [];
    this.hosts = hosts.split(',').map(hostOf);
    this.url = `${before}${hosts.split(',')[0]}${after}`;
    this.Client = this.hosts.length > 1 ? clientOf(this) : pg.Client;
  }

  client(config: pg.ClientConfig): pg.Client {
    return new this.Client({ ...config, connectionString: this.url });
  }

  /** The host that takes changes; those who want to know meanwhile wait for the same look. */
  find(): Promise<Host> {
    if (this.primary) return Promise.resolve(this.primary);
    this.looking ??= this.look().finally(() => (this.looking = null));
    return this.looking;
  }

  /** The next connection looks anew. */
  forget(): void {
    this.primary = null;
  }

  private async look(): Promise<Host> {
    const looks = this.hosts.map(host => this.isPrimary(host));
    const found = await Promise.any(looks).catch(({ errors }: AggregateError) => {
      throw errors[0] as Error;
    });
    return (this.primary = found);
  }

  private async isPrimary({ host, port }: Host): Promise<Host> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: LOOK_MS,
      query_timeout: LOOK_MS,
    });
    Object.assign(
      client.on('error', () => undefined),
      { host, port },
    );
    try {
      await client.connect();
      const { rows } = await client.query<{ follows: boolean }>('select pg_is_in_recovery() as follows');
      if (!rows[0]!.follows) return { host, port };
      throw Object.assign(new Error('no server that takes changes was found'), { code: NO_PRIMARY });
    } finally {
      void client.end().catch(() => undefined);
    }
  }
}

function hostOf(written: string): Host {
  const { hostname, port } = new URL(`tcp://${written}`);
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port || 5432) };
}

/** Connections that go to the primary, and tell the address when they are lost. */
function clientOf(address: Address): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      this.on('error', () => address.forget()).on('end', () => address.forget());
    }

    override connect(): Promise<this>;
    override connect(done: (error: Error) => void): void;
    override connect(done?: (error: Error) => void): Promise<this> | void {
      const connected = this.connectToPrimary();
      if (!done) return connected;
      connected.then(() => (done as () => void)(), done);
    }

    private async connectToPrimary(): Promise<this> {
      Object.assign(this, await address.find());
      try {
        await super.connect();
        return this;
      } catch (error) {
        address.forget();
        throw error;
      }
    }
  };
}
