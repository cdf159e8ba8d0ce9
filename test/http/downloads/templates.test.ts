import { read, utils } from '@e965/xlsx';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { workbook } from '../../support/tables/workbook.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

/** The sheets of a template: the table, its explanations, the values. */
async function template(name: string, locale: string): Promise<string[][][]> {
  const response = await fetch(`${service.url}/export/templates/${name}.xlsx?locale=${locale}`);
  expect(response.status).toBe(200);
  const book = read(new Uint8Array(await response.arrayBuffer()));
  return book.SheetNames.map(sheet => utils.sheet_to_json<string[]>(book.Sheets[sheet]!, { header: 1, defval: '' }));
}

const TRIES = [
  ['ideas', 'importIdeas', ['calls', 'applicationStatuses']],
  ['partners', 'importPartners', []],
  ['calls', 'importFundingCalls', []],
] as const;

describe('An empty workbook', () => {
  it.each(TRIES)(
    'of %s has columns, examples and values that its import reads, in both languages',
    async (name, mutation, unread) => {
      for (const locale of ['sv', 'en']) {
        const [table, guide, values] = await template(name, locale);
        expect(table).toHaveLength(1);
        expect(guide!.slice(1).map(([header]) => header)).toEqual(table![0]);
        const examples = guide!.slice(1).map(([, , example]) => example!);
        const input = mutation === 'importFundingCalls' ? 'ImportFundingCallsInput' : 'ImportTableInput';
        const source = `mutation ($input: ${input}!) { answer: ${mutation}(input: $input) { created columns { header field } rejected { errors { code message } } } }`;
        const ask = async (rows: string[][]) => {
          const contentBase64 = workbook({ Blad1: rows }).toString('base64');
          return (await service.as(KEYS.admin).run<any, object>(source, { input: { format: 'XLSX', contentBase64 } }))
            .answer;
        };
        const { columns } = await ask([table![0]!, examples]);
        expect(columns.filter(({ field }: any) => field === null)).toEqual([]);
        const kept = table![0]!.map((_, at) => !(unread as readonly string[]).includes(columns[at].field));
        const filled = await ask([table![0]!, examples].map(row => row.filter((_, at) => kept[at])));
        expect([filled.rejected, filled.created]).toEqual([[], 1]);
        // Every value that is offered is one that is read.
        for (const [at, header] of values![0]!.entries()) {
          const offered = values!.slice(1).flatMap(row => row[at] || []);
          for (const value of offered) {
            const row = examples.map((example, place) => (table![0]![place] === header ? value : example));
            if (kept[at])
              expect(
                (await ask([table![0]!, row].map(cells => cells.filter((_, place) => kept[place])))).rejected.filter(
                  ({ errors }: any) =>
                    errors.some(({ code, message }: any) => code === 'INVALID' && message.includes(header)),
                ),
              ).toEqual([]);
          }
        }
      }
    },
  );
});
