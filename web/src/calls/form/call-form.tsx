import type { FormEvent } from 'react';
import { useQuery } from 'urql';
import { areaChoices, objectiveChoices } from '../../board/choices';
import { FilterChoicesDocument, type CallTextsQuery } from '../../gql/graphql';
import { DEADLINE_MODEL, SECTOR } from '../../language/domain-words';
import { useLanguage, useLocale, useWords } from '../../language/language';
import { toSwedish } from '../../language/swedish-time';
import { Field } from '../../parts/form/field';
import { Problems, type Problem } from '../../parts/form/problems';
import type { ShownCall } from '../call-page';
import { DeadlineFields } from './deadline-fields';
import { Choices, Line, MoneyField, Text, type ErrorOf } from './form-fields';
import { formWords } from './form-words';

/** A call's texts in both languages. */
export type Texts = NonNullable<CallTextsQuery['fundingCall']>;

interface CallFormProps {
  call?: ShownCall | undefined;
  texts?: Texts | undefined;
  problems: readonly Problem[];
  onSave: (form: FormData) => void;
}

interface PartProps {
  call: ShownCall | undefined;
  errorOf: ErrorOf;
}

/** The field that a refusal's path leads to: ['title', 'en'] is titleEn, and a whole text is told of at its Swedish. */
function fieldOf([name = '', part]: readonly string[]): string {
  if (name !== 'title' && name !== 'summary') return name;
  return part === 'en' ? `${name}En` : `${name}Sv`;
}

/** Everything there is to say of a call. */
export function CallForm({ call, texts, problems, onSave }: CallFormProps) {
  const t = useWords(formWords);
  const errorOf: ErrorOf = name => problems.find(({ path }) => path && fieldOf(path) === name)?.message;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSave(new FormData(event.currentTarget));
  };
  return (
    <form className="form" onSubmit={submit}>
      <What call={call} texts={texts} errorOf={errorOf} />
      <WhenPart call={call} errorOf={errorOf} />
      <MoneyPart call={call} errorOf={errorOf} />
      <RulesPart call={call} errorOf={errorOf} />
      <AboutPart call={call} />
      <Problems problems={problems} />
      <div className="form-end">
        {!call && (
          <label className="check">
            <input type="checkbox" name="publish" defaultChecked />
            {t.publish}
          </label>
        )}
        <button type="submit" className="main-deed">
          {t.save}
        </button>
      </div>
    </form>
  );
}

function What({ call, texts, errorOf }: PartProps & { texts: Texts | undefined }) {
  const t = useWords(formWords);
  // Reading falls back to Swedish; a text that is the same in both was never translated.
  const english = (sv?: string | null, en?: string | null) => (en && en !== sv ? en : '');
  return (
    <fieldset>
      <legend>{t.what}</legend>
      <Line
        className="wide"
        name="identifier"
        label={t.identifier}
        hint={t.identifierHint}
        defaultValue={call?.identifier}
        readOnly={Boolean(call)}
        required
        errorOf={errorOf}
      />
      <Line name="titleSv" label={t.titleSv} defaultValue={texts?.titleSv} required errorOf={errorOf} />
      <Line name="titleEn" label={t.titleEn} defaultValue={english(texts?.titleSv, texts?.titleEn)} errorOf={errorOf} />
      <Text name="summarySv" label={t.summarySv} defaultValue={texts?.summarySv ?? ''} />
      <Text name="summaryEn" label={t.summaryEn} defaultValue={english(texts?.summarySv, texts?.summaryEn)} />
      <Line name="programme" label={t.programme} defaultValue={call?.programme} required errorOf={errorOf} />
      <Line name="funder" label={t.funder} defaultValue={call?.funder} required errorOf={errorOf} />
      <Line className="wide" name="url" type="url" label={t.url} defaultValue={call?.url ?? ''} errorOf={errorOf} />
    </fieldset>
  );
}

function WhenPart({ call, errorOf }: PartProps) {
  const t = useWords(formWords);
  const tongue = useLanguage();
  return (
    <fieldset>
      <legend>{t.when}</legend>
      <Field label={t.model} error={errorOf('deadlineModel')}>
        {wiring => (
          <select {...wiring} name="deadlineModel" defaultValue={call?.deadlineModel ?? 'SINGLE_STAGE'}>
            {Object.entries(DEADLINE_MODEL).map(([code, name]) => (
              <option key={code} value={code}>
                {name[tongue]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Line
        name="opensAt"
        type="datetime-local"
        label={t.opensAt}
        defaultValue={call?.opensAt ? toSwedish(call.opensAt) : ''}
        errorOf={errorOf}
      />
      <DeadlineFields deadlines={call?.deadlines ?? []} errorOf={errorOf} />
    </fieldset>
  );
}

function MoneyPart({ call, errorOf }: PartProps) {
  const t = useWords(formWords);
  return (
    <fieldset>
      <legend>{t.money}</legend>
      {(['budget', 'grantMin', 'grantMax'] as const).map(name => (
        <MoneyField key={name} name={name} label={t[name]} value={call?.[name]} errorOf={errorOf} />
      ))}
      <Line
        name="fundingRate"
        type="number"
        min={0}
        max={100}
        step="any"
        label={t.fundingRate}
        defaultValue={call?.fundingRate ?? ''}
        errorOf={errorOf}
      />
    </fieldset>
  );
}

function RulesPart({ call, errorOf }: PartProps) {
  const t = useWords(formWords);
  const tongue = useLanguage();
  const sectors = Object.entries(SECTOR).map(([code, name]) => [code, name[tongue]] as const);
  return (
    <fieldset>
      <legend>{t.rules}</legend>
      {(['minPartners', 'minCountries'] as const).map(name => (
        <Line
          key={name}
          name={name}
          type="number"
          min={1}
          label={t[name]}
          defaultValue={call?.[name] ?? ''}
          errorOf={errorOf}
        />
      ))}
      {(['trlMin', 'trlMax'] as const).map(name => (
        <Line
          key={name}
          name={name}
          type="number"
          min={1}
          max={9}
          label={t[name]}
          defaultValue={call?.[name] ?? ''}
          errorOf={errorOf}
        />
      ))}
      <Choices
        name="requiredSectors"
        label={t.requiredSectors}
        choices={sectors}
        chosen={call?.requiredSectors ?? []}
      />
    </fieldset>
  );
}

function AboutPart({ call }: Pick<PartProps, 'call'>) {
  const t = useWords(formWords);
  const tongue = useLanguage();
  const [{ data }] = useQuery({ query: FilterChoicesDocument, variables: { locale: useLocale() } });
  return (
    <fieldset>
      <legend>{t.about}</legend>
      {data && (
        <Choices
          name="focusAreas"
          label={t.areas}
          choices={areaChoices(data).map(([code, name]) => [code, name.trim()] as const)}
          chosen={call?.focusAreas.map(({ code }) => code) ?? []}
        />
      )}
      <Choices
        name="environmentalObjectives"
        label={t.objectives}
        choices={objectiveChoices(tongue)}
        chosen={call?.environmentalObjectives ?? []}
      />
    </fieldset>
  );
}
