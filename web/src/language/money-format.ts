/** An exact amount as the service gives it. */
export interface Amount {
  amount: string;
  currency: string;
}

const EXACT = { minimumFractionDigits: 2, maximumFractionDigits: 2, trailingZeroDisplay: 'stripIfInteger' } as const;
/** From a million up; no one says "500 thousand euros" in so few figures. */
const SHORT = { notation: 'compact', maximumFractionDigits: 1 } as const;
const MILLION = 1e6;

/** Writes amounts the way the language does, exactly or, where they are large, in short. */
export function makeMoney(tag: string) {
  const figures = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const format = ({ currency }: Amount, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(tag, { style: 'currency', currency, ...options });
  // Intl formats a decimal string exactly; the cast is for a type that still only knows numbers.
  const exactly = ({ amount }: Amount) => amount as unknown as number;
  const money = (value: Amount) => format(value, EXACT).format(exactly(value));
  const isBig = ({ amount }: Amount) => Number(amount) >= MILLION;

  /** The larger amount with its unit and currency, the smaller before its figures: 1–8 mn kr, SEK 1–8m. */
  const from = (least: string, most: Amount, options: Intl.NumberFormatOptions) => {
    const parts = format(most, options).formatToParts(exactly(most));
    const first = parts.findIndex(({ type }) => type === 'integer');
    return [...parts.slice(0, first), { value: `${least}–` }, ...parts.slice(first)].map(({ value }) => value).join('');
  };
  const span = (least: Amount, most: Amount) =>
    least.amount === most.amount ? money(most) : from(figures.format(exactly(least)), most, EXACT);
  return {
    money,
    span,
    bigMoney: (value: Amount) => (isBig(value) ? format(value, SHORT).format(exactly(value)) : money(value)),
    bigSpan(least: Amount, most: Amount) {
      const inMillions = Number(least.amount) / MILLION;
      const isShort = isBig(most) && inMillions >= 0.1 && Number(most.amount) < 1000 * MILLION;
      if (!isShort || least.amount === most.amount) return span(least, most);
      return from(figures.format(inMillions), most, SHORT);
    },
  };
}
