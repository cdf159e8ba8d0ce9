import { useMemo } from 'react';
import { useQuery } from 'urql';
import { FilterChoicesDocument, PartnerNamedDocument, type FilterChoicesQuery } from '../gql/graphql';
import { useLocale } from '../language/language';
import { useFilters } from './filters';

/**
 * What can be chosen, undefined until the service has told. The list of partners has room for a hundred: the one that
 * the address names is always among them, if there is such a partner.
 */
export function useChoices(): FilterChoicesQuery | undefined {
  const locale = useLocale();
  const slug = useFilters().value('partner');
  const [{ data: listed }] = useQuery({ query: FilterChoicesDocument, variables: { locale } });
  const beyond = slug !== '' && listed !== undefined && !listed.partners.nodes.some(partner => partner.slug === slug);
  const [{ data: named, fetching }] = useQuery({
    query: PartnerNamedDocument,
    variables: { slug },
    pause: !beyond,
  });
  return useMemo(() => {
    if (!beyond) return listed;
    if (!named || fetching) return undefined;
    const nodes = [...listed.partners.nodes, ...(named.partner ? [named.partner] : [])];
    return { ...listed, partners: { ...listed.partners, nodes } };
  }, [beyond, listed, named, fetching]);
}
