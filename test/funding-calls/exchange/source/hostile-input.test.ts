import { LIMITS } from '../../../../src/funding-calls/exchange/source/source-limits.js';
import { readCalls } from '../../../../src/funding-calls/exchange/read-calls.js';
import {
  allOf,
  bytesOf,
  draftsIn,
  faultsIn,
  fixture,
  parsedFixture,
  rowsOf,
} from '../../../support/calls/calls-from.js';
import { processorTime } from '../../../support/processor-time.js';

const first = () => parsedFixture('gdp-utlysningar.json')[0];
const listOf = (...rows: string[]) => `[${rows.join(',')}]`;
const good = (id: string) => JSON.stringify({ ...first(), diarienummer: id });

describe('Input that means harm', () => {
  it('keeps the rows before a break and names the row that broke, wherever that is', async () => {
    const text = listOf(good('A-1'), good('A-2'), good('A-3'));
    for (let end = 2; end < text.length; end += 97) {
      const rows = await rowsOf('GDP', text.slice(0, end));
      const whole = [...text.slice(0, end).matchAll(/\}\],"stodformer":\[\{"namn":"Innovationsstöd"\}\]\}/g)].length;
      expect(draftsIn(rows)).toHaveLength(whole);
      expect(faultsIn(rows)).toMatchObject([{ row: whole + 1, faults: [{ code: 'INVALID' }] }]);
    }
  });

  it.each([
    ['nothing', '', 0],
    ['space', '   \n', 0],
    ['no JSON', 'Access denied', 0],
    ['HTML', '<html><body>Error</body></html>', 0],
    ['a number', '42', 0],
    ['something after the list', `${listOf(good('A-1'))} {}`, 2],
    ['two lists', `${listOf(good('A-1'))}${listOf(good('A-2'))}`, 2],
    ['a comma too many', `[${good('A-1')},,${good('A-2')}]`, 2],
  ])('names where it stopped in %s', async (_, text, row) => {
    expect(faultsIn(await rowsOf('GDP', text)).at(-1)).toMatchObject({ row });
  });

  it('refuses rows that are no objects, each by its number, and reads the others', async () => {
    const rows = await rowsOf('GDP', listOf('1', 'null', '"text"', '[[]]', good('A-1'), 'true'));
    expect(faultsIn(rows).map(({ row }) => row)).toEqual([1, 2, 3, 4, 6]);
    expect(draftsIn(rows).map(({ row }) => row)).toEqual([5]);
  });

  it('refuses a row that nests too deep and reads the next', async () => {
    const deep = `{"diarienummer":"D","x":${'['.repeat(LIMITS.nesting + 1)}${']'.repeat(LIMITS.nesting + 1)}}`;
    const rows = await rowsOf('GDP', listOf(deep, good('A-1')));
    expect(faultsIn(rows)).toMatchObject([
      { row: 1, faults: [{ message: { en: expect.stringContaining('nests more than') } }] },
    ]);
    expect(draftsIn(rows).map(({ row }) => row)).toEqual([2]);
  });

  it.each(['[', '{"a":'])('stops at a million times %s', async opening => {
    expect(faultsIn(await rowsOf('GDP', opening.repeat(1_000_000))).length).toBe(1);
    expect(faultsIn(await rowsOf('GDP', `[{"x":${opening.repeat(1_000_000)}`)).length).toBe(1);
  });

  it('refuses a row that is too large and reads the next', async () => {
    const long = `{"diarienummer":"L","beskrivning":"${'x'.repeat(LIMITS.rowCharacters + 1)}"}`;
    const many = `{"diarienummer":"M","x":[${'0,'.repeat(LIMITS.rowValues)}0]}`;
    const rows = await rowsOf('GDP', listOf(long, many, good('A-1')));
    expect(faultsIn(rows).map(({ row, faults }) => [row, faults[0]!.message.en])).toEqual([
      [1, expect.stringContaining('larger than')],
      [2, expect.stringContaining('larger than')],
    ]);
    expect(draftsIn(rows).map(({ row }) => row)).toEqual([3]);
  });

  it('reads a hundred megabytes in little memory', async () => {
    async function* endless() {
      yield Buffer.from('[{"diarienummer":"L","beskrivning":"');
      for (let piece = 0; piece < 1_600; piece++) yield Buffer.alloc(64 * 1024, 'x');
      yield Buffer.from(`"},${good('A-1')}]`);
    }
    const before = process.memoryUsage().rss;
    const rows = await allOf(readCalls('GDP', endless()));
    expect([faultsIn(rows).map(({ row }) => row), draftsIn(rows).map(({ row }) => row)]).toEqual([[1], [2]]);
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  it('reads ten thousand topics of a bulk file without keeping them', async () => {
    const [record] = parsedFixture('eu-portal-grants-tenders.json').fundingData.GrantTenderObj;
    async function* bulkFile() {
      yield Buffer.from('{"fundingData":{"GrantTenderObj":[');
      for (let topic = 0; topic < 10_000; topic++) {
        const filled = { ...record, identifier: `T-${topic}`, latestInfos: [{ content: 'x'.repeat(4_000) }] };
        yield Buffer.from(`${topic === 0 ? '' : ','}${JSON.stringify(filled)}`);
      }
      yield Buffer.from(']}}');
    }
    const before = process.memoryUsage().rss;
    let drafts = 0;
    for await (const row of readCalls('EU_PORTAL', bulkFile())) drafts += 'draft' in row ? 1 : 0;
    expect(drafts).toBe(10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  it('stops at a table row that is too large', async () => {
    async function* endless() {
      yield Buffer.from('id;title;funder\nA;T;F\nB;"');
      for (let piece = 0; piece < 1_600; piece++) yield Buffer.alloc(64 * 1024, 'x');
    }
    const rows = await allOf(readCalls('CSV', endless()));
    expect([draftsIn(rows).map(({ row }) => row), faultsIn(rows).map(({ row }) => row)]).toEqual([[2], [3]]);
  });

  it('does not take __proto__ and its like for anything', async () => {
    const [row] = draftsIn(
      await rowsOf('GDP', `[${good('A-1').replace('{', '{"__proto__":{"titel":"X"},"constructor":{"a":1},')}]`),
    );
    expect(row!.draft.title.sv).toBe('Cirkulära värdekedjor i tillverkningsindustrin');
    expect(({} as Record<string, unknown>)['titel']).toBeUndefined();
  });

  it('names the row at which a source broke off', async () => {
    async function* broken() {
      yield Buffer.from(`[${good('A-1')},${good('A-2').slice(0, 50)}`);
      throw new Error('socket hang up');
    }
    const rows = await allOf(readCalls('GDP', broken()));
    expect(draftsIn(rows)).toHaveLength(1);
    expect(faultsIn(rows)).toMatchObject([
      { row: 2, faults: [{ message: { en: expect.stringContaining('socket hang up') } }] },
    ]);
  });

  it('says in which of the lists of a register it broke off', async () => {
    const text = fixture('vinnova-register.json');
    const rows = await rowsOf('VINNOVA', text.slice(0, text.indexOf('"2026-00702"')));
    expect(draftsIn(rows).map(({ row }) => row)).toEqual([1]);
    expect(faultsIn(rows)).toMatchObject([{ row: 3, faults: [{ path: ['ansokningsomgangar'] }] }]);
  });

  it('bears a description made to be slow', async () => {
    for (const part of ['<', '<a', '&', '<div>', '&amp;lt;', 'a@', '<!--', '\u00a0 \n']) {
      const [row] = draftsIn(
        await rowsOf('GDP', [{ ...first(), beskrivning: part.repeat(LIMITS.html / part.length) }]),
      );
      expect(row!.draft.summary?.sv.length ?? 0).toBeLessThanOrEqual(10_000);
    }
  });

  it('numbers ordered lists whatever they begin at, and loses none of their words', async () => {
    const summaryOf = async (beskrivning: string) => {
      const [row] = draftsIn(await rowsOf('GDP', [{ ...first(), beskrivning }]));
      return row!.draft.summary?.sv;
    };
    for (const type of ['i', 'I', 'a', 'A', '1', 'x'])
      for (const start of ['4000000', '-5', '0', '1e9', 'Infinity', 'NaN', '3999', '999999999999999999'])
        expect(await summaryOf(`<ol start="${start}" type="${type}"><li>Ett<li>Två</ol>`)).toMatch(
          /^\w+\. Ett\n\w+\. Två$/,
        );
    expect(await summaryOf('<ol type="a" start="2"><li>Ett</li><b>fritt</b><li>Två</li></ol>')).toBe(
      'b. Ett\nfritt\nc. Två',
    );
    expect(await summaryOf(`<ol type="i">${'<li>x'.repeat(12_000)}</ol>`)).toMatch(/^1\. x\n2\. x\n/);
  });

  it('takes little time for elements inside one another, in a description, a title and many texts', async () => {
    const nested = '<b>x'.repeat(400_000);
    const worked = processorTime();
    const rows = await rowsOf('GDP', [{ ...first(), beskrivning: nested, titelEng: nested }, first()]);
    expect(draftsIn(rows)).toHaveLength(2);
    const WebTextLista = Array.from({ length: 40 }, () => ({ TextSv: '<ul><li>x'.repeat(12_000) }));
    const round = { Diarienummer: 'R', Titel: 'T', Stangningsdatum: '2035-01-01', WebTextLista };
    expect(draftsIn(await rowsOf('VINNOVA', { ansokningsomgangar: [round] }))).toHaveLength(1);
    expect(worked()).toBeLessThan(3_000);
  });

  it('looks at so many texts of one list', async () => {
    const keywords = Array.from({ length: 90_000 }, (_, place) => `<b>word ${place}</b>`);
    const topic = { ...parsedFixture('eu-portal-shape.json').results[0] };
    const [row] = draftsIn(
      await rowsOf('EU_PORTAL', { results: [{ ...topic, metadata: { ...topic.metadata, keywords } }] }),
    );
    expect(row!.draft.keywords).toHaveLength(50);
  });

  it('is the same in pieces of any size', async () => {
    const expected = await rowsOf('EU_PORTAL', fixture('eu-portal-shape.json'));
    for (const size of [1, 3, 64, 5_000]) {
      expect(await allOf(readCalls('EU_PORTAL', bytesOf(fixture('eu-portal-shape.json'), size)))).toEqual(expected);
    }
  });
});
