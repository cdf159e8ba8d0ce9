import { Make } from '../support/make/make.js';
import { expectRefused } from '../support/service/ask-at.js';
import { KEYS, type Service, startService } from '../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const ask = (document: string, variables: object = {}) => service.as(KEYS.admin).run<any, object>(document, variables);

const RETIRE = `mutation ($code: String!, $reason: String!) { done: retireFocusArea(code: $code, reason: $reason) {
  focusArea { code retiredAt children { code retiredAt } } userErrors { code path message } } }`;
const retire = async (code: string, reason = 'Strategin har skrivits om.') =>
  (await ask(RETIRE, { code, reason })).done;

const area = (code: string, parent: string | null = null) =>
  ask(
    'mutation ($input: CreateFocusAreaInput!) { createFocusArea(input: $input) { focusArea { code } userErrors { code path } } }',
    {
      input: { code, name: { sv: code }, parent },
    },
  );

const text = { sv: 'Text' };
const CREATE_IDEA =
  'mutation ($input: CreateIdeaInput!) { done: createIdea(input: $input) { idea { id focusAreas { code } } userErrors { code path message } } }';
const UPDATE_IDEA =
  'mutation ($input: UpdateIdeaInput!) { done: updateIdea(input: $input) { idea { id focusAreas { code } } userErrors { code path message } } }';
const anIdea = async (focusAreas: string[]) => {
  const { id: ownerId } = await make.partner();
  return (await ask(CREATE_IDEA, { input: { title: text, summary: text, ownerId, focusAreas } })).done;
};
const keptBy = async (id: string, focusAreas: string[]) => (await ask(UPDATE_IDEA, { input: { id, focusAreas } })).done;
const codesOf = ({ idea }: { idea: { focusAreas: { code: string }[] } }) => idea.focusAreas.map(({ code }) => code);

/** A top area with two parts, of which the first has a part of its own. */
async function aTree(code: string): Promise<void> {
  await area(code);
  await area(`${code}.ett`, code);
  await area(`${code}.tva`, code);
  await area(`${code}.ett.del`, `${code}.ett`);
}

describe('a focus area out of use', () => {
  it('takes its parts with it, each told of with the reason, and nothing beside it', async () => {
    await aTree('sjo');
    const { focusArea, userErrors } = await retire('sjo.ett');
    expect(userErrors).toEqual([]);
    expect(focusArea).toMatchObject({ retiredAt: expect.any(String), children: [{ retiredAt: expect.any(String) }] });
    const { activity } = await service
      .as(KEYS.partner)
      .run<any, object>(
        '{ activity(first: 2, kinds: [FOCUS_AREA_RETIRED]) { nodes { subject { ... on FocusArea { code } } reason changes { field before } } } }',
      );
    const told = { reason: 'Strategin har skrivits om.', changes: [{ field: 'retiredAt', before: null }] };
    expect(activity.nodes).toEqual(['sjo.ett.del', 'sjo.ett'].map(code => ({ subject: { code }, ...told })));
    const tree = await ask('{ focusArea(code: "sjo") { retiredAt children { code retiredAt } } }');
    expect(tree.focusArea).toMatchObject({ retiredAt: null, children: [{}, { code: 'sjo.tva', retiredAt: null }] });
  });

  it('is chosen by no new idea or call, and the refusal names what can be instead', async () => {
    await aTree('berg');
    await retire('berg.ett');
    const message = 'Fokusområdet ”berg.ett.del” är taget ur bruk och kan inte väljas. Välj berg eller berg.tva.';
    const refusal = ['INVALID', ['focusAreas'], message] as const;
    await expectRefused(service.database, [...refusal.slice(0, 2), undefined] as never, 'call', async () => {
      const input = { identifier: 'BERG-1', title: text, programme: 'P', funder: 'F', deadlineModel: 'CONTINUOUS' };
      const document =
        'mutation ($input: CreateFundingCallInput!) { done: createFundingCall(input: $input) { call { id } userErrors { code path message } } }';
      return (await ask(document, { input: { ...input, focusAreas: ['berg.ett'] } })).done;
    });
    const { id: ownerId } = await make.partner();
    await expectRefused(service.database, refusal as never, 'idea', async () => {
      const input = { title: text, summary: text, ownerId, focusAreas: ['berg', 'berg.ett.del'] };
      return (await ask(CREATE_IDEA, { input })).done;
    });
    const { idea } = await anIdea(['berg']);
    await expectRefused(service.database, refusal as never, 'idea', () => keptBy(idea.id, ['berg.ett.del']));
  });

  it('is kept by what has it, which lists and matches still know by it', async () => {
    await area('glas');
    const { idea } = await anIdea(['glas']);
    await retire('glas');
    expect(codesOf(await keptBy(idea.id, ['glas', 'tech']))).toEqual(['glas', 'tech']);
    const found = await ask(
      '{ ideas(filter: { focusAreas: ["glas"] }) { nodes { id } } focusArea(code: "glas") { ideas { totalCount } } }',
    );
    expect(found).toEqual({ ideas: { nodes: [{ id: idea.id }] }, focusArea: { ideas: { totalCount: 1 } } });
    const matrix = '{ pipeline { matrix { focusArea { code } } } }';
    const codes = async () => (await ask(matrix)).pipeline.matrix.map((cell: any) => cell.focusArea.code);
    expect(await codes()).toContain('glas');

    expect(codesOf(await keptBy(idea.id, ['tech']))).toEqual(['tech']);
    expect((await keptBy(idea.id, ['glas'])).userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect(await codes()).not.toContain('glas');
  });

  it('is left alone by an import, but for calls that have it', async () => {
    await area('lera');
    const rows = (...codes: string[]) =>
      `identifier,title,funder,focusAreas\\n${codes.map((code, index) => `LERA-${index},Titel,F,${code}`).join('\\n')}\\n`;
    const importing = (content: string) =>
      ask(`mutation { importFundingCalls(input: { format: CSV, dryRun: false, content: "${content}" }) {
        created unchanged rejected { row errors { code message } } userErrors { code } } }`);
    await importing(rows('lera'));
    await retire('lera');
    const { importFundingCalls: again } = await importing(rows('lera', 'lera'));
    expect(again).toMatchObject({ created: 0, unchanged: 1, userErrors: [] });
    expect(again.rejected).toEqual([
      { row: expect.any(Number), errors: [{ code: 'INVALID', message: expect.stringContaining('lera') }] },
    ]);
  });

  it.each([
    ['again', 'ler', 'Igen.', ['ILLEGAL_TRANSITION', ['code']]],
    ['without a reason', 'tech', ' ', ['REQUIRED', ['reason']]],
    ['that is not there', 'ingenstans', 'Skäl.', ['NOT_FOUND', ['code']]],
    ['by a pattern', 'te%', 'Skäl.', ['NOT_FOUND', ['code']]],
  ] as const)('is not retired %s', async (_what, code, reason, [fault, path]) => {
    if (code === 'ler') await area(code).then(() => retire(code));
    await expectRefused(service.database, [fault, [...path]], 'focusArea', () => retire(code, reason));
  });

  it('takes no new parts', async () => {
    await area('torv');
    await retire('torv');
    const { createFocusArea } = await area('torv.ny', 'torv');
    expect(createFocusArea).toEqual({
      focusArea: null,
      userErrors: [{ code: 'ILLEGAL_TRANSITION', path: ['parent'] }],
    });
  });
});
