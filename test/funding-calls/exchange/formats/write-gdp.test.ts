import { toGdp } from '../../../../src/funding-calls/exchange/formats/gdp/write-gdp.js';
import { draftOf } from '../../../support/calls/calls-from.js';
import { wholeCall } from '../../../support/calls/exported-calls.js';

describe('A call as GDP has it', () => {
  it('has the names and values of the standard', () => {
    expect(toGdp(wholeCall)).toEqual({
      diarienummer: 'ERUF-2027-1',
      finansiarNamn: 'Tillväxtverket',
      finansiarOrganisationsnummer: null,
      titel: 'Grön omställning',
      titelEng: 'Green transition',
      beskrivning: 'Stöd & råd.\n\nTill < 5 MW.',
      beskrivningEng: 'Support & advice.\n\nUp to < 5 MW.',
      status: 'Pågående',
      budgetBelopp: 75354268,
      budgetValuta: 'SEK',
      oppningsdatum: '2026-12-01',
      stangningsdatum: '2027-09-15',
      publiceringsplats: 'https://example.org/eruf',
      publiceringsplatser: [{ webbadress: 'https://example.org/eruf' }],
      uppdateringTidpunkt: '2026-11-02T11:30:00.000Z',
      lank: [],
      program: [{ titel: 'ERUF Skåne-Blekinge' }],
      bidragsformer: [],
      stodformer: [],
    });
  });

  it.each([
    ['FORTHCOMING', 'Kommande'],
    ['OPEN', 'Pågående'],
    ['CLOSED', 'Avslutad'],
    ['CANCELLED', 'Avslutad'],
  ] as const)('is %s in Swedish: %s', (status, word) => {
    expect(toGdp({ ...wholeCall, status }).status).toBe(word);
  });

  it('comes back with what the standard can hold', async () => {
    const draft = await draftOf('GDP', [toGdp({ ...wholeCall, deadlines: [{ at: '2027-02-15T22:59:59Z' }] })]);
    expect(draft).toMatchObject({
      identifier: 'ERUF-2027-1',
      title: wholeCall.title,
      summary: wholeCall.summary,
      programme: 'ERUF Skåne-Blekinge',
      funder: 'Tillväxtverket',
      opensAt: wholeCall.opensAt,
      deadlines: [{ at: new Date('2027-02-15T22:59:59Z') }],
      budget: { amount: '75354268.00', currency: 'SEK' },
    });
  });
});
