import type { ApplicableCallFragment } from '../../../gql/graphql';
import { useFormat, type Amount } from '../../../language/format';
import { useWords } from '../../../language/language';
import { fromSwedish, toSwedish } from '../../../language/swedish-time';
import { Line, Select } from '../../../parts/form/fields';
import { someOf } from '../../../parts/form/form-text';
import { MoneyField } from '../../../parts/form/money-field';
import { applicationWords } from '../application-words';

interface DraftFieldsProps {
  call: ApplicableCallFragment;
  requested?: Amount | null | undefined;
  coFinancing?: Amount | null | undefined;
  deadline?: string | null | undefined;
  /** Whether it answers the second stage, whose deadline is its own. */
  secondStage?: boolean;
}

/** The deadline that was chosen or written; nothing where there was no choice, or it says what it said before. */
export function deadlineIn(form: FormData, before?: string | null): string | null | undefined {
  const written = someOf(form, 'deadline');
  if (!form.has('deadline') || (before && written === toSwedish(before))) return undefined;
  return written && /Z$/.test(written) ? written : written && fromSwedish(written);
}

/** What a draft asks for and which deadline it aims at, with what the call itself says of both. */
export function DraftFields({ call, requested, coFinancing, deadline, secondStage }: DraftFieldsProps) {
  const t = useWords(applicationWords);
  const format = useFormat();
  const { fundingRate } = call;
  const rate = fundingRate ? t.rate(format.percent(fundingRate / 100)) : '';
  return (
    <>
      {secondStage ? <SecondDeadline deadline={deadline} /> : <DeadlineField call={call} deadline={deadline} />}
      <MoneyField
        name="requested"
        label={t.requested}
        value={requested}
        hint={useGrantHint(call)}
        note={useGrantNote(call)}
      />
      <MoneyField
        name="coFinancing"
        label={t.coFinancing}
        value={coFinancing}
        hint={`${rate} ${t.coFinancingCounts}`.trim()}
      />
    </>
  );
}

/** What the call says of how much it gives. */
function useGrantHint({ grantMin, grantMax }: ApplicableCallFragment): string | undefined {
  const t = useWords(applicationWords);
  const { money, span } = useFormat();
  if (grantMin && grantMax) return t.grantRange(span(grantMin, grantMax));
  if (grantMax) return t.grantMax(money(grantMax));
  return grantMin ? t.grantMin(money(grantMin)) : undefined;
}

/** Says when more or less is asked for than the call gives. The service takes it: the funder has the last word. */
function useGrantNote({ grantMin, grantMax }: ApplicableCallFragment): (asked: Amount) => string | undefined {
  const t = useWords(applicationWords);
  const { money } = useFormat();
  const beside = (asked: Amount, limit: Amount | null | undefined) =>
    limit?.currency === asked.currency ? Math.sign(Number(asked.amount) - Number(limit.amount)) : 0;
  return asked => {
    if (beside(asked, grantMax) > 0) return t.above(money(grantMax!));
    return beside(asked, grantMin) < 0 ? t.below(money(grantMin!)) : undefined;
  };
}

/** What a new application can answer: of a call in two stages the first deadline alone. */
function entryDeadlines({ deadlines, deadlineModel }: ApplicableCallFragment) {
  if (deadlineModel !== 'TWO_STAGE') return deadlines;
  return deadlines.toSorted((one, other) => one.at.localeCompare(other.at)).slice(0, 1);
}

/** A choice where the call has several deadlines ahead; otherwise the one there is is told. */
function DeadlineField({ call, deadline }: Pick<DraftFieldsProps, 'call' | 'deadline'>) {
  const t = useWords(applicationWords);
  const format = useFormat();
  const answered = entryDeadlines(call);
  const choices = answered.filter(({ at }) => at === deadline || Date.parse(at) > Date.now());
  const [only] = choices;
  if (!only) return <p className="soft">{t.rolling}</p>;
  if (choices.length === 1) return <p className="soft">{t.due(format.moment(only.at))}</p>;
  const named = choices.map(({ at, label }) => [at, [format.moment(at), label].filter(Boolean).join(' · ')] as const);
  return (
    <Select
      name="deadline"
      label={t.deadline}
      choices={named}
      defaultValue={deadline ?? call.nextDeadline ?? undefined}
    />
  );
}

/** The deadline of the second stage, in Swedish time. */
export function SecondDeadline({ deadline }: Pick<DraftFieldsProps, 'deadline'>) {
  const t = useWords(applicationWords);
  return (
    <Line
      name="deadline"
      type="datetime-local"
      label={t.secondDeadline}
      hint={t.secondDeadlineHint}
      defaultValue={deadline ? toSwedish(deadline) : undefined}
    />
  );
}
