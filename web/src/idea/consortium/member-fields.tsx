import { LETTER, ROLE_IN_CONSORTIUM } from '../../language/domain-words';
import { useSay, useWords } from '../../language/language';
import { Select } from '../../parts/form/fields';
import { consortiumWords } from './words';

interface RoleSelectProps {
  /** Whether somebody else coordinates: there is room for one. */
  coordinated: boolean;
  chosen?: string | undefined;
}

/** The part that a member takes. */
export function RoleSelect({ coordinated, chosen = 'BENEFICIARY' }: RoleSelectProps) {
  const t = useWords(consortiumWords);
  const say = useSay();
  const free = Object.keys(ROLE_IN_CONSORTIUM).filter(code => code !== 'COORDINATOR' || !coordinated);
  return (
    <Select
      name="role"
      label={t.role}
      hint={t.roleHint}
      choices={free.map(code => [code, say(ROLE_IN_CONSORTIUM, code)])}
      defaultValue={free.includes(chosen) ? chosen : 'BENEFICIARY'}
    />
  );
}

/** How far a letter of intent has come. */
export function LetterSelect({ chosen = 'NONE' }: { chosen?: string | undefined }) {
  const t = useWords(consortiumWords);
  const say = useSay();
  return (
    <Select
      name="letterOfIntent"
      label={t.letter}
      choices={Object.keys(LETTER).map(code => [code, say(LETTER, code)])}
      defaultValue={chosen}
    />
  );
}
