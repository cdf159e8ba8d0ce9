import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { acceptWebSockets } from '../../../src/http/graphql/live/websocket.js';
import { loggerOptions } from '../../../src/http/operation/log.js';
import { answerErrors } from '../../../src/http/refusals/refusal.js';
import { aMoment, eventually } from '../../support/service/listener.js';

/** A stream to log to, and the lines that came. */
function log(): { lines: string[]; stream: Writable } {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, stream };
}

function logged(deed: (log: ReturnType<typeof pino>) => void): string {
  const { lines, stream } = log();
  deed(pino(loggerOptions('info') as object, stream));
  return lines.join('');
}

it('tells of a database error its code and constraint, never the values in it', () => {
  const error = Object.assign(new Error("insert into partner … values ('Anna') - Key (name)=(Anna) already exists"), {
    code: '23505',
    table: 'partner',
    constraint: 'partner_slug_unique',
    detail: 'Key (name)=(Anna) already exists',
  });
  const text = logged(log => log.error({ err: error }, 'the database failed'));
  expect(JSON.parse(text)).toMatchObject({ err: { code: '23505', constraint: 'partner_slug_unique' } });
  expect(text).not.toContain('Anna');
  expect(text).toContain('log.test');
});

it('tells of any other error what went wrong and where', () => {
  const text = logged(log => log.error({ err: new TypeError('x is not a function') }, 'a request failed'));
  expect(JSON.parse(text).err).toMatchObject({ type: 'TypeError', message: 'x is not a function' });
});

it('leaves keys out', () => {
  const text = logged(log => log.info({ req: { headers: { authorization: 'Bearer ks3_1' } }, secret: 'whsec_2' }, 'x'));
  expect(text).not.toMatch(/ks3_1|whsec_2/);
});

describe('a caller', () => {
  let server: FastifyInstance;
  let lines: string[];
  let address: URL;
  beforeEach(async () => {
    const { stream, ...logged } = log();
    ({ lines } = logged);
    const logger = { ...(loggerOptions('info') as object), stream };
    server = fastify({ logger, disableRequestLogging: true, forceCloseConnections: true });
    answerErrors(server);
    await acceptWebSockets(server);
    server.post('/', async () => 'never');
    server.route({ method: 'GET', url: '/', wsHandler: () => undefined, handler: async () => 'never' });
    server.get('/deaf', async () => 'never');
    address = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
    lines.length = 0;
  });
  afterEach(() => server.close());

  /** What is told of it, in one line. */
  async function told(): Promise<{ level: number; msg: string }> {
    await eventually(
      () => lines.length > 0,
      () => 'nothing was told',
    );
    await aMoment();
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('stack');
    return JSON.parse(lines[0]!);
  }

  it('who breaks off in the middle of a request is told of, and not as a failure', async () => {
    const caller = connect(Number(address.port), address.hostname);
    const head = ['POST / HTTP/1.1', 'host: x', 'content-type: application/json', 'content-length: 100', '', ''];
    caller.write(`${head.join('\r\n')}{"query":`);
    await once(server.server, 'request');
    caller.resetAndDestroy();
    expect(await told()).toMatchObject({ level: 30, msg: expect.stringContaining('went away') });
  });

  it('who sends nonsense by WebSocket is told of, and not as a failure', async () => {
    const caller = new WebSocket(address.href.replace('http', 'ws'), 'graphql-transport-ws');
    await once(caller, 'open');
    (caller as unknown as { _socket: Socket })._socket.write(Buffer.from([0xff, 0xff, 0xff]));
    await once(caller, 'close');
    expect(await told()).toMatchObject({ level: 30, code: expect.stringMatching(/^WS_ERR_/) });
  });

  it('who asks for a WebSocket where there is none has its key told to nobody', async () => {
    const caller = new WebSocket(`${address.href.replace('http', 'ws')}deaf?key=ks3_1`, 'graphql-transport-ws');
    await once(caller, 'close');
    expect(await told()).toMatchObject({ level: 30, path: '/deaf' });
  });
});
