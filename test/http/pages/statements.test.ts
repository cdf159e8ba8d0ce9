import { type Service, startService } from '../../support/service/service.js';

const PUBLISHER = {
  PUBLISHER: 'Region <Blekinge> & vänner',
  PUBLISHER_CONTACT: 'kickstart@region.example',
  STATEMENTS_REVIEWED: '2026-11-29',
};

let named: Service;
let unnamed: Service;
beforeAll(async () => {
  named = await startService(PUBLISHER);
  unnamed = await startService();
}, 60_000);
afterAll(async () => {
  await named.stop();
  await unnamed.stop();
});

const get = (service: Service, path: string, language = 'sv') =>
  fetch(`${service.url}${path}`, { headers: { 'accept-language': language } });

describe.each([
  ['/accessibility', 'Tillgänglighetsredogörelse', 'Accessibility statement'],
  ['/privacy', 'Så behandlas personuppgifter', 'How personal data is treated'],
])('%s', (path, sv, en) => {
  it('tells who answers for the service, since when, and where to write, in the language of whoever asks', async () => {
    const response = await get(named, path);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).toContain(`<html lang="sv">`);
    expect(page).toContain(`<h1>${sv}</h1>`);
    expect(page).toContain('Region &#60;Blekinge&#62; &#38; vänner');
    expect(page).toContain('href="mailto:kickstart@region.example"');
    expect(page).toContain('2026-11-29');
    expect(await (await get(named, path, 'en')).text()).toContain(`<h1>${en}</h1>`);
    expect(await (await get(named, `${path}?locale=en`)).text()).toContain(`<h1>${en}</h1>`);
  });

  it('says so where nobody has said who runs the service', async () => {
    expect(await (await get(unnamed, path)).text()).toContain('har inte angett vem den är');
  });
});

it('where faults in security are reported stands where RFC 9116 has it, and is good for less than a year', async () => {
  const response = await get(named, '/.well-known/security.txt');
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const fields = new Map(
    (await response.text())
      .trim()
      .split('\n')
      .map(line => line.split(/: (.*)/) as [string, string]),
  );
  expect(fields.get('Contact')).toBe('mailto:kickstart@region.example');
  const days = (new Date(fields.get('Expires')!).getTime() - Date.now()) / 86_400_000;
  expect(days > 100 && days < 365).toBe(true);
  expect((await get(unnamed, '/.well-known/security.txt')).status).toBe(404);
});
