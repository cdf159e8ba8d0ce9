import { originOf } from '../../../src/http/admission/origin.js';
import { secretIn } from '../../../src/http/admission/session-cookies.js';

const SECRET = 'a'.repeat(43);
const secretOf = (cookie: string, protocol: 'http' | 'https' = 'https') => secretIn({ headers: { cookie }, protocol });

describe('the cookie of a session', () => {
  it.each([
    ['alone', `__Host-ks3_session=${SECRET}`],
    ['among others', `a=b; __Host-ks3_session=${SECRET} ;\tc`],
    ['beside a nameless one that looks like it', `__Host-ks3_session; __Host-ks3_session=${SECRET}`],
    ['beside one whose name begins otherwise', `\u00a0__Host-ks3_session=planted; __Host-ks3_session=${SECRET}`],
  ])('is found %s', (_, header) => expect(secretOf(header)).toBe(SECRET));

  it.each(['\u00a0', '\u2003', '\ufeff', '\v', '\f'])(
    'is not one whose name begins with a blank that browsers take for a letter: %j',
    blank => {
      expect(secretOf(`${blank}__Host-ks3_session=${SECRET}`)).toBeUndefined();
      expect(secretOf(`${blank}ks3_session=${SECRET}`, 'http')).toBeUndefined();
    },
  );

  it('twice is none that works', () => expect(secretOf(`ks3_session=${SECRET}; ks3_session=b`, 'http')).toBe(''));
});

describe('where a request comes from', () => {
  const from = (origin: string, host: string, protocol: 'http' | 'https' = 'http') =>
    originOf({ headers: { origin }, host, protocol });

  it.each([
    ['https://s3.example.org', 's3.example.org:443'],
    ['https://s3.example.org', 'S3.Example.Org'],
    ['http://localhost:4000', 'LOCALHOST:4000'],
    ['http://s3.example.org', 's3.example.org:80'],
  ])('is here for %s at %s: the same host in other letters', (origin, host) => expect(from(origin, host)).toBe('HERE'));

  it.each([
    ['http://s3.example.org', 's3.example.org', 'https'],
    ['ftp://s3.example.org', 's3.example.org', 'http'],
    ['file://', '', 'http'],
    ['https://s3.example.org:444', 's3.example.org:443', 'https'],
    ['https://s3.example.org', 's3.example.org evil', 'https'],
  ] as const)('is elsewhere for %s at %j by %s', (origin, host, protocol) =>
    expect(from(origin, host, protocol)).toBe('ELSEWHERE'),
  );
});
