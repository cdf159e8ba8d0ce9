import { inputOf } from './support/service/ask-at.js';
import { inDays, Make } from './support/make/make.js';
import type { MadeIdea } from './support/make/make-idea.js';
import { KEYS, type Service, startService } from './support/service/service.js';
import { stored } from './support/service/stored.js';

let service: Service;
let make: Make;
let idea: MadeIdea;
let applying: MadeIdea;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
  idea = await make.idea({ stage: 'PROJECT' });
  applying = await make.idea({ stage: 'FUNDING_APPLICATION' });
}, 60_000);
afterAll(() => service.stop());

const text = { sv: 'Text', en: 'Words' };
const sek = (amount: string) => ({ amount, currency: 'SEK' });
const OBJECTIVES = ['CIRCULAR_ECONOMY', 'POLLUTION_PREVENTION'];
const [SOON, LATER] = [inDays(60), inDays(90)];

/** A change, and the same once more in other forms: numbers with and without noughts, lists turned round, spaces. */
interface Twice {
  readonly first: object;
  readonly again: object;
}

const turned = <T>(list: readonly T[]) => [...list].reverse();

const UPDATES: Readonly<Record<string, () => Promise<Twice> | Twice>> = {
  updateIdea: () => {
    const first = {
      ...{
        id: idea.id,
        title: text,
        summary: text,
        challenge: null,
        visibility: 'PUBLIC',
        missions: ['SOIL', 'CANCER'],
      },
      ...{ environmentalObjectives: OBJECTIVES, technologyReadinessLevel: 4, focusAreas: ['tech', 'smart-industri'] },
    };
    const { missions, environmentalObjectives, focusAreas } = first;
    const lists = { missions, environmentalObjectives, focusAreas };
    const again = Object.fromEntries(Object.entries(lists).map(([field, list]) => [field, turned(list)]));
    return { first, again: { ...first, ...again, title: { sv: ' Text ', en: 'Words ' } } };
  },
  updatePartner: async () => {
    const { id } = await make.partner();
    const first = {
      id,
      name: 'Namn',
      organisationNumber: '5560360793',
      description: text,
      website: 'https://example.org',
    };
    return { first, again: { ...first, organisationNumber: '556036-0793' } };
  },
  updateProgramme: async () => {
    const { programmes } = await service.as(KEYS.admin).run<any, object>('{ programmes { code } }');
    const first = { code: programmes[0].code, name: text, gatePolicy: { minPartners: 4 } };
    return { first, again: { ...first, name: { sv: ' Text', en: 'Words' } } };
  },
  updateFocusArea: () => {
    const first = { code: 'tech', name: text, description: null };
    return { first, again: { ...first, name: { sv: ' Text', en: 'Words' } } };
  },
  updateMember: () => {
    const first = { id: idea.membershipIds[1], letterOfIntent: 'SIGNED', commitment: sek('5') };
    return { first, again: { ...first, commitment: sek('5.00') } };
  },
  updateApplication: async () => {
    const { id } = await make.call({ deadlines: [{ at: SOON }, { at: LATER }], deadlineModel: 'TWO_STAGE' });
    const { startApplication } = await run('startApplication', '{ application { id } }', {
      ideaId: idea.id,
      callId: id,
    });
    const first = { id: startApplication.application.id, requested: sek('7.50'), coFinancing: null, reference: 'D-1' };
    return { first: { ...first, deadline: SOON }, again: { ...first, requested: sek('7.5'), deadline: null } };
  },
  updateOutcome: async () => {
    const first = { id: await partOf('outcome', idea), status: 'DELIVERED' };
    return { first: { ...first, deliveredOn: '2026-01-15' }, again: first };
  },
  planProject: () => {
    const outcomes = [
      { kind: 'SERVICE', title: text, environmentalObjectives: OBJECTIVES },
      { kind: 'PRODUCT', title: { sv: 'Vara' } },
    ];
    const indicators = [{ code: 'RCO 10', name: text, unit: 'st', baseline: '0', target: '12.50' }];
    const plan = { startsOn: '2027-01-01', endsOn: '2033-12-31', budget: sek('10') };
    const milestones = [
      { title: text, dueOn: '2028-01-01' },
      { title: { sv: 'Slut' }, dueOn: '2033-01-01' },
    ];
    return {
      first: { ideaId: applying.id, ...plan, milestones, outcomes, indicators },
      again: {
        ...{ ideaId: applying.id, ...plan, budget: sek('10.00'), milestones: turned(milestones) },
        outcomes: turned(outcomes).map(({ environmentalObjectives: of, ...rest }) => ({
          ...rest,
          environmentalObjectives: of && turned(of),
        })),
        indicators: indicators.map(one => ({ ...one, baseline: '0.00', target: '12.5' })),
      },
    };
  },
  updateWebhook: async () => {
    const input = { url: 'https://93.184.215.14/hook', kinds: ['INDICATOR_MEASURED'] };
    const { createWebhook } = await run('createWebhook', '{ webhook { id } }', input);
    const first = {
      // Switched off it stands still, whatever happens meanwhile.
      ...{ id: createWebhook.webhook.id, url: input.url, active: false },
      ...{ kinds: ['IDEA_CREATED', 'CALL_CREATED'], ideas: [idea.id, applying.id], focusAreas: ['tech', 'missions'] },
    };
    const { kinds, ideas, focusAreas } = first;
    return { first, again: { ...first, kinds: turned(kinds), ideas: turned(ideas), focusAreas: turned(focusAreas) } };
  },
  updateFundingCall: async () => {
    const { id } = await make.call({ deadlineModel: 'TWO_STAGE' });
    const deadlines = [
      { at: SOON, label: 'Skiss' },
      { at: LATER, label: null },
    ];
    const first = {
      ...{
        id,
        title: text,
        summary: text,
        url: 'https://example.org',
        deadlines,
        budget: sek('1'),
        grantMin: sek('1'),
      },
      ...{ fundingRate: 40, requiredSectors: ['PUBLIC', 'ACADEMIA'], focusAreas: ['tech', 'smart-industri'] },
    };
    const again = { deadlines: turned(deadlines), budget: sek('1.00'), focusAreas: turned(first.focusAreas) };
    return { first, again: { ...first, ...again, requiredSectors: turned(first.requiredSectors) } };
  },
};

