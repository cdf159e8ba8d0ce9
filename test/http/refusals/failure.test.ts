import { failureOf } from '../../../src/http/refusals/failure.js';

const coded = (code: string) => Object.assign(new Error('as the database says it'), { code });

it.each([
  ...[
    '08000',
    '08001',
    '08003',
    '08006',
    '57P01',
    '57P02',
    '57P03',
    '25P03',
    '53100',
    '53300',
    '58030',
    'ECONNRESET',
  ].map(code => [code, 'UNAVAILABLE']),
  ...['22001', '22003', '22007', '22008', '22021', '22P02', '22P05'].map(code => [code, 'BAD_USER_INPUT']),
  ...['23502', '23503', '23505', '23514', '23P01', '54000', '54001', '54023'].map(code => [code, 'BAD_USER_INPUT']),
  ...['57014', '55P03'].map(code => [code, 'TIMEOUT']),
  ...['08P01', '22004', '22012', '40001', '42601', '42P01', '26000', 'XX000'].map(code => [code, undefined]),
])('takes %s for %s', (code, told) => {
  expect(failureOf(coded(code!))?.code).toBe(told);
});

it('tells who runs the service of whatever is more than a value that cannot be', () => {
  expect(['22021', '23514', '54000', '08006'].map(code => failureOf(coded(code))!.isCallers)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

it.each([
  'Connection terminated unexpectedly',
  'timeout exceeded when trying to connect',
  'Client was closed and is not queryable',
])('takes "%s" for an outage', message => {
  expect(failureOf(new Error(message))?.code).toBe('UNAVAILABLE');
});

it('takes nothing else for one', () => {
  expect(failureOf(new Error('undefined is not a function'))).toBeNull();
});
