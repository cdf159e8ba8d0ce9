import { KEYS, type Service, startService } from '../../support/service/service.js';
import { worldOf } from '../../support/make/world.js';

const AHEAD = [{ at: new Date('2099-03-01T16:00:00Z') }];
const THEN = new Date('2026-01-01T00:00:00Z');

let service: Service;
beforeAll(async () => {
  service = await startService();
  const world = worldOf(service);
  const of = (programme: string) => ({ funder: 'Ögonmyndigheten', programme, deadlines: AHEAD });
  await world.call(THEN, 'FUNDER-1', of('Ö-programmet'));
  await world.call(THEN, 'FUNDER-2', of('A-programmet'));
  await world.call(THEN, 'FUNDER-3', of('A-programmet'));
  const draft = {
    identifier: 'FUNDER-4',
    title: { sv: 'Utkast' },
    programme: 'P',
    funder: 'Hemliga fonden',
    deadlineModel: 'CONTINUOUS',
    publish: false,
  };
  await service
    .as(KEYS.admin)
    .run('mutation ($input: CreateFundingCallInput!) { createFundingCall(input: $input) { userErrors { code } } }', {
      input: draft,
    });
});
afterAll(() => service.stop());

const fundersFor = async (key: string | null) => {
  const { callFunders } = await service.as(key).run<any, object>('{ callFunders { name programmes } }', {});
  return callFunders as { name: string; programmes: string[] }[];
};

describe('the funders of calls', () => {
  it('are told once each, with their programmes in Swedish order, the last letters last', async () => {
    const funders = await fundersFor(null);
    expect(funders.at(-1)).toEqual({ name: 'Ögonmyndigheten', programmes: ['A-programmet', 'Ö-programmet'] });
  });

  it('are those of calls that one may see', async () => {
    const names = async (key: string | null) => (await fundersFor(key)).map(({ name }) => name);
    expect(await names(null)).not.toContain('Hemliga fonden');
    expect(await names(KEYS.admin)).toContain('Hemliga fonden');
  });

  it('narrow a list, as do the calls themselves', async () => {
    const found = async (filter: object) => {
      const { fundingCalls } = await service
        .as(KEYS.admin)
        .run<any, object>(
          'query ($filter: FundingCallFilter) { fundingCalls(filter: $filter, orderBy: { field: TITLE, direction: ASC }) { nodes { id identifier } } }',
          { filter },
        );
      return fundingCalls.nodes as { id: string; identifier: string }[];
    };
    const those = await found({ funders: ['Ögonmyndigheten'] });
    expect(those.map(({ identifier }) => identifier).sort()).toEqual(['FUNDER-1', 'FUNDER-2', 'FUNDER-3']);
    expect(await found({ ids: [those[1]!.id] })).toEqual([those[1]]);
    expect(await found({ ids: [] })).toEqual([]);
  });
});
