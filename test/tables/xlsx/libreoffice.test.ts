import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { archive, inline, parts } from '../../support/tables/workbook.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const MUTATIONS = {
  ideas: ['importIdeas', 'ImportTableInput'],
  partners: ['importPartners', 'ImportTableInput'],
  calls: ['importFundingCalls', 'ImportFundingCallsInput'],
} as const;
type Kind = keyof typeof MUTATIONS;

const fileOf = (name: string) => readFileSync(`test/tables/xlsx/libreoffice/${name}.xlsx`);

async function imported(kind: Kind, file: Buffer): Promise<any> {
  const [mutation, type] = MUTATIONS[kind];
  const document = `mutation ($input: ${type}!) { report: ${mutation}(input: $input) { created updated unchanged
    rejected { row errors { message } } columns { header field } userErrors { message } } }`;
  const given = { format: 'XLSX', contentBase64: file.toString('base64'), dryRun: false };
  const { report } = await service.as(KEYS.admin).run<any, object>(document, { input: given });
  expect([report.rejected, report.userErrors]).toEqual([[], []]);
  return report;
}

const ask = async (query: string) => service.as(KEYS.admin).run<any, object>(query);

describe('a workbook that LibreOffice wrote', () => {
  it('has partners, one by a formula, of a country that is merged over them', async () => {
    expect(await imported('partners', fileOf('partners'))).toMatchObject({ created: 3 });
    const { partners } = await ask(
      '{ partners(filter: { text: "Libre" }) { nodes { name country organisationNumber } } }',
    );
    expect(partners.nodes).toEqual(
      expect.arrayContaining([
        { name: 'Librehögskolan', country: 'SE', organisationNumber: '202100-3054' },
        { name: 'Librekommunen', country: 'SE', organisationNumber: '212000-3005' },
      ]),
    );
    expect(await imported('partners', fileOf('partners'))).toMatchObject({ created: 0, unchanged: 3 });
  });

  it('has ideas, with days and levels by formulas, and an owner that is merged over them', async () => {
    expect(await imported('ideas', fileOf('ideas'))).toMatchObject({ created: 3 });
    const { ideas } = await ask(
      '{ ideas(filter: { text: "Libreidé" }) { nodes { title owner { slug } technologyReadinessLevel stage enteredStageAt focusAreas { code } } } }',
    );
    const told = ideas.nodes
      .map((idea: any) => [idea.title, idea.owner.slug, idea.technologyReadinessLevel, idea.stage, idea.enteredStageAt])
      .sort();
    expect(told).toEqual([
      ['Libreidé ett', 'techtank', 4, 'CONSORTIUM', '2025-02-28T23:00:00.000Z'],
      ['Libreidé tre', 'techtank', 6, 'CONSORTIUM', '2025-04-30T22:00:00.000Z'],
      ['Libreidé två', 'techtank', 5, 'CONCEPT', '2025-03-31T22:00:00.000Z'],
    ]);
    expect(await imported('ideas', fileOf('ideas'))).toMatchObject({ created: 0, unchanged: 3 });
  });

  it('has calls, with a heading over two columns, shares, and moments in Swedish time', async () => {
    expect(await imported('calls', fileOf('calls'))).toMatchObject({ created: 2 });
    const { fundingCall } = await ask(
      '{ fundingCall(identifier: "LIBRE-2") { programme funder opensAt deadlines { at } fundingRate grantMin { amount } grantMax { amount } } }',
    );
    expect(fundingCall).toEqual({
      ...{ programme: 'Libreprogrammet', funder: 'Libremyndigheten', opensAt: '2035-02-28T23:00:00.000Z' },
      ...{ deadlines: [{ at: '2035-05-02T13:30:00.000Z' }], fundingRate: 50 },
      ...{ grantMin: { amount: '1000000.00' }, grantMax: { amount: '5000000.00' } },
    });
    expect(await imported('calls', fileOf('calls'))).toMatchObject({ created: 0, unchanged: 2 });
  });
});

describe.each(Object.keys(MUTATIONS) as Kind[])('the empty workbook of %s', kind => {
  it('is read as it was filled in, once LibreOffice has saved it', async () => {
    const { created, updated, columns } = await imported(kind, fileOf(`template-${kind}`));
    // The partner's number is that of one above: it is known again.
    expect(created + updated).toBe(1);
    expect(columns.filter(({ field }: any) => field === null)).toEqual([]);
    expect(await imported(kind, fileOf(`template-${kind}`))).toMatchObject({ created: 0, unchanged: 1 });
  });

  it('keeps the lists to choose from', () => {
    const book = read(fileOf(`template-${kind}`), { bookFiles: true }) as unknown as { files: Record<string, any> };
    const sheet = Buffer.from(book.files['xl/worksheets/sheet1.xml'].content).toString();
    const lists = [...sheet.matchAll(/<dataValidation [^>]*type="list"[^>]*><formula1>([^<]+)</g)].map(
      ([, list]) => list,
    );
    expect(lists.length).toBeGreaterThan(0);
    for (const list of lists) expect(list).toMatch(/^Värden!\$[A-Z]+\$2:\$[A-Z]+\$\d+$/);
  });
});

it('a sheet with its texts in the cells, as programs on the web write them, is read as any other', async () => {
  const rows = [
    inline(1, 'Titel', 'Sammanfattning', 'Ägare', 'I steget sedan'),
    inline(2, 'Inbäddad providé', 'Vad idén går ut på, i en mening.', 'Techtank', '2025-03-01'),
  ];
  expect(await imported('ideas', archive(parts(rows.join(''))))).toMatchObject({ created: 1 });
});
