import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { CallsForIdeaDocument, type ApplicableCallFragment, type CallsForIdeaQuery } from '../../../gql/graphql';
import { useLocale, useWords } from '../../../language/language';
import { Fit } from '../../../parts/match/fit';
import { ComboBox } from '../../../parts/form/combo-box';
import { Icon } from '../../../parts/icon';
import { Answered } from '../../../parts/states';
import { applicationWords } from '../application-words';
import { CallLine, useCallNote } from './call-line';
import { useCallSearch } from './use-call-search';

type Match = NonNullable<CallsForIdeaQuery['idea']>['callMatches'][number];

interface CallChoiceProps {
  code: string;
  /** The id or identifier of the one that is chosen to begin with. */
  first?: string | undefined;
  chosen: ApplicableCallFragment | undefined;
  onChoose: (call: ApplicableCallFragment | undefined) => void;
}

/** The calls that suit the idea best, with what speaks against each, or any other that can be applied for. */
export function CallChoice({ code, first, chosen, onChoose }: CallChoiceProps) {
  const locale = useLocale();
  const [answer, again] = useQuery({ query: CallsForIdeaDocument, variables: { code, locale } });
  const wanted = answer.data?.idea?.callMatches.find(
    ({ call }) => call.id === first || call.identifier === first,
  )?.call;
  useEffect(() => wanted && onChoose(wanted), [wanted, onChoose]);
  // What was searched for is forgotten when one of the best is chosen instead.
  const [searches, setSearches] = useState(0);
  const chooseBest = (call: ApplicableCallFragment) => (setSearches(searches + 1), onChoose(call));
  return (
    <Answered answer={answer} again={again} lines={2}>
      {({ idea }) => {
        const taken = takenBy(idea?.applications ?? []);
        const matches = (idea?.callMatches ?? []).filter(({ call }) => !taken.has(call.id));
        return (
          <>
            <BestCalls matches={matches} chosen={chosen} onChoose={chooseBest} />
            <OtherCalls key={searches} taken={taken} onChoose={onChoose} />
          </>
        );
      }}
    </Answered>
  );
}

/** The calls that the idea applies to already: it can only do so once at a time. */
function takenBy(applications: NonNullable<CallsForIdeaQuery['idea']>['applications']): Set<string> {
  const live = applications.filter(({ status }) => status !== 'REJECTED' && status !== 'WITHDRAWN');
  return new Set(live.map(({ call }) => call.id));
}

interface BestCallsProps extends Pick<CallChoiceProps, 'chosen'> {
  matches: readonly Match[];
  onChoose: (call: ApplicableCallFragment) => void;
}

function BestCalls({ matches, chosen, onChoose }: BestCallsProps) {
  const t = useWords(applicationWords);
  if (matches.length === 0) return <p className="soft">{t.noMatches}</p>;
  return (
    <fieldset className="choices call-choices">
      <legend>{t.bestMatches}</legend>
      {matches.map(({ call, score, eligible, reasons }) => (
        <div key={call.id} className="call-choice">
          <label className="check">
            <input type="radio" name="best" checked={chosen?.id === call.id} onChange={() => onChoose(call)} />
            {call.title}
          </label>
          <CallLine call={call} />
          <Fit score={score} eligible={eligible} />
          <Against reasons={reasons} />
        </div>
      ))}
    </fieldset>
  );
}

function Against({ reasons }: Pick<Match, 'reasons'>) {
  const t = useWords(applicationWords);
  const against = reasons.filter(({ satisfied }) => !satisfied);
  if (against.length === 0) return null;
  return (
    <ul className="reasons" aria-label={t.against}>
      {against.map(({ code, message }) => (
        <li key={code} className="not">
          <Icon name="cross" />
          {message}
        </li>
      ))}
    </ul>
  );
}

interface OtherCallsProps extends Pick<CallChoiceProps, 'onChoose'> {
  taken: ReadonlySet<string>;
}

function OtherCalls({ taken, onChoose }: OtherCallsProps) {
  const t = useWords(applicationWords);
  const note = useCallNote();
  const { found, searching, search } = useCallSearch();
  const calls = found.filter(({ id }) => !taken.has(id));
  return (
    <ComboBox
      name="callId"
      label={t.searchCalls}
      hint={t.searchHint}
      options={calls.map(call => ({ id: call.id, name: call.title, note: note(call) }))}
      searching={searching}
      onSearch={search}
      searched
      onChoose={option => onChoose(calls.find(({ id }) => id === option?.id))}
    />
  );
}
