import { Make } from '../../support/make/make.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { OFFICERS_PARTNERS, officersWorkbook } from '../../support/tables/officers-workbook.js';

let service: Service;
/** What some of the ideas aim at. */
let call: string;
beforeAll(async () => {
  service = await startService();
  call = (await new Make(service.database).call()).identifier;
}, 60_000);
afterAll(() => service.stop());

const REPORT = `created unchanged rejected { row errors { path message } } leftOut { row } userErrors { message }`;

async function importing(what: 'importIdeas' | 'importPartners', book: Buffer, dryRun = false) {
  const sheet = what === 'importIdeas' ? 'Idéer' : 'Aktörer';
  const input = { format: 'XLSX', contentBase64: book.toString('base64'), sheet, dryRun };
  const document = `mutation ($input: ImportTableInput!) { report: ${what}(input: $input) { ${REPORT} } }`;
  return (await service.as(KEYS.admin).run<any, object>(document, { input })).report;
}

it("a programme officer's workbook of 80 partners and 300 ideas comes in once what its report says has been mended", async () => {
  const [found, mended] = [false, true].map(isMended => officersWorkbook({ call, isMended })) as [Buffer, Buffer];
  const trial = await importing('importPartners', found, true);
  expect(trial).toMatchObject({ created: 79, userErrors: [] });
  expect(trial.rejected).toMatchObject([{ row: 12, errors: [{ path: ['Sektor'] }] }]);
  expect(await importing('importPartners', mended)).toMatchObject({ created: 80, rejected: [] });

  const told = await importing('importIdeas', found, true);
  expect(told.created).toBe(298);
  expect(told.rejected.map(({ row, errors }: any) => [row, errors[0].path])).toEqual([
    [15, ['Ägare']],
    [27, ['Miljömål']],
  ]);
  expect(told.rejected[0].errors[0].message).toContain(OFFICERS_PARTNERS[11]);
  expect(told.rejected[1].errors[0].message).toContain('ekonomi');
  expect(await importing('importIdeas', mended)).toMatchObject({ created: 300, rejected: [] });
  expect(await importing('importIdeas', mended)).toMatchObject({ created: 0, unchanged: 300 });

  const { ideas } = await service
    .as(KEYS.admin)
    .run<any, object>(
      '{ ideas(first: 100, filter: { text: "Officersidé", stages: [CONSORTIUM] }) { totalCount nodes { enteredStageAt transitions { to } } } }',
    );
  expect(ideas.totalCount).toBe(200);
  for (const { enteredStageAt, transitions } of ideas.nodes) {
    expect(enteredStageAt).toMatch(/^2025-/);
    expect(transitions.map(({ to }: any) => to)).toEqual(['CONCEPT', 'CONSORTIUM']);
  }
}, 120_000);
