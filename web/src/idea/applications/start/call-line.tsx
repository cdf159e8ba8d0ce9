import type { ApplicableCallFragment } from '../../../gql/graphql';
import { useFormat } from '../../../language/format';
import { useWords } from '../../../language/language';
import { applicationWords } from '../application-words';

/** What tells one call from another: its identifier, and until when or from when it can be applied for. */
export function useCallNote(): (call: ApplicableCallFragment) => string {
  const t = useWords(applicationWords);
  const { shortDate } = useFormat();
  return ({ identifier, status, opensAt, nextDeadline }) => {
    const opens = status === 'FORTHCOMING' && opensAt ? t.opens(shortDate(opensAt)) : '';
    return [identifier, opens, nextDeadline ? t.due(shortDate(nextDeadline)) : ''].filter(Boolean).join(' · ');
  };
}

export function CallLine({ call }: { call: ApplicableCallFragment }) {
  const note = useCallNote();
  return <p className="soft">{note(call)}</p>;
}