async function run(mutation: string, fields: string, input: object): Promise<any> {
  const document = `mutation ($input: ${inputOf(mutation)}!) { ${mutation}(input: $input) ${fields} }`;
  return service.as(KEYS.admin).run<any, object>(document, { input });
}

async function partOf(part: string, { projectId }: MadeIdea): Promise<string> {
  const rows = await service.database.query<{ id: string }>(`select id from ${part} where project_id = $1`, [
    projectId,
  ]);
  return rows[0]!.id;
}

describe('What is sent as it stands is no change: no version, no activity, nothing', () => {
  it.each(Object.keys(UPDATES))('%s', async mutation => {
    const { first, again } = await UPDATES[mutation]!();
    const start = await stored(service.database);
    expect((await run(mutation, '{ userErrors { message } }', first))[mutation]).toEqual({ userErrors: [] });
    const before = await stored(service.database);
    expect(before).not.toEqual(start);
    for (const same of [first, again]) {
      expect((await run(mutation, '{ userErrors { message } }', same))[mutation]).toEqual({ userErrors: [] });
      expect(await stored(service.database)).toEqual(before);
    }
  });

  it('holds for every mutation that replaces what is given', () => {
    const mutations = Object.keys(service.api.schema.getMutationType()!.getFields());
    // Mails that somebody follows by are no part of the log; they have tests of their own.
    const held = mutations.filter(name => /^(update|plan)/.test(name) && name !== 'updateNoticeSubscription');
    expect(held.sort()).toEqual(Object.keys(UPDATES).sort());
  });
});
