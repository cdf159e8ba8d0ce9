import type { CallRowFragment } from '../gql/graphql';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { callWords } from './words';

/** How much one application can be granted, where the call says so: a span, or its one end. */
export function useGrant({ grantMin, grantMax }: Pick<CallRowFragment, 'grantMin' | 'grantMax'>): string | undefined {
  const t = useWords(callWords);
  const { bigMoney, bigSpan } = useFormat();
  if (grantMin && grantMax) return bigSpan(grantMin, grantMax);
  if (grantMax) return t.upTo(bigMoney(grantMax));
  return grantMin ? t.atLeast(bigMoney(grantMin)) : undefined;
}
