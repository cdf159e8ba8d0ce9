import {
  bestPartners,
  type ConsortiumFacts,
  type PartnerFacts,
  partnerMatchOf,
} from '../../../src/matching/partners/partner-match.js';
import { Make } from '../../support/make/make.js';
import * as fc from '../../support/properties.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

const CONSORTIUM: ConsortiumFacts = {
  sectors: ['PUBLIC', 'BUSINESS_SME'],
  countries: ['SE'],
  minCountries: 2,
  policy: {
    ...{ summaryMinLength: 80, minPartners: 3, minSectors: 3, projectMinYears: 5, projectMaxYears: 10 },
    requiredSectors: [['ACADEMIA'], ['BUSINESS_SME', 'BUSINESS_LARGE']],
  },
};

const aPartner = (facts: Partial<PartnerFacts> = {}): PartnerFacts => ({
  ...{ id: 'partner_1', name: 'P', sector: 'PUBLIC', country: 'SE', areas: [], together: [], granted: 0 },
  ...facts,
});

const heldOf = (facts: Partial<PartnerFacts>) =>
  partnerMatchOf(aPartner(facts), CONSORTIUM).reasons.flatMap(({ code, satisfied }) => (satisfied ? [code] : []));

describe('a partner outside the consortium', () => {
  it.each<[string, Partial<PartnerFacts>, string, number]>([
    ['of a sector that is missing', { sector: 'ACADEMIA' }, 'MISSING_SECTOR', 0.4],
    ['of a country that the call asks for', { country: 'DK' }, 'MISSING_COUNTRY', 0.1],
    ['with ideas in the same area', { areas: [{ sv: 'Hav', en: 'Sea' }] }, 'FOCUS_AREA', 0.25],
    ['in another idea with a member', { together: ['Techtank'] }, 'WORKED_TOGETHER', 0.15],
    ['with funding granted', { granted: 2 }, 'GRANTED_BEFORE', 0.1],
  ])('%s fits by that', (_, facts, code, score) => {
    expect(heldOf(facts)).toEqual([code]);
    expect(partnerMatchOf(aPartner(facts), CONSORTIUM).score).toBe(score);
  });

  it('is told why in both languages, for and against', () => {
    const { reasons } = partnerMatchOf(aPartner({ sector: 'ACADEMIA', granted: 1 }), CONSORTIUM);
    expect(reasons.map(({ message }) => message.sv)).toEqual([
      'Konsortiet saknar sektorn akademi.',
      'Konsortiet har redan en partner från samma land.',
      'Har inga andra idéer i samma fokusområden.',
      'Är inte med i någon annan idé med konsortiets partner.',
      'Har fått stöd beviljat för 1 idé.',
    ]);
  });

  it('scores between 0 and 1, and never less for one more reason', () => {
    const facts = fc.record({
      sector: fc.constantFrom('ACADEMIA' as const, 'PUBLIC' as const),
      country: fc.constantFrom('SE', 'DK'),
      areas: fc.array(fc.constant({ sv: 'Hav', en: null }), { maxLength: 2 }),
      together: fc.array(fc.constant('T'), { maxLength: 1 }),
      granted: fc.nat(2),
    });
    fc.assert(
      fc.property(facts, each => {
        const { score } = partnerMatchOf(aPartner(each), CONSORTIUM);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(partnerMatchOf(aPartner({ ...each, sector: 'ACADEMIA' }), CONSORTIUM).score).toBeGreaterThanOrEqual(
          score,
        );
      }),
    );
  });

  it('that hardly fits is not suggested, and equals come by name', () => {
    const partners = [
      aPartner({ id: 'c', name: 'Östersjön', sector: 'ACADEMIA' }),
      aPartner({ id: 'a', name: 'Zink', sector: 'ACADEMIA' }),
      aPartner({ id: 'b', granted: 3 }),
    ];
    expect(bestPartners(partners, CONSORTIUM, 5).map(({ partnerId }) => partnerId)).toEqual(['a', 'c']);
  });
});

describe('partnerMatches', () => {
  let service: Service;
  let make: Make;
  beforeAll(async () => {
    service = await startService();
    make = new Make(service.database);
  }, 60_000);
  afterAll(() => service.stop());

  const MATCHES = `query ($id: ID!) { idea(id: $id) { consortium { partnerMatches(first: 50) {
    score partner { id } reasons { code satisfied message(locale: EN) } } } } }`;
  const matchesOf = async (id: string, key: string | null) =>
    (await service.as(key).run<any, object>(MATCHES, { id })).idea.consortium.partnerMatches as any[];

  it('leave out members and the owner, and say nothing of ideas that the viewer does not see', async () => {
    const [owner, stranger] = [await make.partner(), await make.partner({ name: 'Dold partner' })];
    const idea = await make.idea({ stage: 'CONSORTIUM', owner, visibility: 'PUBLIC' });
    // What the two have in common is an idea that only they see.
    const secret = await make.idea({ owner: stranger, visibility: 'CONSORTIUM' });
    await service.database.query(
      `insert into membership (id, idea_id, partner_id, role, letter_of_intent, joined_at)
       values ('membership_secret', $1, $2, 'BENEFICIARY', 'NONE', now())`,
      [secret.id, idea.partners[1]!.id],
    );
    const reasonsFor = async (key: string) =>
      (await matchesOf(idea.id, key))
        .find(({ partner }) => partner.id === stranger.id)
        ?.reasons.flatMap(({ code, satisfied }: any) => (satisfied ? [code] : [])) ?? [];
    expect(await reasonsFor(KEYS.admin)).toContain('WORKED_TOGETHER');
    expect(await reasonsFor(await make.key('PARTNER', owner))).not.toContain('WORKED_TOGETHER');
    const suggested = (await matchesOf(idea.id, KEYS.admin)).map(({ partner }) => partner.id);
    expect(suggested).not.toContain(owner.id);
    for (const { id } of idea.partners) expect(suggested).not.toContain(id);
  });

  it('are for those inside the idea', async () => {
    const idea = await make.idea({ visibility: 'PUBLIC' });
    for (const key of [null, KEYS.integrator, await make.key('PARTNER', await make.partner())])
      expect(await matchesOf(idea.id, key)).toEqual([]);
    expect((await matchesOf(idea.id, KEYS.admin)).length).toBeGreaterThan(0);
  });
});
