import Big from 'big.js';
import type { EnvironmentalObjective } from '../../ideas/classification.js';
import type { Sector } from '../../partners/sectors.js';
import { LONGEST, localizedFaults, moneyFaults, nullFaults, rangeFaults, textFaults } from '../../shared/checks.js';
import type { Localized, LocalizedText } from '../../shared/text/localized-text.js';
import type { Money } from '../../shared/money.js';
import { type Fault, fault } from '../../shared/refuse.js';
import type { DeadlineModel } from '../call-status.js';
import type { Bilingual } from '../../shared/text/wording.js';
import { API_WORDS, type CallWords, MODEL_NAMES } from './call-words.js';

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

/** Everything that is wrong with a description, each fault with its field, in the words of whoever wrote it. */
export function callFaults(call: CallDescription, words: CallWords = API_WORDS): Fault[] {
  const { at } = words;
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
    ...textFaults(at('programme'), call.programme ?? '-', LONGEST.name),
    ...textFaults(at('funder'), call.funder ?? '-', LONGEST.name),
    ...(['budget', 'grantMin', 'grantMax'] as const).flatMap(field => moneyFaults(at(field), call[field])),
    ...grantFaults(call, words),
    ...rangeFaults(at('minPartners'), call.minPartners, [1, 1_000]),
    ...rangeFaults(at('minCountries'), call.minCountries, [1, 200]),
    ...rangeFaults(at('trlMin'), call.trlMin, [1, 9]),
    ...rangeFaults(at('trlMax'), call.trlMax, [1, 9]),
    ...orderFaults(call, words),
    ...deadlineFaults(call, words),
    ...labelFaults(call, words),
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
export function endlessFaults(call: Dates, { at }: CallWords = API_WORDS): Fault[] {
  if (!isEndless(call)) return [];
  const continuous = MODEL_NAMES.CONTINUOUS;
  return [
    fault('REQUIRED', at('deadlines'), {
      sv: `Sista ansökningsdag saknas. Utan den ser en publicerad utlysning alltid öppen ut. Ange sista ansökningsdag, välj ${continuous.sv} om ingen finns, eller spara den som utkast.`,
      en: `The deadline is missing, and a published call would look open for ever. Give a deadline, choose ${continuous.en} if the call has none, or keep it as a draft.`,
    }),
  ];
}

function wrong(path: readonly string[], message: Localized): Fault {
  return fault('INVALID', path, message);
}

function grantFaults({ fundingRate, grantMin, grantMax }: CallDescription, { at, called }: CallWords): Fault[] {
  const [rate, min, max] = [called('fundingRate'), called('grantMin'), called('grantMax')];
  const faults: Fault[] = [];
  if (fundingRate != null && !(fundingRate > 0 && fundingRate <= 100)) {
    faults.push(
      wrong(at('fundingRate'), {
        sv: `${rate.sv} är procent, över 0 och högst 100.`,
        en: `${rate.en} is percent, above 0 and at most 100.`,
      }),
    );
  }
  if (grantMin && grantMax && grantMin.currency !== grantMax.currency) {
    faults.push(
      wrong(at('grantMax', 'currency'), {
        sv: `${min.sv} och ${max.sv} ska ha samma valuta.`,
        en: `${min.en} and ${max.en} must have the same currency.`,
      }),
    );
  } else if (grantMin && grantMax && Big(grantMin.amount).gt(grantMax.amount)) {
    faults.push(wrong(at('grantMax', 'amount'), lessThan(max, min)));
  }
  return faults;
}

function orderFaults({ trlMin, trlMax }: CallDescription, { at, called }: CallWords): Fault[] {
  if (trlMin == null || trlMax == null || trlMin <= trlMax) return [];
  return [wrong(at('trlMax'), lessThan(called('trlMax'), called('trlMin')))];
}

function lessThan(larger: Bilingual, smaller: Bilingual): Localized {
  return {
    sv: `${larger.sv} får inte vara mindre än ${smaller.sv}.`,
    en: `${larger.en} may not be less than ${smaller.en}.`,
  };
}

function labelFaults({ deadlines }: CallDescription, { at }: CallWords): Fault[] {
  return [...(deadlines ?? []).entries()]
    .filter(([, { label }]) => (label ?? '').length > LONGEST.name)
    .map(([place, { label }]) =>
      wrong(at('deadlines', String(place), 'label'), {
        sv: `En benämning på en sista ansökningsdag får ha högst ${LONGEST.name} tecken och har ${label!.length}.`,
        en: `The label of a deadline may have at most ${LONGEST.name} characters and has ${label!.length}.`,
      }),
    );
}

function deadlineFaults({ deadlineModel, deadlines, opensAt }: CallDescription, { at }: CallWords): Fault[] {
  const faults: Fault[] = [];
  const moments = deadlines ?? [];
  if (deadlineModel === 'CONTINUOUS' && moments.length > 0) {
    const continuous = MODEL_NAMES.CONTINUOUS;
    faults.push(
      wrong(at('deadlines'), {
        sv: `En utlysning med ansökningsförfarandet ${continuous.sv} har inga sista ansökningsdagar.`,
        en: `A call with the model ${continuous.en} has no deadlines.`,
      }),
    );
  }
  if (deadlineModel === 'SINGLE_STAGE' && moments.length > 1) {
    const [one, two, several] = [MODEL_NAMES.SINGLE_STAGE, MODEL_NAMES.TWO_STAGE, MODEL_NAMES.MULTIPLE_CUT_OFF];
    faults.push(
      wrong(at('deadlines'), {
        sv: `Ansökningsförfarandet ${one.sv} har en sista ansökningsdag. Välj ${two.sv} eller ${several.sv} för flera.`,
        en: `The model ${one.en} has one deadline. Choose ${two.en} or ${several.en} for several.`,
      }),
    );
  }
  const early = moments.findIndex(deadline => opensAt && deadline.at < opensAt);
  if (early >= 0) {
    faults.push(
      wrong(at('deadlines', String(early), 'at'), {
        sv: 'Sista ansökningsdagen ligger före öppningen.',
        en: 'The deadline lies before the opening.',
      }),
    );
  }
  return faults;
}
