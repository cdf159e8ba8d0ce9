import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { readConfig } from '../../src/config.js';
import { newSecret, opened, sealed, signature } from '../../src/webhooks/secret.js';

const [older, newer] = [randomBytes(32), randomBytes(32)];

it('signs as the Standard Webhooks library does', () => {
  const secret = newSecret();
  const message = { id: 'delivery_1', seconds: 1_764_000_000, body: '{"title":"Vågkraft"}' };
  const expected = new Webhook(secret).sign(message.id, new Date(message.seconds * 1000), message.body);
  expect(signature(secret, message)).toBe(expected);
});

it('is stored as it is without a key, and sealed with one', () => {
  const secret = newSecret();
  expect(sealed(secret, [])).toBe(secret);
  const stored = sealed(secret, [newer]);
  expect(stored).not.toContain(secret.slice('whsec_'.length));
  expect(opened(stored, [newer])).toBe(secret);
});

it('opens what was stored before a key was set, and under a key that has been replaced', () => {
  const secret = newSecret();
  expect(opened(secret, [newer])).toBe(secret);
  expect(opened(sealed(secret, [older]), [newer, older])).toBe(secret);
});

it('opens with no other key, and nothing that was tampered with', () => {
  const stored = sealed(newSecret(), [older]);
  expect(() => opened(stored, [newer])).toThrow('WEBHOOK_SECRET_KEYS');
  expect(() => opened(stored, [])).toThrow('WEBHOOK_SECRET_KEYS');
  const flipped = stored.replace(/\.[^.](?=[^.]*$)/, first => (first === '.A' ? '.B' : '.A'));
  expect(() => opened(flipped, [older])).toThrow();
});

it('is refused a key of the wrong size when the service starts', () => {
  expect(() => readConfig({ WEBHOOK_SECRET_KEYS: randomBytes(16).toString('base64') })).toThrow('32 bytes in base64');
});
