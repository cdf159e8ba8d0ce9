import { once } from 'node:events';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import fastify from 'fastify';
import { pino } from 'pino';
import { loggerOptions } from '../../src/http/log.js';
import { answerErrors } from '../../src/http/refusal.js';
import { eventually } from '../support/listener.js';

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

it('tells of a caller who breaks off in one line, and not as a failure', async () => {
  const { lines, stream } = log();
  const server = fastify({ logger: { ...(loggerOptions('info') as object), stream }, disableRequestLogging: true });
  answerErrors(server);
  server.post('/', async () => 'never');
  const { port, hostname } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
  const caller = connect(Number(port), hostname);
  await once(caller, 'connect');
  const told = lines.length;
  caller.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"query":');
  await once(server.server, 'request');
  caller.resetAndDestroy();
  await eventually(
    () => lines.length > told,
    () => 'nothing was told',
  );
  await server.close();
  expect(lines.slice(told).map(line => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 30, msg: expect.stringContaining('went away') }),
  ]);
  expect(lines.join('')).not.toContain('stack');
});
