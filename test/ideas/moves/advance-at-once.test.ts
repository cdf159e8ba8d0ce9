import { Make } from '../../support/make/make.js';
import { move } from '../../support/make/moves.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
});
afterAll(() => service.stop());

describe('fifty who advance an idea at once', () => {
  it.each([
    ['the stage they mean', { to: 'CONSORTIUM' }],
    ['the version they know', { expectedVersion: 1 }],
    ['both', { to: 'CONSORTIUM', expectedVersion: 1 }],
  ])('telling %s make one transition, and the others are told so', async (_, input) => {
    const { id } = await make.idea();
    const partner = service.as(KEYS.partner);
    const answers = await Promise.all(Array.from({ length: 50 }, () => move(partner, 'ADVANCE', { id, ...input })));

    const refused = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(refused).toHaveLength(49);
    expect(refused.filter(code => code !== 'CONFLICT' && code !== 'ILLEGAL_TRANSITION')).toEqual([]);
    expect(answers.filter(({ idea }) => idea)).toHaveLength(1);
    const { idea } = await partner.run<any, object>(
      `query ($id: ID!) { idea(id: $id) { stage version transitions { to } activity { nodes { kind } } } }`,
      { id },
    );
    expect(idea).toEqual({
      stage: 'CONSORTIUM',
      version: 2,
      transitions: [{ to: 'CONCEPT' }, { to: 'CONSORTIUM' }],
      activity: { nodes: [{ kind: 'IDEA_ADVANCED' }, { kind: 'IDEA_CREATED' }] },
    });
  });

  it('never leave an activity number out', async () => {
    const rows = await service.database.query<{ sequence: number }>('select sequence from activity order by sequence');
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
  });
});

it('a member who leaves while the idea advances is counted before or after, never by half', async () => {
  const partner = service.as(KEYS.partner);
  const leave = `mutation ($id: ID!) { endMembership(input: { id: $id }) { userErrors { code } } }`;
  for (let turn = 0; turn < 5; turn += 1) {
    const { id, membershipIds } = await make.idea({ stage: 'CONSORTIUM' });
    const [advanced] = await Promise.all([
      move(partner, 'ADVANCE', { id }),
      partner.run(leave, { id: membershipIds[2] }),
    ]);
    const { idea } = await partner.run<any, object>(
      `query ($id: ID!) { idea(id: $id) { stage activity(first: 2) { nodes { kind } } } }`,
      { id },
    );
    const last = idea.activity.nodes.map(({ kind }: { kind: string }) => kind);
    if (advanced.userErrors.length === 0) expect(last).toEqual(['MEMBERSHIP_ENDED', 'IDEA_ADVANCED']);
    else expect([idea.stage, last[0]]).toEqual(['CONSORTIUM', 'MEMBERSHIP_ENDED']);
  }
});
