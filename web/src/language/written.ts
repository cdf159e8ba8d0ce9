import {
  APPLICATION_STATUS,
  DEADLINE_MODEL,
  HEALTH,
  LETTER,
  LINK_KIND,
  MISSION,
  OBJECTIVE,
  OUTCOME_KIND,
  OUTCOME_STATUS,
  ROLE_IN_CONSORTIUM,
  SECTOR,
  STAGE,
  STATE,
  VISIBLE_TO,
} from './domain-words';
import { useFormat } from './format';
import { useLanguage, useSay, type Bilingual } from './language';

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Fields whose values are words of the domain. */
const WORDS = new Map<string, Readonly<Record<string, Bilingual>>>([
  ['stage', STAGE],
  ['state', STATE],
  ['role', ROLE_IN_CONSORTIUM],
  ['roles', ROLE_IN_CONSORTIUM],
  ['letters', LETTER],
  ['applicationStatuses', APPLICATION_STATUS],
  ['missions', MISSION],
  ['deadlineModel', DEADLINE_MODEL],
  ['requiredSectors', SECTOR],
  ['environmentalObjectives', OBJECTIVE],
  ['status', { ...APPLICATION_STATUS, ...OUTCOME_STATUS }],
  ['kind', { ...OUTCOME_KIND, ...LINK_KIND }],
  ['health', HEALTH],
  ['visibility', VISIBLE_TO],
]);

/** Fields whose exact decimals come as texts. */
const DECIMALS = new Set(['value', 'baseline', 'target']);

/** Writes a field's value before or after a change the way the pages do; it may be of any kind. */
export function useWritten(): (field: string, value: unknown) => string {
  const format = useFormat();
  const tongue = useLanguage();
  const say = useSay();
  return (field, whole) => {
    const words = WORDS.get(field);
    const write = (value: unknown): string => {
      if (value == null || value === '') return '–';
      if (typeof value === 'number')
        return field === 'fundingRate' ? format.percent(value / 100) : format.number(value);
      if (typeof value === 'string') return words ? say(words, value) : ofText(value);
      if (Array.isArray(value)) return value.length > 0 ? value.map(write).join(', ') : '–';
      return ofObject(value as Record<string, unknown>);
    };
    const ofText = (text: string) => {
      if (DAY.test(text)) return format.date(text);
      if (MOMENT.test(text)) return format.moment(text);
      return DECIMALS.has(field) && NUMBER.test(text) ? format.decimal(text) : text;
    };
    const ofObject = (value: Record<string, unknown>): string => {
      const { amount, currency, sv, en, at, label, title, name, ...rest } = value;
      if (amount && currency) return format.money({ amount: String(amount), currency: String(currency) });
      if (sv || en) return String((tongue === 'en' ? en : sv) || sv || en);
      if (title ?? name) return write(title ?? name);
      if (at) return write(at) + (label ? ` (${String(label)})` : '');
      return Object.values(rest).map(write).join(' ');
    };
    return write(whole);
  };
}
