import { useQuery } from 'urql';
import { areasToChoose } from '../../board/choices';
import { FocusAreaChoicesDocument } from '../../gql/graphql';
import { MISSION, OBJECTIVE } from '../../language/domain-words';
import { useLocale, useSay, useWords } from '../../language/language';
import { Choices, Select } from '../../parts/form/fields';
import { Answered } from '../../parts/states';
import type { FieldsProps } from './text-fields';
import { describingWords, FIELD_NAMES, VISIBILITY } from './words';

const fullName = ({ code, name, whole }: { code: string; name: string; whole?: string }) =>
  [code, whole ? `${whole}: ${name}` : name] as const;

/** Which focus areas it belongs to. */
export function FocusAreaFields({ from }: FieldsProps) {
  const say = useSay();
  const locale = useLocale();
  const [answer, again] = useQuery({ query: FocusAreaChoicesDocument, variables: { locale } });
  return (
    <Answered answer={answer} again={again} lines={1}>
      {data => (
        <Choices
          name="focusAreas"
          label={say(FIELD_NAMES, 'focusAreas')}
          choices={areasToChoose(data, from.focusAreas).map(fullName)}
          chosen={from.focusAreas}
        />
      )}
    </Answered>
  );
}

/** Which of the EU Taxonomy's objectives it contributes to. */
export function ObjectiveFields({ from }: FieldsProps) {
  const say = useSay();
  return (
    <Choices
      name="environmentalObjectives"
      label={say(FIELD_NAMES, 'environmentalObjectives')}
      choices={Object.keys(OBJECTIVE).map(code => [code, say(OBJECTIVE, code)])}
      chosen={from.environmentalObjectives}
    />
  );
}

/** Which of the EU Missions it contributes to. */
export function MissionFields({ from }: FieldsProps) {
  const say = useSay();
  return (
    <Choices
      name="missions"
      label={say(FIELD_NAMES, 'missions')}
      choices={Object.keys(MISSION).map(code => [code, say(MISSION, code)])}
      chosen={from.missions}
    />
  );
}

const LEVELS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** How mature the technology is. */
export function LevelFields({ from }: FieldsProps) {
  const t = useWords(describingWords);
  const say = useSay();
  return (
    <Select
      name="technologyReadinessLevel"
      label={say(FIELD_NAMES, 'technologyReadinessLevel')}
      hint={t.trlHint}
      none={t.unknown}
      choices={LEVELS.map(level => [level, t.level(level)])}
      defaultValue={from.technologyReadinessLevel[0]}
    />
  );
}

/** Who may see it, each choice with what it means. */
export function VisibilityFields({ from }: FieldsProps) {
  const say = useSay();
  return (
    <fieldset className="explained">
      <legend>{say(FIELD_NAMES, 'visibility')}</legend>
      {Object.entries(VISIBILITY).map(([code, { name, means }]) => (
        <label key={code} className="check">
          <input type="radio" name="visibility" value={code} defaultChecked={from.visibility[0] === code} />
          <span>
            {say({ name }, 'name')}
            <small>{say({ means }, 'means')}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
