import { useQuery } from 'urql';
import { FocusAreaChoicesDocument } from '../../gql/graphql';
import { MISSION, OBJECTIVE, VISIBLE_TO } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useLocale, useSay, useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import type { Description, FieldName } from './description';
import type { Clash } from './use-save';
import { describingWords, FIELD_NAMES } from './words';

const keepName = (field: FieldName) => `keep.${field}`;

/** What the person chose of the two versions; mine where nothing else is chosen. */
export function chosenIn(form: FormData, { mine, theirs, fields }: Clash): Description {
  const kept = fields.map(name => [name, (form.get(keepName(name)) === 'theirs' ? theirs.description : mine)[name]]);
  return { ...mine, ...Object.fromEntries(kept) };
}

/** What I wrote beside what somebody else has saved, field by field, and which of them shall hold. */
export function ClashChoices({ clash }: { clash: Clash }) {
  const t = useWords(describingWords);
  return (
    <>
      <div className="notice bad" role="alert">
        <Icon name="alert" />
        <p>{t.conflict}</p>
      </div>
      {clash.fields.map(name => (
        <ClashChoice key={name} name={name} mine={clash.mine[name]} theirs={clash.theirs.description[name]} />
      ))}
    </>
  );
}

interface ClashChoiceProps {
  name: FieldName;
  mine: readonly string[];
  theirs: readonly string[];
}

function ClashChoice({ name, mine, theirs }: ClashChoiceProps) {
  const t = useWords(describingWords);
  const say = useSay();
  const read = useRead();
  return (
    <fieldset className="clash">
      <legend>{say(FIELD_NAMES, name)}</legend>
      {[
        { whose: 'mine', called: t.mine, value: mine } as const,
        { whose: 'theirs', called: t.theirs, value: theirs } as const,
      ].map(({ whose, called, value }) => (
        <label key={whose} className="check">
          <input type="radio" name={keepName(name)} value={whose} defaultChecked={whose === 'mine'} />
          <span>
            {called}
            <span className="clash-value">{read(name, value) || t.empty}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Says a field's value as the page does: choices by their names. */
function useRead(): (name: FieldName, value: readonly string[]) => string {
  const t = useWords(describingWords);
  const say = useSay();
  const format = useFormat();
  const areas = useAreaNames();
  return (field, value) => {
    const one = value[0] ?? '';
    if (field === 'focusAreas') return format.list(value.map(code => areas.get(code) ?? code));
    if (field === 'environmentalObjectives') return format.list(value.map(code => say(OBJECTIVE, code)));
    if (field === 'missions') return format.list(value.map(code => say(MISSION, code)));
    if (field === 'visibility') return say(VISIBLE_TO, one);
    if (field === 'technologyReadinessLevel') return one === '' ? t.unknown : t.level(one);
    return one;
  };
}

function useAreaNames(): ReadonlyMap<string, string> {
  const locale = useLocale();
  const [{ data }] = useQuery({ query: FocusAreaChoicesDocument, variables: { locale } });
  const all = data?.focusAreas.flatMap(area => [area, ...area.children]) ?? [];
  return new Map(all.map(({ code, name }) => [code, name]));
}
