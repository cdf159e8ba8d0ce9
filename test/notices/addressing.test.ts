import { envelopeOf } from '../../src/notices/sending/message.js';

const WORDS = { subject: 'Hej', text: 'Hej', html: '<p>Hej</p>' };
const SETTINGS = { from: 'Kickstart S3 <kickstart@rögion.example>', publicUrl: 'https://kickstart.example' };
const addressed = async (email: string) => {
  const follower = { id: 'notice_1', email, mails: 0, endToken: 'x' };
  const { from, to, raw } = await envelopeOf(WORDS, follower, SETTINGS);
  return { from, to, header: /^To: (.*)\r$/m.exec(raw.toString())![1] };
};

// RFC 5321 knows ASCII alone; a server that takes more says so (RFC 6531), and not all do.
it.each([
  ['roll@bö.example', 'roll@xn--b-1ga.example'],
  ['Roll+ks3@BÖ.example', 'Roll+ks3@xn--b-1ga.example'],
  ['roll@exempel.example', 'roll@exempel.example'],
])('a mail to %s is for %s in the envelope and in the mail', async (email, address) => {
  expect(await addressed(email)).toEqual({ from: 'kickstart@xn--rgion-jua.example', to: address, header: address });
});
