import { useState } from 'react';
import { useQuery } from 'urql';
import { PartnerChoicesDocument, type Sector } from '../../gql/graphql';
import { SECTOR } from '../../language/domain-words';
import { useSay } from '../../language/language';
import { plain } from '../../language/plain';
import { ComboBox, type Option } from '../../parts/form/combo-box';
import { useRested } from '../../parts/form/use-rested';

interface PartnerBoxProps {
  name: string;
  label: string;
  hint?: string | undefined;
  chosen?: Option | null | undefined;
  /** Only partners of these sectors; of any where there are none. */
  sectors?: readonly Sector[];
  /** Those who are not to be chosen, by id. */
  without?: readonly string[];
  onChoose?: (partner: Option | null) => void;
}

/** A partner, chosen among all there are; where they are more than a list has room for, the service looks for the name. */
export function PartnerBox({ name, label, hint, chosen, sectors = [], without = [], onChoose }: PartnerBoxProps) {
  const say = useSay();
  const [text, setText] = useState(chosen?.name ?? '');
  const sought = useRested(text.trim());
  const filter = sectors.length > 0 ? { sectors: [...sectors] } : {};
  const [{ data: all }] = useQuery({ query: PartnerChoicesDocument, variables: { filter } });
  const many = all !== undefined && all.partners.totalCount > all.partners.nodes.length;
  const [{ data: found, fetching }] = useQuery({
    query: PartnerChoicesDocument,
    variables: { filter: { ...filter, text: sought } },
    pause: !many || sought === '',
  });
  // What is written is looked for a moment later: until then the list has those it knows whose names have it.
  const isFound = many && sought !== '' && sought === text.trim() && !fetching;
  const shown = isFound ? found : all;
  const isSought = (partner: string) => isFound || !many || plain(partner).includes(plain(text.trim()));
  const options: Option[] = (shown?.partners.nodes ?? [])
    .filter(({ id, name: partner }) => !without.includes(id) && isSought(partner))
    .map(partner => ({ id: partner.id, name: partner.name, note: say(SECTOR, partner.sector) }));
  return (
    <ComboBox
      {...{ name, label, hint, options, chosen, ...(onChoose && { onChoose }) }}
      searching={many && !isFound && text !== ''}
      onSearch={setText}
      searched={many}
      required
    />
  );
}
