import { KEYS, type Service, startService } from '../support/service/service.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

async function made(title: object, summary: string) {
  const create = `mutation ($input: CreateIdeaInput!) { createIdea(input: $input) {
    idea { title titleEn: title(locale: EN) summary } userErrors { message } } }`;
  const { partner } = await service.as(KEYS.admin).run<any, object>('{ partner(slug: "techtank") { id } }', {});
  const input = { ownerId: partner.id, title, summary: { sv: summary } };
  return (await service.as(KEYS.admin).run<any, object>(create, { input })).createIdea.idea;
}

it('takes a title as one line, and a summary as its lines', async () => {
  expect(await made({ sv: 'Tång\r\n=1', en: 'Kelp \u2028\t in  ports' }, 'En rad.\nTvå rader.')).toEqual({
    title: 'Tång =1',
    titleEn: 'Kelp in  ports',
    summary: 'En rad.\nTvå rader.',
  });
});

it('keeps nothing that turns the letters after it, and no letters unseen, in any text', async () => {
  const marks = [
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u{e0041}',
    '\u{e007f}',
    '\u{e0100}',
    '\ufe0f',
    '\u2063',
    '\u3164',
    '\ufff9',
  ];
  const text = `a${marks.join('b')}c`;
  const plain = `a${'b'.repeat(marks.length - 1)}c`;
  expect(await made({ sv: text }, text)).toEqual({ title: plain, titleEn: plain, summary: plain });
});
