const DECIMAL = /^([-−]?)(\d{1,15})(?:[.,](\d{1,6}))?$/;

/** An exact decimal as people write it: `1 234,5` is 1234.5. Nothing where it is no number, or has more digits than are kept. */
export function decimalIn(text: string): string | undefined {
  const [, sign, whole, part] = DECIMAL.exec(text.replaceAll(/\s/g, '')) ?? [];
  if (whole === undefined) return undefined;
  return `${sign ? '-' : ''}${whole}${part ? `.${part}` : ''}`;
}
