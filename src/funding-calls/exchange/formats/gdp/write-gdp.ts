import Big from 'big.js';
import type { Instant } from '../../../../shared/time/instant.js';
import type { CallStatus } from '../../../call-status.js';
import { dayAndTimeIn } from '../../../../shared/time/local-time.js';
import type { ExportedCall } from '../../exported-call.js';

/** An utlysning of GDP (version 1), with the standard's own field names. */
export interface GdpCall {
  diarienummer: string;
  finansiarNamn: string;
  finansiarOrganisationsnummer: string | null;
  titel: string;
  titelEng: string | null;
  beskrivning: string | null;
  beskrivningEng: string | null;
  status: 'Kommande' | 'Pågående' | 'Avslutad';
  /** Whole units of the currency. */
  budgetBelopp: number | null;
  budgetValuta: string | null;
  oppningsdatum: string | null;
  stangningsdatum: string | null;
  publiceringsplats: string | null;
  /** Where the funders that have put the standard to use keep the address. */
  publiceringsplatser: { webbadress: string }[];
  uppdateringTidpunkt: string;
  lank: { href: string; rel: string; method: string; titelEng: string }[];
  program: { titel: string }[];
  bidragsformer: { namn: string }[];
  stodformer: { namn: string }[];
}

/** The standard knows three states; what was called off is over. */
const STATUS: Readonly<Record<CallStatus, GdpCall['status']>> = {
  DRAFT: 'Kommande',
  FORTHCOMING: 'Kommande',
  OPEN: 'Pågående',
  CLOSED: 'Avslutad',
  CANCELLED: 'Avslutad',
};

/** Our call as an utlysning. Dates are days in Sweden and the last deadline closes; the standard has no times. */
export function toGdp(call: ExportedCall): GdpCall {
  const last = call.deadlines
    .map(({ at }) => new Date(at))
    .sort((a, b) => a.getTime() - b.getTime())
    .at(-1);
  return {
    diarienummer: call.identifier,
    finansiarNamn: call.funder,
    finansiarOrganisationsnummer: null,
    titel: call.title.sv,
    titelEng: call.title.en || null,
    beskrivning: call.summary?.sv || null,
    beskrivningEng: call.summary?.en || null,
    status: STATUS[call.status],
    budgetBelopp: call.budget ? Big(call.budget.amount).round(0, Big.roundHalfUp).toNumber() : null,
    budgetValuta: call.budget?.currency ?? null,
    oppningsdatum: call.opensAt ? dayOf(call.opensAt) : null,
    stangningsdatum: last ? dayOf(last) : null,
    publiceringsplats: call.url || null,
    publiceringsplatser: call.url ? [{ webbadress: call.url }] : [],
    uppdateringTidpunkt: new Date(call.updatedAt).toISOString(),
    lank: [],
    program: [{ titel: call.programme }],
    bidragsformer: [],
    stodformer: [],
  };
}

function dayOf(at: Instant): string {
  return dayAndTimeIn('Europe/Stockholm', new Date(at))[0];
}
