import { isMailbox } from '../../../src/shared/values/mailbox.js';

it.each([
  'innovation@organisation.example',
  'fler.ord+mer@en-avdelning.organisation.example',
  'röster@exämple.se',
  'a@xn--exmple-cua.se',
  `${'a'.repeat(64)}@b.example`,
  '4@4.example',
])('takes %s for a mailbox', written => {
  expect(isMailbox(written)).toBe(true);
});

it.each([
  'ingen adress',
  '.a@b.example',
  'a.@b.example',
  'a..b@c.example',
  '-a@b.example',
  'a@-b.example',
  'a@b-.example',
  'a@127.0.0.1',
  'a@[127.0.0.1]',
  'a@b',
  'a@b..example',
  `${'a'.repeat(65)}@b.example`,
  `${'ö'.repeat(33)}@b.example`,
  `a@${'b'.repeat(64)}.example`,
])('takes %s for none', written => {
  expect(isMailbox(written)).toBe(false);
});
