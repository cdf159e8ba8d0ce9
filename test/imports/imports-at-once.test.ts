import { KEYS, type Service, startService } from '../support/service/service.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const ROWS = 40;
const table = (header: string, row: (nth: number) => string) =>
  [header, ...Array.from({ length: ROWS }, (_, nth) => row(nth))].join('\n');

const TABLES = [
  {
    mutation: 'importIdeas',
    input: 'ImportTableInput',
    content: table('Titel;Sammanfattning;Ägare', nth => `Samtidig idé ${nth};Text ${nth};techtank`),
  },
  {
    mutation: 'importPartners',
    input: 'ImportTableInput',
    content: table('Namn;Sektor', nth => `Samtidig partner ${nth};kommun`),
  },
  {
    mutation: 'importFundingCalls',
    input: 'ImportFundingCallsInput',
    content: table(
      'Beteckning;Finansiär;Titel;Sista ansökningsdag',
      nth => `SAMTIDIG-${nth};Vinnova;Utlysning ${nth};2031-03-15 14:00`,
    ),
  },
];

describe('The same table that four import at the same time', () => {
  it.each(TABLES)('is imported once by $mutation, and says nothing new to the others', async each => {
    const source = `mutation ($input: ${each.input}!) { answer: ${each.mutation}(input: $input) {
      created updated unchanged rejected { row } userErrors { message } } }`;
    const input = { format: 'CSV', content: each.content, dryRun: false };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => service.as(KEYS.admin).run<any, object>(source, { input })),
    );
    const told = answers.map(({ answer }) => answer).sort((one, other) => other.created - one.created);
    const nothing = { updated: 0, rejected: [], userErrors: [] };
    expect(told).toEqual([
      { created: ROWS, unchanged: 0, ...nothing },
      ...Array.from({ length: 3 }, () => ({ created: 0, unchanged: ROWS, ...nothing })),
    ]);
  });
});
