import { country, keepsLuhn, nutsCode, organisationNumber, participantCode } from '../../src/partners/numbers.js';
import * as fc from '../support/properties.js';

describe('an organisation number', () => {
  it.each(['556000-4615', '232100-0156', '802002-4280', '202100-3054', '212000-3005'])('can be %s', number => {
    expect(organisationNumber(number)).toEqual({ value: number, fault: null });
    expect(organisationNumber(number.replace('-', ''))).toEqual({ value: number, fault: null });
    expect(organisationNumber(` ${number.replace('-', ' ')} `)).toEqual({ value: number, fault: null });
  });

  it.each(['232100-0157', '802002-4281'])('cannot be %s, whose last digit is wrong', number => {
    expect(organisationNumber(number).fault?.sv).toContain('sista siffra');
  });

  it.each(['001000-0000', '551900-0000'])("cannot be %s, which could be a person's", number => {
    expect(organisationNumber(number).fault?.en).toContain('The third digit must be 2 or more');
  });

  it.each(['', '556000', '556000-461', '556000--4615', '5560004-615', '556000-46155', 'SE556000461501'])(
    'cannot be "%s"',
    number => {
      expect(organisationNumber(number).fault?.en).toBe('An organisation number is written NNNNNN-NNNN.');
    },
  );
});

describe("Luhn's check", () => {
  const digits = fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }).map(each => each.join(''));

  it('holds for exactly one last digit', () => {
    fc.assert(
      fc.property(digits, nine => {
        expect([...'0123456789'].filter(last => keepsLuhn(nine + last))).toHaveLength(1);
      }),
    );
  });

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(9), fc.integer({ min: 1, max: 9 }), (nine, place, off) => {
        const whole = nine + [...'0123456789'].find(last => keepsLuhn(nine + last))!;
        const mistyped = whole.slice(0, place) + ((Number(whole[place]) + off) % 10) + whole.slice(place + 1);
        expect(keepsLuhn(mistyped)).toBe(false);
      }),
    );
  });
});

describe('a PIC', () => {
  it('has nine digits', () => {
    expect(participantCode('999 876 543')).toEqual({ value: '999876543', fault: null });
    for (const wrong of ['99987654', '9998765432', '99987654A', '']) {
      expect(participantCode(wrong).fault).toEqual({ sv: 'En PIC har nio siffror.', en: 'A PIC has nine digits.' });
    }
  });
});

describe('a country', () => {
  it('is its ISO code in capitals', () => {
    expect(country('se').value).toBe('SE');
    expect(country('GR').value).toBe('GR');
  });

  it.each([
    ['EL', 'GR'],
    ['uk', 'GB'],
  ])("is not %s, the EU's own code, but %s", (eu, iso) => {
    expect(country(eu)).toMatchObject({ value: null });
    expect(country(eu).fault?.en).toContain(`write ${iso}`);
  });

  it.each(['', 'S', 'SWE', 'ZZ', 'EU', 'Sverige', '12'])('is not "%s"', code => {
    expect(country(code).fault?.sv).toContain('ISO 3166-1');
  });
});

describe('a NUTS code', () => {
  it.each(['SE', 'SE2', 'SE22', 'SE221', 'DE21H', 'ITC4C', 'EL301', 'UKI31'])(
    'can be %s, a country or a region',
    code => {
      expect(nutsCode(code.toLowerCase())).toEqual({ value: code, fault: null });
    },
  );

  it.each(['', 'S', '22SE1', 'SE2211', 'SE-22', 'ZZ123'])('cannot be "%s"', code => {
    expect(nutsCode(code).value).toBeNull();
  });

  it("lies in the partner's country, where Greece is GR to ISO and EL to Eurostat", () => {
    expect(nutsCode('SE221', 'SE').value).toBe('SE221');
    expect(nutsCode('EL301', 'GR').value).toBe('EL301');
    expect(nutsCode('SE221', 'DK').fault).toEqual({
      sv: 'SE221 ligger i SE, inte i DK.',
      en: 'SE221 lies in SE, not in DK.',
    });
  });
});
