import { isPublic } from '../../../src/shared/values/public-address.js';

it.each(['193.10.6.1', '2a00:801::1', '::c10a:601', '::ffff:193.10.6.1'])('%s is public', address => {
  expect(isPublic(address)).toBe(true);
});

it.each([
  '127.0.0.1',
  '10.0.0.1',
  '169.254.169.254',
  '0.0.0.0',
  '::',
  '::1',
  '::127.0.0.1',
  '::7f00:1',
  '::10.0.0.1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fc00::1',
  'fe80::1',
  'localhost',
])('%s is not public', address => {
  expect(isPublic(address)).toBe(false);
});
