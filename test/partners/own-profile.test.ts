import { feedTokenOf } from '../support/make/feed-token.js';
import { Make } from '../support/make/make.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const UPDATE = `mutation ($input: UpdatePartnerInput!) { updatePartner(input: $input) {
  partner { description nutsCode website contactEmail } userErrors { code path message } } }`;
const UPDATE_IDEA = `mutation ($input: UpdateIdeaInput!) { updateIdea(input: $input) {
  idea { contactEmail } userErrors { code path message } } }`;

const change = async (key: string, input: object) =>
  (await service.as(key).run<any, object>(UPDATE, { input })).updatePartner;

describe('a partner', () => {
  it('says itself what it does, where it is and how it is reached', async () => {
    const partner = await make.partner();
    const key = await make.key('PARTNER', partner);
    const said = { nutsCode: 'SE221', website: 'https://vi.example/', contactEmail: 'innovation@vi.example' };
    expect(await change(key, { id: partner.id, ...said, description: { sv: 'Vi bygger båtar.' } })).toEqual({
      partner: { ...said, description: 'Vi bygger båtar.' },
      userErrors: [],
    });
    const { activity } = await service
      .as(KEYS.admin)
      .run<any, object>(
        '{ activity(first: 1, kinds: [PARTNER_UPDATED]) { nodes { subject { id } actor { partner { id } } } } }',
      );
    expect(activity.nodes).toEqual([{ subject: { id: partner.id }, actor: { partner: { id: partner.id } } }]);
  });

  it.each([
    ['name', 'Något annat'],
    ['sector', 'ACADEMIA'],
    ['country', 'DK'],
    ['organisationNumber', '556000-4615'],
    ['pic', '912345678'],
  ])('leaves its %s to Region Blekinge, which the field says', async (field, value) => {
    const partner = await make.partner();
    const key = await make.key('PARTNER', partner);
    const before = await stored(service.database);
    expect((await change(key, { id: partner.id, nutsCode: 'SE221', [field]: value })).userErrors).toEqual([
      { code: 'FORBIDDEN', path: [field], message: expect.stringContaining('Region Blekinge') },
    ]);
    expect(await stored(service.database)).toEqual(before);
  });

  it('says nothing of another', async () => {
    const key = await make.key('PARTNER', await make.partner());
    const other = await make.partner();
    const before = await stored(service.database);
    expect((await change(key, { id: other.id, nutsCode: 'SE221' })).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(await stored(service.database)).toEqual(before);
  });
});

describe('a mailbox', () => {
  it.each(['', 'innovation', 'a@b', 'Innovation <kontakt@vi.example>', `${'x'.repeat(250)}@vi.example`])(
    'is none that mail can be sent to: %j',
    async contactEmail => {
      const partner = await make.partner();
      const idea = await make.idea();
      const before = await stored(service.database);
      const refused = [{ code: 'INVALID', path: ['contactEmail'] }];
      expect((await change(KEYS.admin, { id: partner.id, contactEmail })).userErrors).toMatchObject(refused);
      const { updateIdea } = await service
        .as(KEYS.admin)
        .run<any, object>(UPDATE_IDEA, { input: { id: idea.id, contactEmail } });
      expect(updateIdea.userErrors).toMatchObject(refused);
      expect(await stored(service.database)).toEqual(before);
    },
  );

  it('is shown to all who have signed in and to nobody else, and stands in no file', async () => {
    const partner = await make.partner();
    const idea = await make.idea({ owner: partner, visibility: 'PUBLIC' });
    const contactEmail = 'roll@vi.example';
    await change(KEYS.admin, { id: partner.id, contactEmail });
    await service.as(KEYS.admin).run(UPDATE_IDEA, { input: { id: idea.id, contactEmail } });
    const shown = async (key: string | null) => {
      const { idea: one } = await service
        .as(key)
        .run<any, object>('query ($id: ID!) { idea(id: $id) { contactEmail owner { contactEmail } } }', {
          id: idea.id,
        });
      return [one.contactEmail, one.owner.contactEmail];
    };
    expect(await shown(null)).toEqual([null, null]);
    for (const key of [KEYS.integrator, KEYS.partner, KEYS.admin])
      expect(await shown(key)).toEqual([contactEmail, contactEmail]);
    const { secret } = await feedTokenOf(service, KEYS.admin);
    const files = ['/export/ideas.csv', '/calendar.ics'];
    for (const file of files)
      expect(await (await fetch(`${service.url}${file}?key=${secret}`)).text()).not.toContain(contactEmail);
  });
});
