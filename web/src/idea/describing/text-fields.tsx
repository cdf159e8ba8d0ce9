import { useState } from 'react';
import { useSay, useWords } from '../../language/language';
import { Line, Text } from '../../parts/form/fields';
import type { Description } from './description';
import { English } from './english';
import { describingWords, FIELD_NAMES } from './words';

/** The most characters that the service takes. */
const LONGEST = { title: 300, text: 10_000 };

export interface FieldsProps {
  /** What stands there from the beginning. */
  from: Description;
  /** How many characters of a summary the gate ahead asks for, where it does. */
  needed?: number | undefined;
}

/** The title in both languages. */
export function TitleFields({ from }: FieldsProps) {
  const say = useSay();
  return (
    <>
      <Line
        name="title.sv"
        label={say(FIELD_NAMES, 'title.sv')}
        defaultValue={from['title.sv'][0]}
        maxLength={LONGEST.title}
        required
      />
      <InEnglish name="title.en" from={from} field={Line} maxLength={LONGEST.title} />
    </>
  );
}

/** The summary in both languages, with how much more the gate ahead asks for. */
export function SummaryFields({ from, needed }: FieldsProps) {
  const t = useWords(describingWords);
  const say = useSay();
  const [length, setLength] = useState(lengthOf(from['summary.sv'][0]));
  return (
    <>
      <div onInput={event => setLength(lengthOf((event.target as HTMLTextAreaElement).value))}>
        <Text
          name="summary.sv"
          label={say(FIELD_NAMES, 'summary.sv')}
          hint={t.summaryHint}
          defaultValue={from['summary.sv'][0]}
          maxLength={LONGEST.text}
          required
        />
      </div>
      {needed !== undefined && <p className="hint">{needed > length ? t.charactersLeft(needed - length) : t.enough}</p>}
      <InEnglish name="summary.en" from={from} field={Text} maxLength={LONGEST.text} />
    </>
  );
}

/** Characters as people count them, as the gate does. */
const lengthOf = (text = '') => [...text.trim()].length;

/** The challenge in both languages. */
export function ChallengeFields({ from }: FieldsProps) {
  const t = useWords(describingWords);
  const say = useSay();
  return (
    <>
      <Text
        name="challenge.sv"
        label={say(FIELD_NAMES, 'challenge.sv')}
        hint={t.challengeHint}
        defaultValue={from['challenge.sv'][0]}
        maxLength={LONGEST.text}
      />
      <InEnglish name="challenge.en" from={from} field={Text} maxLength={LONGEST.text} />
    </>
  );
}

/** Where one asks about the idea. */
export function ContactFields({ from }: FieldsProps) {
  const t = useWords(describingWords);
  const say = useSay();
  return (
    <Line
      name="contactEmail"
      type="email"
      label={say(FIELD_NAMES, 'contactEmail')}
      hint={t.contactHint}
      defaultValue={from.contactEmail[0]}
      maxLength={254}
    />
  );
}

interface InEnglishProps extends FieldsProps {
  name: 'title.en' | 'summary.en' | 'challenge.en';
  field: typeof Line | typeof Text;
  maxLength: number;
}

/** The same in English: folded away until somebody has written it. */
function InEnglish({ name, from, field: Field, maxLength }: InEnglishProps) {
  const say = useSay();
  const written = from[name][0];
  return (
    <English names={[name]} written={Boolean(written)}>
      <Field name={name} label={say(FIELD_NAMES, name)} defaultValue={written} maxLength={maxLength} lang="en" />
    </English>
  );
}
