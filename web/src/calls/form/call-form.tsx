import { useQuery } from 'urql';
import { areasToChoose, objectiveChoices } from '../../board/choices';
import { FilterChoicesDocument } from '../../gql/graphql';
import { DEADLINE_MODEL, SECTOR } from '../../language/domain-words';
import { useLanguage, useLocale, useWords } from '../../language/language';
import { toSwedish } from '../../language/swedish-time';
import { Choices, Line, Select, Text, type Named } from '../../parts/form/fields';
import { Form } from '../../parts/form/form';
import { MoneyField } from '../../parts/form/money-field';
import type { Problem } from '../../parts/form/problems';
import type { CallDefaults } from './call-defaults';
import { DeadlineFields } from './deadline-fields';
import { formWords } from './form-words';

interface CallFormProps {
  /** What stands in the fields from the start. */
  defaults: CallDefaults;
  /** A new call may be published at once, and has no identifier yet. */
  about: 'NEW' | 'KNOWN';
  problems: readonly Problem[];
  busy: boolean;
  onSave: (form: FormData) => void;
}

type PartProps = Pick<CallFormProps, 'defaults'>;

/** Everything there is to say of a call. */
export function CallForm({ defaults, about, problems, busy, onSave }: CallFormProps) {
  const t = useWords(formWords);
  return (
    <Form problems={problems} onSave={onSave}>
      <What defaults={defaults} about={about} />
      <WhenPart defaults={defaults} />
      <MoneyPart defaults={defaults} />
      <RulesPart defaults={defaults} />
      <AboutPart defaults={defaults} />
      <div className="form-end">
        {about === 'NEW' && (
          <label className="check">
            <input type="checkbox" name="publish" defaultChecked />
            {t.publish}
          </label>
        )}
        <button type="submit" className="main-deed" aria-disabled={busy}>
          {t.save}
        </button>
      </div>
    </Form>
  );
}

function What({ defaults, about }: Pick<CallFormProps, 'defaults' | 'about'>) {
  const t = useWords(formWords);
  return (
    <fieldset>
      <legend>{t.what}</legend>
      <Line
        className="wide"
        name="identifier"
        label={t.identifier}
        hint={t.identifierHint}
        defaultValue={defaults.identifier}
        readOnly={about === 'KNOWN'}
        required
      />
      <Line name="title.sv" label={t.titleSv} defaultValue={defaults.titleSv} maxLength={300} required />
      <Line name="title.en" label={t.titleEn} defaultValue={defaults.titleEn} maxLength={300} />
      <Text name="summary.sv" label={t.summarySv} defaultValue={defaults.summarySv} maxLength={10_000} />
      <Text name="summary.en" label={t.summaryEn} defaultValue={defaults.summaryEn} maxLength={10_000} />
      <Line name="programme" label={t.programme} defaultValue={defaults.programme} maxLength={200} required />
      <Line name="funder" label={t.funder} defaultValue={defaults.funder} maxLength={200} required />
      <Line className="wide" name="url" type="url" label={t.url} defaultValue={defaults.url ?? ''} />
    </fieldset>
  );
}

const inLanguage = (words: Readonly<Record<string, Record<'sv' | 'en', string>>>, tongue: 'sv' | 'en'): Named[] =>
  Object.entries(words).map(([code, name]) => [code, name[tongue]] as const);

function WhenPart({ defaults }: PartProps) {
  const t = useWords(formWords);
  const tongue = useLanguage();
  return (
    <fieldset>
      <legend>{t.when}</legend>
      <Select
        name="deadlineModel"
        label={t.deadlineModel}
        choices={inLanguage(DEADLINE_MODEL, tongue)}
        defaultValue={defaults.deadlineModel ?? 'SINGLE_STAGE'}
      />
      <Line
        name="opensAt"
        type="datetime-local"
        label={t.opensAt}
        defaultValue={defaults.opensAt ? toSwedish(defaults.opensAt) : ''}
      />
      <DeadlineFields deadlines={defaults.deadlines} />
    </fieldset>
  );
}

function MoneyPart({ defaults }: PartProps) {
  const t = useWords(formWords);
  return (
    <fieldset>
      <legend>{t.money}</legend>
      {(['budget', 'grantMin', 'grantMax'] as const).map(name => (
        <MoneyField key={name} name={name} label={t[name]} hint={t.moneyHint} value={defaults[name]} />
      ))}
      <Line
        name="fundingRate"
        type="number"
        min={0}
        max={100}
        step="any"
        label={t.fundingRate}
        hint={t.fundingRateHint}
        defaultValue={defaults.fundingRate ?? ''}
      />
    </fieldset>
  );
}

/** The service's own limits, so that a slip is told before it is sent. */
const MOST = { minPartners: 1000, minCountries: 200, trlMin: 9, trlMax: 9 } as const;

function RulesPart({ defaults }: PartProps) {
  const t = useWords(formWords);
  const tongue = useLanguage();
  return (
    <fieldset>
      <legend>{t.rules}</legend>
      {(['minPartners', 'minCountries', 'trlMin', 'trlMax'] as const).map(name => (
        <Line
          key={name}
          name={name}
          type="number"
          min={1}
          max={MOST[name]}
          label={t[name]}
          defaultValue={defaults[name] ?? ''}
        />
      ))}
      <Choices
        name="requiredSectors"
        label={t.requiredSectors}
        choices={inLanguage(SECTOR, tongue)}
        chosen={defaults.requiredSectors ?? []}
      />
    </fieldset>
  );
}

function AboutPart({ defaults }: PartProps) {
  const t = useWords(formWords);
  const tongue = useLanguage();
  const [{ data }] = useQuery({ query: FilterChoicesDocument, variables: { locale: useLocale() } });
  return (
    <fieldset>
      <legend>{t.about}</legend>
      {data && (
        <Choices
          name="focusAreas"
          label={t.focusAreas}
          choices={areasToChoose(data, defaults.focusAreas).map(({ code, name }) => [code, name] as const)}
          chosen={defaults.focusAreas ?? []}
        />
      )}
      <Choices
        name="environmentalObjectives"
        label={t.environmentalObjectives}
        choices={objectiveChoices(tongue)}
        chosen={defaults.environmentalObjectives ?? []}
      />
    </fieldset>
  );
}
