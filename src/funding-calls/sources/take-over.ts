import Big from 'big.js';
import type { Amount } from '../../shared/money.js';
import { LocalizedText, type Localized } from '../../shared/text/localized-text.js';
import { Money } from '../../shared/money.js';
import type { CallDescription } from '../description/call-description.js';
import type { DeadlineModel } from '../call-status.js';
import { fits } from '../description/call-deadlines.js';
import type { CallStatement, Values } from './call-statement.js';
import { type Dated, settledDeadlines, settledMoment } from './take-over-dates.js';

const WHOLE = [
  ...(['programme', 'funder', 'url', 'fundingRate', 'minPartners', 'minCountries', 'trlMin', 'trlMax'] as const),
  ...(['requiredSectors', 'environmentalObjectives'] as const),
];
const MONEY = ['budget', 'grantMin', 'grantMax'] as const;

/**
 * What is known of a call after a source has spoken, part by part: silence changes nothing, an assumption fills a gap or
 * replaces an assumption, and what is said replaces whatever stood there.
 */
export function takenOver(before: Values, later: CallStatement): Values {
  const weighing = new Weighing(before, later);
  const [was, is] = [before.description, later.description];
  const deadlines = weighing.deadlines(was.deadlines ?? [], is.deadlines ?? []);
  const description = {
    ...Object.fromEntries(WHOLE.map(field => [field, weighing.one<unknown>(field, was[field], is[field])])),
    ...Object.fromEntries(MONEY.map(field => [field, weighing.money(field)])),
    title: weighing.text('title', was.title, is.title),
    summary: weighing.text('summary', was.summary, is.summary),
    opensAt: weighing.opening(was.opensAt, is.opensAt),
    deadlines,
    deadlineModel: weighing.model(deadlines.length),
  };
  const known = Object.entries(description).filter(([, value]) => value !== undefined);
  return { description: Object.fromEntries(known), assumed: weighing.assumed };
}

/** Holds what a source tells against what is known, and gathers what is still assumed. */
class Weighing {
  readonly assumed = new Set<string>();

  constructor(
    private readonly before: Values,
    private readonly later: CallStatement,
  ) {}

  one<T>(part: string, was: T | null | undefined, is: T | null | undefined): T | null | undefined {
    const [wasSaid, isSaid] = [this.before, this.later].map(({ assumed }) => !assumed.has(part));
    const stays = isEmpty(is) || (!isSaid && wasSaid && !isEmpty(was));
    const value = stays ? was : is;
    if (!isEmpty(value) && !(stays ? wasSaid : isSaid)) this.assumed.add(part);
    return value;
  }

  text(
    field: 'title' | 'summary',
    was: Localized | null | undefined,
    is: Localized | null | undefined,
  ): LocalizedText | null {
    const sv = this.one(`${field}.sv`, was?.sv, is?.sv);
    // A source that falls back to Swedish says nothing in English.
    const isFallback = is?.en === is?.sv && !this.later.assumed.has(`${field}.sv`);
    const en = this.one(`${field}.en`, was?.en, isFallback ? null : is?.en);
    // What stands from before is not cleaned by the way.
    if (was instanceof LocalizedText && sv === was.sv && (en ?? null) === (was.en ?? null)) return was;
    return sv ? LocalizedText.of({ sv, en }) : null;
  }

  money(field: (typeof MONEY)[number]): Money | null {
    const [was, is] = [this.before.description[field], this.later.description[field]];
    const currency = this.one(`${field}.currency`, was?.currency ?? (is && this.saidCurrency()), is?.currency);
    if (!currency) return null;
    return Money.of({ amount: is ? this.exact(field, was, is) : was!.amount, currency });
  }

  /** The currency of another amount of the call, before one that is assumed. */
  private saidCurrency(): string | undefined {
    const said = MONEY.filter(field => !this.before.assumed.has(`${field}.currency`));
    return said.map(field => this.before.description[field]?.currency).find(Boolean);
  }

  /** An amount in whole units doesn't deny the hundredths that are known. */
  private exact(field: string, was: Amount | null | undefined, is: Amount): string {
    const isWhole = this.later.assumed.has(`${field}.decimals`);
    return isWhole && was && Big(was.amount).round(0, Big.roundHalfUp).eq(is.amount) ? was.amount : is.amount;
  }

  opening(was: Date | null | undefined, is: Date | null | undefined): Date | null {
    const [before, later] = [this.dated('opensAt', was), this.dated('opensAt', is, this.later)];
    const settled = later ? settledMoment(before, later, this.later.zone) : before;
    if (settled?.timeAssumed) this.assumed.add('opensAt.time');
    return settled?.at ?? null;
  }

  deadlines(
    was: NonNullable<CallDescription['deadlines']>,
    is: NonNullable<CallDescription['deadlines']>,
  ): { at: Date; label: string | null }[] {
    if (this.later.description.deadlineModel === 'CONTINUOUS') return [];
    const dated = (all: typeof was, known: Values) =>
      all.map(({ at, label }, place) => this.dated(`deadlines.${place}`, at, known, label)!);
    const settled = settledDeadlines(dated(was, this.before), dated(is, this.later), this.later);
    settled.forEach(({ timeAssumed, labelAssumed }, place) => {
      if (timeAssumed) this.assumed.add(`deadlines.${place}.time`);
      if (labelAssumed) this.assumed.add(`deadlines.${place}.label`);
    });
    return settled.map(({ at, label }) => ({ at, label }));
  }

  private dated(
    part: string,
    at: Date | null | undefined,
    { assumed }: Values = this.before,
    label?: string | null,
  ): Dated | undefined {
    if (!at) return undefined;
    const [timeAssumed, labelAssumed] = [assumed.has(`${part}.time`), assumed.has(`${part}.label`)];
    return { at, label: label || null, timeAssumed, labelAssumed };
  }

  /** A model that is said stands; of the others the first that goes with the deadlines, which may be known better. */
  model(deadlines: number): DeadlineModel | undefined {
    const [was, is] = [this.before, this.later].map(({ description, assumed }) => ({
      model: description.deadlineModel,
      isSaid: !assumed.has('deadlineModel'),
    })) as [Stated, Stated];
    if (is.model && is.isSaid) return is.model;
    const inOrder = was.isSaid ? [was, is] : [is, was];
    const [found] = inOrder.filter(({ model }) => model && fits(model, deadlines));
    if (!found?.isSaid) this.assumed.add('deadlineModel');
    return found?.model ?? 'MULTIPLE_CUT_OFF';
  }
}

interface Stated {
  readonly model: DeadlineModel | undefined;
  readonly isSaid: boolean;
}

/** Nothing is told by nothing, nor by an empty list or text. */
function isEmpty(value: unknown): boolean {
  return value == null || value === '' || (Array.isArray(value) && value.length === 0);
}
