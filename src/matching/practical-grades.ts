import { callStatus, nextEntryDeadline, takesApplications } from '../funding-calls/call-clock.js';
import { daysBetween } from '../shared/time/clock.js';
import type { Instant } from '../shared/time/instant.js';
import { type Amount, isMore } from '../shared/money.js';
import { moneyText, swedishDayText } from '../shared/text/figures.js';
import { counted } from '../shared/text/wording.js';
import type { CallFacts, IdeaFacts } from './match-facts.js';
import type { MatchPolicy } from './match-policy.js';
import { failed, type Grade, held, neutral } from './subject-grades.js';

/** Full from `easyDays` on, or without a deadline; less the nearer it is; nothing unless the call is open or coming. */
export function timeGrade(call: CallFacts, policy: MatchPolicy, at: Instant): Grade {
  const status = callStatus(call, at);
  if (status === 'DRAFT') return failed(() => ['Utlysningen är inte publicerad.', 'The call is not published.']);
  if (status === 'CANCELLED') return failed(() => ['Utlysningen är inställd.', 'The call is cancelled.']);
  if (status === 'CLOSED') return failed(() => ['Utlysningen är stängd.', 'The call is closed.']);

  if (!takesApplications(call, at))
    return failed(() => ['Utlysningens första steg är stängt.', "The call's first stage is closed."]);

  const deadline = nextEntryDeadline(call, at);
  if (!deadline)
    return held(1, () => ['Utlysningen har ingen sista ansökningsdag framför sig.', 'The call has no deadline ahead.']);
  return daysLeftGrade(daysBetween(at, deadline), policy, deadline);
}

const DAYS = { one: { sv: 'dag', en: 'day' }, many: { sv: 'dagar', en: 'days' } };

function daysLeftGrade(days: number, { easyDays, hasteDays }: MatchPolicy, deadline: Date): Grade {
  const grade = Math.min(1, days / easyDays);
  const left = () => {
    const [{ sv, en }, last] = [counted(days, DAYS), swedishDayText(deadline)];
    return [`${sv} till sista ansökningsdagen ${last.sv}.`, `${en} until the deadline ${last.en}.`] as const;
  };
  if (days >= hasteDays) return held(grade, left);
  return failed(() => {
    const [sv, en] = left();
    return [`Bara ${sv}`, `Only ${en}`];
  }, grade);
}

/** Full when what the idea seeks, in the call's currency, lies between the smallest and the largest grant. */
export function grantSizeGrade(idea: IdeaFacts, call: CallFacts, { unsaid }: MatchPolicy): Grade {
  const currency = (call.grantMax ?? call.grantMin)?.currency;
  if (!currency)
    return neutral({ grade: unsaid, satisfied: true }, () => [
      'Utlysningen anger inte hur stora bidragen är.',
      'The call tells no size of grant.',
    ]);
  const wish = idea.sought.find(money => money.currency === currency);
  if (!wish && idea.isSoughtWithheld)
    return neutral({ grade: unsaid, satisfied: false }, () => [
      'Vad idén söker visas inte för dig.',
      'You are not shown what the idea seeks.',
    ]);
  if (!wish) {
    return neutral({ grade: unsaid, satisfied: false }, () => [
      `Idén anger inget sökt belopp i ${currency}.`,
      `The idea tells no amount sought in ${currency}.`,
    ]);
  }
  return withinLimits(wish, call);
}

/** Both limits are in one currency. */
function withinLimits(wish: Readonly<Amount>, { grantMin: least, grantMax: most }: CallFacts): Grade {
  if (most && isMore(wish, most))
    return failed(() => {
      const [sought, limit] = [moneyText(wish), moneyText(most)];
      return [
        `Idén söker ${sought.sv}; utlysningen ger högst ${limit.sv}.`,
        `The idea seeks ${sought.en}; the call grants ${limit.en} at most.`,
      ];
    });
  if (least && isMore(least, wish))
    return failed(() => {
      const [sought, limit] = [moneyText(wish), moneyText(least)];
      return [
        `Idén söker ${sought.sv}; utlysningen ger minst ${limit.sv}.`,
        `The idea seeks ${sought.en}; the call grants ${limit.en} at least.`,
      ];
    });
  return held(1, () => {
    const sought = moneyText(wish);
    return [
      `Idén söker ${sought.sv}, inom utlysningens gränser.`,
      `The idea seeks ${sought.en}, within the call's limits.`,
    ];
  });
}
