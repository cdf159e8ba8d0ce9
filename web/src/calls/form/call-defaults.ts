import type { DeadlineModel, EnvironmentalObjective, Sector } from '../../gql/graphql';
import type { Amount } from '../../language/format';
import type { ShownCall } from '../call-page';
import type { CallTextsQuery } from '../../gql/graphql';

/** What a form about a call begins with. */
export interface CallDefaults {
  identifier?: string | undefined;
  titleSv?: string | undefined;
  titleEn?: string | undefined;
  summarySv?: string | undefined;
  summaryEn?: string | undefined;
  programme?: string | undefined;
  funder?: string | undefined;
  url?: string | null | undefined;
  deadlineModel?: DeadlineModel | undefined;
  opensAt?: string | null | undefined;
  deadlines?: readonly { at: string; label?: string | null }[] | undefined;
  budget?: Amount | null | undefined;
  grantMin?: Amount | null | undefined;
  grantMax?: Amount | null | undefined;
  fundingRate?: number | null | undefined;
  minPartners?: number | null | undefined;
  minCountries?: number | null | undefined;
  trlMin?: number | null | undefined;
  trlMax?: number | null | undefined;
  requiredSectors?: readonly Sector[] | undefined;
  focusAreas?: readonly string[] | undefined;
  environmentalObjectives?: readonly EnvironmentalObjective[] | undefined;
}

type Texts = NonNullable<CallTextsQuery['fundingCall']>;

/** A call as its form shows it. Reading falls back to Swedish: a text that is alike in both was never translated. */
export function defaultsOf(call: ShownCall, { titleSv, titleEn, summarySv, summaryEn }: Texts): CallDefaults {
  return {
    ...call,
    focusAreas: call.focusAreas.map(({ code }) => code),
    titleSv,
    titleEn: titleEn === titleSv ? '' : titleEn,
    summarySv: summarySv ?? '',
    summaryEn: summaryEn === summarySv ? '' : (summaryEn ?? ''),
  };
}
