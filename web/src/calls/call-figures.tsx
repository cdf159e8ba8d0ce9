import type { CallRowFragment } from '../gql/graphql';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Figures } from '../parts/figures';
import { useGrant } from './grant';
import { callWords } from './words';

/** The money of a call. */
export function CallFigures({ call }: { call: CallRowFragment }) {
  const t = useWords(callWords);
  const format = useFormat();
  const grant = useGrant(call);
  const { budget, fundingRate } = call;
  const figures = [
    [t.budget, budget && format.bigMoney(budget)],
    [t.grant, grant],
    [t.fundingRate, fundingRate != null && format.percent(fundingRate / 100)],
  ] as const;
  if (!figures.some(([, value]) => value)) return null;
  return <Figures figures={figures} />;
}
