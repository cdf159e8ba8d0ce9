import type { EnvironmentalObjective } from '../ideas/classification.js';
import type { Sector } from '../partners/sectors.js';
import { LONGEST, localizedFaults, moneyFaults, nullFaults, rangeFaults, textFaults } from '../shared/checks.js';
import type { Localized, LocalizedText } from '../shared/localized-text.js';
import type { Money } from '../shared/money.js';
import { type Fault, fault } from '../shared/refuse.js';
import type { DeadlineModel } from './call-status.js';

/** What a funding call is described by. */
export interface CallDescription {
  title: LocalizedText;
  summary?: LocalizedText | null | undefined;
  programme: string;
  funder: string;
  url?: string | null | undefined;
  deadlineModel: DeadlineModel;
  opensAt?: Date | null | undefined;
  deadlines?: readonly { at: Date; label?: string | null | undefined }[] | null | undefined;
  budget?: Money | null | undefined;
  grantMin?: Money | null | undefined;
  grantMax?: Money | null | undefined;
  fundingRate?: number | null | undefined;
  minPartners?: number | null | undefined;
  minCountries?: number | null | undefined;
  requiredSectors?: Sector[] | undefined;
  trlMin?: number | null | undefined;
  trlMax?: number | null | undefined;
  environmentalObjectives?: EnvironmentalObjective[] | undefined;
}

/** The names of the fields that describe a call. */
export const DESCRIBING = [
  'title',
  'summary',
  'programme',
  'funder',
  'url',
  'deadlineModel',
  'opensAt',
  'deadlines',
  'budget',
  'grantMin',
  'grantMax',
  'fundingRate',
  'minPartners',
  'minCountries',
  'requiredSectors',
  'trlMin',
  'trlMax',
  'environmentalObjectives',
] as const;

/** Everything that is wrong with a description, each fault with its field. */
export function callFaults(call: CallDescription): Fault[] {
  return [
    ...nullFaults(call, [
      'title',
      'programme',
      'funder',
      'deadlineModel',
      'requiredSectors',
      'environmentalObjectives',
    ]),
    ...localizedFaults('title', call.title, LONGEST.title),
    ...localizedFaults('summary', call.summary, LONGEST.text),
    ...textFaults(['programme'], call.programme ?? '-', LONGEST.name),
    ...textFaults(['funder'], call.funder ?? '-', LONGEST.name),
    ...(['budget', 'grantMin', 'grantMax'] as const).flatMap(field => moneyFaults([field], call[field])),
    ...grantFaults(call),
    ...rangeFaults(['minPartners'], call.minPartners, [1, 1_000]),
    ...rangeFaults(['minCountries'], call.minCountries, [1, 200]),
    ...rangeFaults(['trlMin'], call.trlMin, [1, 9]),
    ...rangeFaults(['trlMax'], call.trlMax, [1, 9]),
    ...orderFaults(call),
    ...deadlineFaults(call),
  ];
}

/** Whether it looks open for ever although it isn't meant to be: its deadline isn't known. */
export function isEndless({ deadlineModel, deadlines }: Dates): boolean {
  return deadlineModel !== 'CONTINUOUS' && (deadlines ?? []).length === 0;
}

interface Dates {
  readonly deadlineModel?: DeadlineModel;
  readonly deadlines?: readonly unknown[] | null | undefined;
}

/** What is wrong with publishing a call whose deadline isn't known. */
export function endlessFaults(call: Dates): Fault[] {
  if (!isEndless(call)) return [];
  return [
    fault('REQUIRED', ['deadlines'], {
      sv: 'Sista dag saknas, och en publicerad utlysning skulle se öppen ut för alltid. Ange sista dag, välj CONTINUOUS om utlysningen är löpande, eller spara den som utkast.',
      en: 'The deadline is missing, and a published call would look open for ever. Give a deadline, choose CONTINUOUS if the call has none, or keep it as a draft.',
    }),
  ];
}

function wrong(path: readonly string[], message: Localized): Fault {
  return fault('INVALID', path, message);
}

function grantFaults({ fundingRate, grantMin, grantMax }: CallDescription): Fault[] {
  const faults: Fault[] = [];
  if (fundingRate != null && !(fundingRate > 0 && fundingRate <= 100)) {
    faults.push(
      wrong(['fundingRate'], {
        sv: 'fundingRate är procent, över 0 och högst 100.',
        en: 'fundingRate is percent, above 0 and at most 100.',
      }),
    );
  }
  if (grantMin && grantMax && grantMin.currency !== grantMax.currency) {
    faults.push(
      wrong(['grantMax', 'currency'], {
        sv: 'grantMin och grantMax ska ha samma valuta.',
        en: 'grantMin and grantMax must have the same currency.',
      }),
    );
  } else if (grantMin && grantMax && Number(grantMin.amount) > Number(grantMax.amount)) {
    faults.push(
      wrong(['grantMax', 'amount'], {
        sv: 'grantMax får inte vara mindre än grantMin.',
        en: 'grantMax may not be less than grantMin.',
      }),
    );
  }
  return faults;
}

function orderFaults({ trlMin, trlMax }: CallDescription): Fault[] {
  if (trlMin == null || trlMax == null || trlMin <= trlMax) return [];
  return [
    wrong(['trlMax'], { sv: 'trlMax får inte vara mindre än trlMin.', en: 'trlMax may not be less than trlMin.' }),
  ];
}

function deadlineFaults({ deadlineModel, deadlines, opensAt }: CallDescription): Fault[] {
  const faults: Fault[] = [];
  const moments = deadlines ?? [];
  if (deadlineModel === 'CONTINUOUS' && moments.length > 0) {
    faults.push(
      wrong(['deadlines'], {
        sv: 'En löpande utlysning (CONTINUOUS) har inga sista dagar.',
        en: 'A CONTINUOUS call has no deadlines.',
      }),
    );
  }
  if (deadlineModel === 'SINGLE_STAGE' && moments.length > 1) {
    faults.push(
      wrong(['deadlines'], {
        sv: 'SINGLE_STAGE har en sista dag. Välj TWO_STAGE eller MULTIPLE_CUT_OFF för flera.',
        en: 'SINGLE_STAGE has one deadline. Choose TWO_STAGE or MULTIPLE_CUT_OFF for several.',
      }),
    );
  }
  const early = moments.findIndex(({ at }) => opensAt && at < opensAt);
  if (early >= 0) {
    faults.push(
      wrong(['deadlines', String(early), 'at'], {
        sv: 'Sista dagen ligger före öppningen.',
        en: 'The deadline lies before the opening.',
      }),
    );
  }
  return faults;
}
