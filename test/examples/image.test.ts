import { existsSync, readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const dockerfile = read('Dockerfile');
/** The lines of the image that is left, after the one that builds. */
const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

it('the Dockerfile has no fault that its grammar knows', () => {
  expect(validate(dockerfile)).toEqual([]);
  expect(validate('FROM\nRUNN x')).not.toEqual([]);
});

it('what the image is built on is named by its digest', () => {
  const [base, ...others] = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, from]) => from);
  expect(base).toMatch(/^node:24\.[\w.-]+@sha256:[0-9a-f]{64}$/);
  expect(others).toEqual(['base', 'base']);
});

it('the image holds what the service reads beside its program, and runs as nobody in particular', () => {
  const copied = [...last.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path]) => path);
  expect(copied).toEqual(
    expect.arrayContaining(['dist', 'dist-web', 'docs', 'migrations', 'node_modules', 'package.json', 'schema']),
  );
  expect(last).toMatch(/^USER 1000:1000$/m);
  expect(last).toMatch(/^HEALTHCHECK /m);
  const [, program] = /CMD \["node".*"(dist\/\S+\.js)"\]/.exec(last)!;
  expect(existsSync(new URL(program!, ROOT))).toBe(true);
});

it('docker compose runs it on a file system that it cannot write to', () => {
  const { api } = (parse(read('docker-compose.yml')) as { services: { api: object } }).services;
  expect(api).toMatchObject({ read_only: true, tmpfs: ['/tmp'], cap_drop: ['ALL'] });
});
