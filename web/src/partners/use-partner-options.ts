import { useDeferredValue, useState } from 'react';
import { useQuery } from 'urql';
import { PartnerListDocument } from '../gql/graphql';
import { SECTOR } from '../language/domain-words';
import { useLocale, useSay } from '../language/language';
import type { Option } from '../parts/form/combo-box';

/** As many as one reads through in a list; who seeks another writes more of its name. */
const SHOWN = 20;

/** Partners to choose from, found by what is written, however many there are. */
export function usePartnerOptions(): { options: readonly Option[]; search: (text: string) => void } {
  const say = useSay();
  const locale = useLocale();
  const [text, search] = useState('');
  const sought = useDeferredValue(text.trim());
  const [{ data }] = useQuery({
    query: PartnerListDocument,
    variables: { first: SHOWN, locale, filter: sought ? { text: sought } : undefined },
  });
  const options = (data?.partners.nodes ?? []).map(({ id, name, sector }) => ({
    id,
    name,
    note: say(SECTOR, sector),
  }));
  return { options, search };
}
