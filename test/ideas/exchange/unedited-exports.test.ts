import { KEYS, type Service, startService } from '../../support/service/service.js';
import { workbook } from '../../support/tables/workbook.js';
import { Chance } from '../../support/world/chance.js';
import { importing } from './importing.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const FILES = ['/export/ideas.xlsx', '/export/ideas.csv', '/export/ideas.csv?dialect=excel-sv'];

/** What an export brings that nobody has edited. */
async function broughtBack(path: string) {
  const headers = { authorization: `Bearer ${KEYS.admin}`, 'accept-language': 'sv' };
  const bytes = await (await fetch(`${service.url}${path}`, { headers })).arrayBuffer();
  const input = { format: path.includes('.xlsx') ? 'XLSX' : 'CSV', dryRun: true };
  const { rejected, rows } = await importing(service, {
    ...input,
    contentBase64: Buffer.from(bytes).toString('base64'),
  });
  return { rejected, rows };
}

/** Moments at the edges of seconds, days and the changes of clocks, and others by chance. */
function moments(): Date[] {
  const [chance, first] = [new Chance(20_261_130), Date.UTC(2025, 0, 1) / 1_000];
  const edges = [
    ...['2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.500Z', '2025-10-26T22:59:59.999Z', '2026-01-01T22:59:59.500Z'],
    ...['2026-01-01T23:00:00.499Z', '2026-06-30T21:59:59.999Z', '2026-06-30T22:00:00.001Z', '2026-06-30T22:00:00.000Z'],
  ];
  const others = Array.from(
    { length: 40 },
    () => new Date((first + chance.below(30_000_000)) * 1_000 + chance.below(1_000)),
  );
  return [...edges.map(at => new Date(at)), ...others];
}

describe('What is exported and not edited', () => {
  it('comes back as nothing new, whatever part of a second ideas came into their stage at', async () => {
    const rows = moments().map((at, nth) => `Stund ${nth};Sammanfattning ${nth};techtank;${at.toISOString()}`);
    const content = ['Titel;Sammanfattning;Ägare;Koncept sedan', ...rows].join('\n');
    expect(await importing(service, { content })).toMatchObject({ created: rows.length, rejected: [] });
    for (const path of FILES) expect([path, await broughtBack(path)]).toEqual([path, { rejected: [], rows: [] }]);
  });

  it('comes back from a workbook that keeps thousandths too, as those from before did', async () => {
    const moment = '2026-02-03T11:12:13.750Z';
    const content = `Titel;Sammanfattning;Ägare;Koncept sedan\nTusendelar;Text;techtank;${moment}`;
    const [made] = (await importing(service, { content })).rows;
    const told = (at: string) =>
      workbook({
        Blad1: [
          ['Nummer', 'Version', 'Titel', 'I steget sedan'],
          [made.identifier, 1, 'Tusendelar', new Date(at)],
        ],
      });
    const back = (at: string) =>
      importing(service, { format: 'XLSX', contentBase64: told(at).toString('base64'), dryRun: true });
    expect(await back('2026-02-03T12:12:13.750Z')).toMatchObject({ unchanged: 1, rejected: [] });
    const [refused] = (await back('2026-02-03T12:12:16.000Z')).rejected;
    expect(refused.errors[0].code).toBe('ILLEGAL_TRANSITION');
  });

  it('comes back as nothing new where a text is what tables write for nothing', async () => {
    const owner = 'query { partner(slug: "techtank") { id } }';
    const { partner } = await service.as(KEYS.admin).run<any, object>(owner, {});
    const create = `mutation ($input: CreateIdeaInput!) { createIdea(input: $input) { idea { code } userErrors { message } } }`;
    for (const text of ['-', '–', 'n/a', 'N/A', '−−', 'a\n=1', 'b\t\r\n\u2028=2']) {
      const texts = { title: { sv: text, en: text }, summary: { sv: text, en: '-' }, challenge: { sv: text } };
      const input = { ownerId: partner.id, ...texts, focusAreas: [], environmentalObjectives: [] };
      const { createIdea } = await service.as(KEYS.admin).run<any, object>(create, { input });
      expect(createIdea.userErrors).toEqual([]);
    }
    for (const path of FILES) expect([path, await broughtBack(path)]).toEqual([path, { rejected: [], rows: [] }]);
  });
});
