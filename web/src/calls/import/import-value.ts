import { useFormat } from '../../language/format';
import { useLanguage } from '../../language/language';

const MOMENT = /^\d{4}-\d\d-\d\d(T|$)/;

/** Writes a field's value before or after an import the way the call's page does; it may be of any kind. */
export function useImportValue(): (value: unknown) => string {
  const format = useFormat();
  const tongue = useLanguage();
  const write = (value: unknown): string => {
    if (value == null || value === '') return '–';
    if (typeof value === 'number') return format.number(value);
    if (typeof value === 'string') return MOMENT.test(value) ? format.moment(value) : value;
    if (Array.isArray(value)) return value.length > 0 ? value.map(write).join(', ') : '–';
    return ofObject(value as Record<string, unknown>);
  };
  const ofObject = ({ amount, currency, sv, en, at, label, ...rest }: Record<string, unknown>): string => {
    if (amount && currency) return format.money({ amount: String(amount), currency: String(currency) });
    if (sv || en) return String((tongue === 'en' ? en : sv) || sv || en);
    if (at) return write(at) + (label ? ` (${String(label)})` : '');
    return Object.values(rest).map(write).join(' ');
  };
  return write;
}
