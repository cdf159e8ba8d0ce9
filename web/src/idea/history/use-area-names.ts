import { useQuery } from 'urql';
import { FilterChoicesDocument } from '../../gql/graphql';
import { useLocale } from '../../language/language';

/** Focus areas by name, asked for only where some are told of; one that is gone stands by its code. */
export function useAreaNames(some: boolean): (code: string) => string {
  const [{ data }] = useQuery({ query: FilterChoicesDocument, variables: { locale: useLocale() }, pause: !some });
  const areas = data?.focusAreas.flatMap(area => [area, ...area.children]);
  return code => areas?.find(area => area.code === code)?.name ?? code;
}
