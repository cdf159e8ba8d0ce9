import { OBJECTIVE, OUTCOME_KIND } from '../../../language/domain-words';
import { useSay, useWords } from '../../../language/language';
import { Field } from '../../../parts/form/field';
import { Choices, Line, Select } from '../../../parts/form/fields';
import { DecimalField } from '../decimal-field';
import type { ShownProject } from '../project-part';
import { planWords } from './plan-words';

const LONGEST_TITLE = 300;
const LONGEST_NAME = 200;

/** A text in both languages. */
export interface Both {
  sv: string;
  /** Empty where there is none but the Swedish. */
  en: string;
}

interface TitleProps {
  way: string;
  text: Both | undefined;
}

function Titles({ way, text }: TitleProps) {
  const t = useWords(planWords);
  return (
    <>
      <Line name={`${way}.sv`} label={t.titleSv} defaultValue={text?.sv} maxLength={LONGEST_TITLE} required />
      <Line name={`${way}.en`} label={t.titleEn} defaultValue={text?.en} maxLength={LONGEST_TITLE} />
    </>
  );
}

interface MilestoneFieldsProps extends TitleProps {
  part: ShownProject['milestones'][number] | undefined;
  /** Whether its day lies outside the project's time. */
  outside: boolean;
}

export function MilestoneFields({ part, way, text, outside }: MilestoneFieldsProps) {
  const t = useWords(planWords);
  const warning = `${way}-outside`;
  return (
    <>
      <Titles way={`${way}.title`} text={text} />
      <Field label={t.dueOn} name={`${way}.dueOn`} required>
        {wiring => (
          <>
            <input
              {...wiring}
              type="date"
              name={`${way}.dueOn`}
              defaultValue={part?.dueOn}
              required
              aria-describedby={[wiring['aria-describedby'], outside && warning].filter(Boolean).join(' ') || undefined}
            />
            {outside && (
              <p className="field-warning" id={warning}>
                {t.outside}
              </p>
            )}
          </>
        )}
      </Field>
    </>
  );
}

interface OutcomeFieldsProps extends TitleProps {
  part: ShownProject['outcomes'][number] | undefined;
}

export function OutcomeFields({ part, way, text }: OutcomeFieldsProps) {
  const t = useWords(planWords);
  const say = useSay();
  const named = (words: typeof OBJECTIVE | typeof OUTCOME_KIND) =>
    Object.keys(words).map(code => [code, say(words, code)] as const);
  return (
    <>
      <Titles way={`${way}.title`} text={text} />
      <Select name={`${way}.kind`} label={t.kind} choices={named(OUTCOME_KIND)} defaultValue={part?.kind} />
      <details className="wide">
        <summary>{t.objectives}</summary>
        <Choices
          name={`${way}.environmentalObjectives`}
          label={t.objectives}
          choices={named(OBJECTIVE)}
          chosen={part?.environmentalObjectives ?? []}
        />
      </details>
    </>
  );
}

interface IndicatorFieldsProps extends TitleProps {
  part: ShownProject['indicators'][number] | undefined;
}

export function IndicatorFields({ part, way, text }: IndicatorFieldsProps) {
  const t = useWords(planWords);
  return (
    <>
      <Line name={`${way}.code`} label={t.code} defaultValue={part?.code} maxLength={LONGEST_NAME} required />
      <Line name={`${way}.unit`} label={t.unit} defaultValue={part?.unit} maxLength={LONGEST_NAME} required />
      <Titles way={`${way}.name`} text={text} />
      <DecimalField name={`${way}.baseline`} label={t.baseline} value={part?.baseline} />
      <DecimalField name={`${way}.target`} label={t.target} value={part?.target} required />
    </>
  );
}
