import { missingSectors, sectorsRepresented } from '../../src/consortia/missing-sectors.js';
import { GATE_POLICY } from '../../src/programmes/gate-policy.js';
import { Sector } from '../../src/partners/sectors.js';
import { wordsOf } from '../../src/shared/described-enum.js';
import * as fc from '../support/properties.js';
import { aMember, anIdea } from '../support/rows/gate-facts.js';

const found = (sectors: readonly Sector[]) =>
  sectorsRepresented(anIdea({ members: sectors.map(sector => aMember({ sector })) }));

describe('the sectors a consortium still lacks', () => {
  it.each<[string, Sector[], Sector[], string | null]>([
    [
      'everything',
      [],
      ['ACADEMIA', 'BUSINESS_SME', 'BUSINESS_LARGE'],
      'Saknas: akademi; ett företag, litet eller stort; 1 sektor till.',
    ],
    [
      'academia and a business',
      ['PUBLIC'],
      ['ACADEMIA', 'BUSINESS_SME', 'BUSINESS_LARGE'],
      'Saknas: akademi; ett företag, litet eller stort.',
    ],
    [
      'a business of either size',
      ['ACADEMIA', 'PUBLIC', 'CIVIL_SOCIETY'],
      ['BUSINESS_SME', 'BUSINESS_LARGE'],
      'Saknas: ett företag, litet eller stort.',
    ],
    ['academia alone', ['BUSINESS_LARGE', 'PUBLIC'], ['ACADEMIA'], 'Saknas: akademi.'],
    [
      'any third sector',
      ['ACADEMIA', 'BUSINESS_SME'],
      ['BUSINESS_LARGE', 'PUBLIC', 'SUPPORT_SYSTEM', 'CIVIL_SOCIETY'],
      'Saknas: 1 sektor till.',
    ],
    ['nothing', ['ACADEMIA', 'BUSINESS_SME', 'PUBLIC'], [], null],
    ['nothing, small and large business being two sectors', ['ACADEMIA', 'BUSINESS_SME', 'BUSINESS_LARGE'], [], null],
  ])('are %s', (_, present, missing, message) => {
    expect(missingSectors(present, GATE_POLICY)).toEqual(missing);
    const { met, message: told } = found(present);
    expect(met).toBe(message === null);
    if (message) expect(told.sv).toBe(message);
  });

  it('names those that take part once enough do', () => {
    expect(found(['PUBLIC', 'ACADEMIA', 'BUSINESS_SME'])).toMatchObject({
      actual: 'ACADEMIA, BUSINESS_SME, PUBLIC',
      required: '3, ACADEMIA, BUSINESS_SME | BUSINESS_LARGE',
      message: { en: 'Taking part: academia, small and medium-sized enterprises and public sector.' },
    });
  });

  it('are those that the programme asks for, in the words of its groups', () => {
    const policy = {
      ...GATE_POLICY,
      minSectors: 4,
      requiredSectors: [['PUBLIC', 'CIVIL_SOCIETY'], ['ACADEMIA']] as Sector[][],
    };
    const members = [aMember({ sector: 'BUSINESS_SME' })];
    expect(missingSectors(['BUSINESS_SME'], policy)).toEqual(['ACADEMIA', 'PUBLIC', 'CIVIL_SOCIETY']);
    expect(sectorsRepresented(anIdea({ members, policy }))).toMatchObject({
      met: false,
      required: '4, PUBLIC | CIVIL_SOCIETY, ACADEMIA',
      message: {
        sv: 'Saknas: offentlig sektor eller civilsamhället; akademi; 1 sektor till.',
        en: 'Missing: public sector or civil society; academia; 1 more sector.',
      },
    });
  });

  it('count an associated partner as present', () => {
    const members = [...anIdea().members.slice(0, 2), aMember({ role: 'ASSOCIATED_PARTNER', sector: 'PUBLIC' })];
    expect(sectorsRepresented(anIdea({ members })).met).toBe(true);
  });

  it('never take part already, and finding them one by one always ends in enough', () => {
    fc.assert(
      fc.property(fc.subarray(wordsOf(Sector)), fc.infiniteStream(fc.nat()), (start, choices) => {
        const present = [...start];
        for (
          let left = missingSectors(present, GATE_POLICY), steps = 0;
          left.length > 0;
          left = missingSectors(present, GATE_POLICY)
        ) {
          expect(present.filter(sector => left.includes(sector))).toEqual([]);
          expect((steps += 1)).toBeLessThanOrEqual(3);
          present.push(left[choices.next().value! % left.length]!);
        }
        expect(found(present).met).toBe(true);
      }),
    );
  });
});
