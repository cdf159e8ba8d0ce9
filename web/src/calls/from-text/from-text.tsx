import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { areasToChoose } from '../../board/choices';
import { CallFundersDocument, FilterChoicesDocument } from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import { announce } from '../../parts/announcer';
import { Field } from '../../parts/form/field';
import { Icon } from '../../parts/icon';
import { useOpenedBy } from '../../parts/opened-by';
import { CALL_FIELD } from '../field-words';
import type { CallDefaults } from '../form/call-defaults';
import { callFromText } from './call-from-text';

const words = {
  begin: { sv: 'Börja med en text', en: 'Begin with a text' },
  about: {
    sv: 'Klistra in finansiärens text om utlysningen. Det som går att utläsa fylls i nedan, och inget sparas förrän du har läst igenom det.',
    en: "Paste the funder's text about the call. What can be read from it is filled in below, and nothing is saved before you have looked it through.",
  },
  text: { sv: 'Text om utlysningen', en: 'Text about the call' },
  read: { sv: 'Fyll i från texten', en: 'Fill in from the text' },
  found: { sv: 'Ifyllt från texten, kontrollera:', en: 'Filled in from the text, please check:' },
  left: { sv: 'Hittades inte i texten:', en: 'Not found in the text:' },
};

interface FromTextProps {
  onRead: (defaults: CallDefaults) => void;
}

/** Begins a call with what a text says of it; `#text` in the address opens it. */
export function FromText({ onRead }: FromTextProps) {
  const t = useWords(words);
  const opened = useOpenedBy('text');
  const known = useKnownNames();
  const [text, setText] = useState('');
  const [read, setRead] = useState<CallDefaults>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const defaults = callFromText(text, known);
    setRead(defaults);
    onRead(defaults);
    announce(t.found);
  };
  return (
    <details
      className="panel from-text"
      open={opened.open}
      onToggle={event => (event.currentTarget.open ? opened.show() : opened.close())}
    >
      <summary>{t.begin}</summary>
      <form onSubmit={submit}>
        <p className="soft">{t.about}</p>
        <Field label={t.text}>
          {wiring => (
            <textarea {...wiring} rows={8} required value={text} onChange={event => setText(event.target.value)} />
          )}
        </Field>
        <button type="submit">
          <Icon name="pen" />
          {t.read}
        </button>
      </form>
      {read && <Found read={read} />}
    </details>
  );
}

function useKnownNames() {
  const [{ data: calls }] = useQuery({ query: CallFundersDocument });
  const [{ data: choices }] = useQuery({ query: FilterChoicesDocument, variables: { locale: useLocale() } });
  return {
    funders: calls?.callFunders ?? [],
    focusAreas: choices ? areasToChoose(choices) : [],
  };
}

/** What a call can hardly do without; what the text says of the rest is seen in the form. */
const SOUGHT = [
  'identifier',
  'titleSv',
  'programme',
  'funder',
  'url',
  'opensAt',
  'deadlines',
  'budget',
  'grantMin',
  'grantMax',
  'fundingRate',
  'minPartners',
  'trlMin',
  'focusAreas',
] as const;

function Found({ read }: { read: CallDefaults }) {
  const t = useWords(words);
  const names = useWords(CALL_FIELD);
  const isFound = (name: (typeof SOUGHT)[number]) => {
    const value = read[name];
    return Array.isArray(value) ? value.length > 0 : value != null && value !== '';
  };
  const [found, left] = [SOUGHT.filter(isFound), SOUGHT.filter(name => !isFound(name))];
  const listed = (some: readonly (typeof SOUGHT)[number][]) => some.map(name => names[name]).join(', ');
  return (
    <div role="status">
      <p>
        <strong>{t.found}</strong> {listed(found)}.
      </p>
      {left.length > 0 && (
        <p className="soft">
          {t.left} {listed(left)}.
        </p>
      )}
    </div>
  );
}
