import { Writable } from 'node:stream';
import { pino } from 'pino';
import { loggerOptions } from '../../src/http/log.js';

function logged(deed: (log: ReturnType<typeof pino>) => void): string {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
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
