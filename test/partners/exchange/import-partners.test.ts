import { KEYS, type Service, startService } from '../../support/service/service.js';
import { workbook } from '../../support/tables/workbook.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const IMPORT = `mutation ($input: ImportTableInput!) { importPartners(input: $input) {
  dryRun created updated unchanged sheets columns { header field }
  rows { row identifier title isNew changes { field before after } }
  rejected { row identifier errors { code path message } cells { column text } }
  leftOut { row } partners { slug } userErrors { code path } } }`;

async function importing(input: object, key: string | null = KEYS.admin) {
  return (await service.as(key).run<any, object>(IMPORT, { input: { format: 'CSV', dryRun: false, ...input } }))
    .importPartners;
}

const partner = async (slug: string) =>
  (
    await service.as(KEYS.admin).run<any, object>(
      `query ($slug: String!) { partner(slug: $slug) {
        name sector organisationNumber country nutsCode website contactEmail description(locale: EN) } }`,
      { slug },
    )
  ).partner;

describe('A table of partners', () => {
  it('makes those that are new, tells what it changes, and says nothing the second time', async () => {
    const rows = (site: string) => [
      ['Aktörer i Blekinge'],
      ['Organisation', 'Sektor', 'Org.nr', 'Land', 'Län', 'Hemsida', 'E-post'],
      ['Tarkett Prov', 'stort företag', 5560004615, 'Sverige', 'Blekinge', site, 'fou@tarkett.example'],
    ];
    const given = (site: string, dryRun: boolean) => ({
      format: 'XLSX',
      contentBase64: workbook({ Partner: rows(site) }).toString('base64'),
      dryRun,
    });
    expect(await importing(given('https://a.example', true))).toMatchObject({ dryRun: true, created: 1, rejected: [] });
    expect(await partner('tarkett-prov')).toBeNull();
    expect(await importing(given('https://a.example', false))).toMatchObject({
      created: 1,
      partners: [{ slug: 'tarkett-prov' }],
    });
    expect(await partner('tarkett-prov')).toMatchObject({
      sector: 'BUSINESS_LARGE',
      organisationNumber: '556000-4615',
      country: 'SE',
      nutsCode: 'SE221',
      contactEmail: 'fou@tarkett.example',
    });
    expect(await importing(given('https://a.example', false))).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    const { updated, rows: told } = await importing(given('https://b.example', false));
    expect(updated).toBe(1);
    expect(told[0].changes).toEqual([{ field: 'website', before: 'https://a.example', after: 'https://b.example' }]);
  });

  it('knows a partner again by its number, short name or name, and leaves what an empty cell does not say', async () => {
    await importing({
      content: 'namn;sektor;organisationsnummer;webbplats\nHamnen Prov;kommun;212000-3005;https://h.example\n',
    });
    const by = async (content: string) =>
      (await importing({ content })).rows.map(({ identifier, changes }: any) => [identifier, changes.length]);
    expect(await by('orgnr;beskrivning (en)\n2120003005;The harbour\n')).toEqual([['hamnen-prov', 1]]);
    expect(await by('kortnamn;webbplats\nhamnen-prov;https://i.example\n')).toEqual([['hamnen-prov', 1]]);
    expect(await by('namn;sektor;webbplats\nHAMNEN  prov;;https://j.example\n')).toEqual([['hamnen-prov', 2]]);
    expect(await partner('hamnen-prov')).toMatchObject({
      sector: 'PUBLIC',
      description: 'The harbour',
      website: 'https://j.example',
    });
  });

  it('refuses a row by its column and cell with what would be right, and takes the others', async () => {
    const content = [
      'Namn;Sektor;Organisationsnummer;Land;Webbplats',
      'Fel Ett;rymdfart;;SE;',
      'Fel Två;akademi;232100-0157;SE;',
      'Fel Tre;akademi;;Atlantis;',
      'Fel Fyra;akademi;;SE;hemsida',
      ';akademi;802002-4280;SE;',
      'Rätt Fem;akademi;;DK;',
      'rätt fem;akademi;;DK;',
    ].join('\n');
    const { created, rejected } = await importing({ content });
    expect(created).toBe(1);
    expect(rejected.map(({ row, errors, cells }: any) => [row, errors[0].path, cells[0]?.text ?? null])).toEqual([
      [2, ['Sektor'], 'rymdfart'],
      [3, ['Organisationsnummer'], '232100-0157'],
      [4, ['Land'], 'Atlantis'],
      [5, ['Webbplats'], 'hemsida'],
      [6, ['Namn'], null],
      [8, ['Namn'], 'rätt fem'],
    ]);
    expect(await partner('fel-tva')).toBeNull();
  });

  it('says of the name what is wrong with it, where the table has no short names', async () => {
    const { rejected } = await importing({ content: `Namn;Sektor\nX;akademi\n${'x'.repeat(100_000)};akademi\n` });
    expect(rejected.map(({ errors }: any) => errors)).toEqual([
      [{ code: 'INVALID', path: ['Namn'], message: expect.stringMatching(/^Namn: av namnet blir inget kortnamn/) }],
      [{ code: 'INVALID', path: ['Namn'], message: expect.stringMatching(/^Namnet får ha högst 200 tecken\./) }],
    ]);
  });

  it('refuses a row that speaks of two partners, or of one by another number', async () => {
    await importing({ content: 'namn;sektor;orgnr\nEna Prov;akademi;202100-3054\nAndra Prov;akademi;232100-0156\n' });
    const codes = async (content: string) =>
      (await importing({ content })).rejected.map(({ errors }: any) => errors[0].path);
    expect(await codes('namn;orgnr\nEna Prov;232100-0156\n')).toEqual([['namn']]);
    expect(await codes('namn;orgnr\nEna Prov;802002-4280\n')).toEqual([['orgnr']]);
    expect(await partner('ena-prov')).toMatchObject({ organisationNumber: '202100-3054' });
  });

  it('is for administrators, and changes nothing for others', async () => {
    const content = 'namn;sektor\nObjuden Prov;akademi\n';
    for (const key of [KEYS.partner, KEYS.integrator, null]) {
      expect(await importing({ content }, key)).toMatchObject({ created: 0, userErrors: [{ code: 'FORBIDDEN' }] });
    }
    expect(await partner('objuden-prov')).toBeNull();
  });
});
