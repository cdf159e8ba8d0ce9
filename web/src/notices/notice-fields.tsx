import { useQuery } from 'urql';
import { areasToChoose } from '../board/choices';
import {
  FocusAreaChoicesDocument,
  type Locale,
  type MailsFragment,
  type NoticeKind,
  type NoticeRhythm,
} from '../gql/graphql';
import { useLocale, useSay, useWords } from '../language/language';
import { Choices, Select } from '../parts/form/fields';
import { textOf } from '../parts/form/form-text';
import { Answered } from '../parts/states';
import { MAIL_LANGUAGE, NOTICE_KIND, NOTICE_RHYTHM, noticeWords } from './words';

type Chosen = Pick<MailsFragment, 'kinds' | 'rhythm' | 'locale' | 'focusAreas'>;

/** What is chosen of mails, as a form has it. */
export const chosenIn = (form: FormData) => ({
  kinds: form.getAll('kinds') as NoticeKind[],
  rhythm: textOf(form, 'rhythm') as NoticeRhythm,
  locale: textOf(form, 'locale') as Locale,
  focusAreas: form.getAll('focusAreas') as string[],
});

/** What mails tell of, how often, in which language and of which focus areas. */
export function NoticeFields({ from }: { from: Chosen }) {
  const t = useWords(noticeWords);
  const say = useSay();
  const named = (words: Readonly<Record<string, { sv: string; en: string }>>) =>
    Object.keys(words).map(code => [code, say(words, code)] as const);
  return (
    <>
      <Choices name="kinds" label={t.kinds} choices={named(NOTICE_KIND)} chosen={from.kinds} />
      <Select name="rhythm" label={t.rhythm} choices={named(NOTICE_RHYTHM)} defaultValue={from.rhythm} />
      <Select name="locale" label={t.language} choices={named(MAIL_LANGUAGE)} defaultValue={from.locale} />
      <AreaFields chosen={from.focusAreas} />
    </>
  );
}

function AreaFields({ chosen }: { chosen: readonly string[] }) {
  const t = useWords(noticeWords);
  const locale = useLocale();
  const [answer, again] = useQuery({ query: FocusAreaChoicesDocument, variables: { locale } });
  return (
    <Answered answer={answer} again={again} lines={1}>
      {data => (
        <Choices
          name="focusAreas"
          label={t.areas}
          hint={t.areasHint}
          choices={areasToChoose(data, [...chosen]).map(
            ({ code, name, whole }) => [code, whole ? `${whole}: ${name}` : name] as const,
          )}
          chosen={chosen}
        />
      )}
    </Answered>
  );
}
