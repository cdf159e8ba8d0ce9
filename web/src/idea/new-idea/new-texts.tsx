import { useWords } from '../../language/language';
import { Line, Text } from '../../parts/form/fields';
import { English } from '../describing/english';
import type { ProgrammeChoice } from './programme-choice';
import { newIdeaWords } from './words';

const ENGLISH = ['title.en', 'summary.en', 'challenge.en'];

/** What the idea is called, what it is and why: in Swedish, and in English for those who write it. */
export function NewTexts({ programme }: { programme: ProgrammeChoice | undefined }) {
  const t = useWords(newIdeaWords);
  return (
    <>
      <Line name="title.sv" label={t.ideaTitle} hint={t.ideaTitleHint} maxLength={300} required />
      <Text
        name="summary.sv"
        label={t.what}
        hint={t.whatHint(programme?.gatePolicy.summaryMinLength ?? 80)}
        maxLength={10_000}
        required
      />
      <Text name="challenge.sv" label={t.why} hint={t.whyHint} maxLength={10_000} required />
      <English names={ENGLISH} written={false}>
        <Line name="title.en" label={t.titleEn} maxLength={300} lang="en" />
        <Text name="summary.en" label={t.whatEn} maxLength={10_000} lang="en" />
        <Text name="challenge.en" label={t.whyEn} maxLength={10_000} lang="en" />
      </English>
    </>
  );
}
