import Big from 'big.js';
import { moneyFaults } from '../../shared/checks.js';
import { type Amount, Money } from '../../shared/money.js';
import { fault, type Fault, refuseAny } from '../../shared/refuse.js';
import { now } from '../../shared/time/clock.js';

/** What a funder decided. */
export interface Decision {
  granted: boolean;
  amount?: Money | null | undefined;
  decidedAt?: Date | null | undefined;
  reason?: string | null | undefined;
}

/** What an application is once it is decided. */
export interface Decided {
  readonly granted: Money | null;
  readonly decidedAt: Date;
}

/** The decision as it is recorded, or a refusal: `usual` is granted, and at `moment`, where it says nothing else. */
export function decided(
  decision: Decision,
  {
    usual,
    moment,
    submittedAt,
  }: { usual: Money | null | undefined; moment: Date; submittedAt: Date | null | undefined },
  faults: readonly Fault[],
): Decided {
  const [sum, decidedAt] = [decision.amount ?? usual, decision.decidedAt ?? moment];
  refuseAny([...decisionFaults(decision, sum), ...faults]);
  refuseAny(dateFaults(decidedAt, submittedAt));
  return { granted: decision.granted ? Money.of(sum!) : null, decidedAt };
}

/** A grant needs an amount above zero, a refusal has none. */
function decisionFaults({ granted, amount: given }: Decision, amount: Amount | null | undefined): Fault[] {
  if (!granted && given) {
    return [fault('INVALID', ['amount'], { sv: 'Ett avslag har inget belopp.', en: 'A rejection has no amount.' })];
  }
  if (granted && !amount) {
    return [fault('REQUIRED', ['amount'], { sv: 'Ange beviljat belopp.', en: 'Say which amount was granted.' })];
  }
  if (granted && Big(amount!.amount).eq(0)) {
    return [
      fault('INVALID', ['amount', 'amount'], {
        sv: 'Beviljat belopp ska vara större än noll.',
        en: 'The amount granted must be above zero.',
      }),
    ];
  }
  return moneyFaults(['amount'], given);
}

/** A decision is made after the application was submitted, and not in the future. */
function dateFaults(decidedAt: Date, submittedAt: Date | null | undefined): Fault[] {
  if (decidedAt > now()) {
    return [
      fault('INVALID', ['decidedAt'], { sv: 'Tiden ligger i framtiden.', en: 'That moment lies in the future.' }),
    ];
  }
  if (!submittedAt || decidedAt >= submittedAt) return [];
  return [
    fault('INVALID', ['decidedAt'], {
      sv: 'Beslutet ligger före inlämningen.',
      en: 'The decision lies before the submission.',
    }),
  ];
}
