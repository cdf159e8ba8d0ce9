import { useState } from 'react';
import { useQuery } from 'urql';
import { ProgrammeChoicesDocument, type ProgrammeChoicesQuery } from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import { Select } from '../../parts/form/fields';
import { newIdeaWords } from './words';

export type ProgrammeChoice = ProgrammeChoicesQuery['programmes'][number];

/** The programmes that take new ideas, and the one chosen: the only one, where there is one. */
export function useProgrammes() {
  const locale = useLocale();
  const [{ data }] = useQuery({ query: ProgrammeChoicesDocument, variables: { locale } });
  const open = data?.programmes.filter(programme => programme.open) ?? [];
  const [code, choose] = useState('');
  return { open, choose, chosen: open.length === 1 ? open[0] : open.find(programme => programme.code === code) };
}

/** Asks which programme the idea shall belong to, where several are open. */
export function ProgrammeBox({ open, choose }: Pick<ReturnType<typeof useProgrammes>, 'open' | 'choose'>) {
  const t = useWords(newIdeaWords);
  if (open.length < 2) return null;
  return (
    <Select
      name="programme"
      label={t.programme}
      hint={t.programmeHint}
      choices={open.map(({ code, name }) => [code, `${name} (${code})`] as const)}
      none={t.chooseProgramme}
      defaultValue=""
      onChange={choose}
      required
    />
  );
}
