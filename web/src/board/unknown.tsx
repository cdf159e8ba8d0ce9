import { useWords } from '../language/language';
import { Icon } from '../parts/icon';
import type { NamedCode } from './choices';
import type { FilterName, Filters } from './filters';

type ChosenByName = Extract<
  FilterName,
  | 'area'
  | 'partner'
  | 'objective'
  | 'state'
  | 'due'
  | 'status'
  | 'sector'
  | 'country'
  | 'funder'
  | 'programme'
  | 'missing'
  | 'health'
  | 'quiet'
  | 'waiting'
>;

/** A filter that is chosen from a list. */
export interface Offered {
  name: ChosenByName;
  label: string;
  /** What stands when nothing is chosen. */
  first: string;
  /** Undefined until the service has told. */
  choices: readonly NamedCode[] | undefined;
  /** How many ideas each choice would give, where that has been asked for. */
  counts?: ReadonlyMap<string, number> | undefined;
  /** Folded away until somebody looks for it. */
  rare?: true;
}

const words = {
  area: {
    sv: (value: string) => `Det finns inget fokusområde ”${value}”.`,
    en: (value: string) => `There is no focus area “${value}”.`,
  },
  partner: {
    sv: (value: string) => `Det finns ingen partner ”${value}”.`,
    en: (value: string) => `There is no partner “${value}”.`,
  },
  objective: {
    sv: (value: string) => `Det finns inget miljömål ”${value}”.`,
    en: (value: string) => `There is no environmental objective “${value}”.`,
  },
  state: {
    sv: (value: string) => `Det finns inget sådant val som ”${value}”.`,
    en: (value: string) => `There is no state “${value}”.`,
  },
  due: {
    sv: (value: string) => `”${value}” är inget antal dagar att välja.`,
    en: (value: string) => `“${value}” is no number of days to choose.`,
  },
  status: {
    sv: (value: string) => `Det finns ingen status ”${value}”.`,
    en: (value: string) => `There is no status “${value}”.`,
  },
  sector: {
    sv: (value: string) => `Det finns ingen sektor ”${value}”.`,
    en: (value: string) => `There is no sector “${value}”.`,
  },
  funder: {
    sv: (value: string) => `Det finns ingen finansiär ”${value}”.`,
    en: (value: string) => `There is no funder “${value}”.`,
  },
  programme: {
    sv: (value: string) => `Det finns inget program ”${value}”.`,
    en: (value: string) => `There is no programme “${value}”.`,
  },
  country: {
    sv: (value: string) => `Det finns inget land ”${value}”.`,
    en: (value: string) => `There is no country “${value}”.`,
  },
  missing: {
    sv: (value: string) => `Det finns inget krav ”${value}”.`,
    en: (value: string) => `There is no requirement “${value}”.`,
  },
  health: {
    sv: (value: string) => `Det finns inget sådant val som ”${value}”.`,
    en: (value: string) => `There is no such health as “${value}”.`,
  },
  quiet: {
    sv: (value: string) => `”${value}” är inget antal dagar att välja.`,
    en: (value: string) => `“${value}” is no number of days to choose.`,
  },
  waiting: {
    sv: (value: string) => `”${value}” är inget antal dagar att välja.`,
    en: (value: string) => `“${value}” is no number of days to choose.`,
  },
  more: {
    sv: 'Adressen är kanske felskriven eller gammal.',
    en: 'The address may be mistyped or old.',
  },
  without: { sv: 'Visa utan filtret', en: 'Show without the filter' },
};

/** What the address asks for that cannot be chosen. */
export function unknownIn(filters: Filters, offered: readonly Offered[]): Offered[] {
  return offered.filter(({ name, choices }) => {
    const value = filters.value(name);
    return value && choices && !choices.some(([code]) => code === value);
  });
}

/** Says what of the address means nothing, in the place of what it would have shown, with the way back. */
export function Unknown({ unknown, filters }: { unknown: readonly Offered[]; filters: Filters }) {
  const t = useWords(words);
  return (
    <div className="notice bad" role="alert">
      <Icon name="alert" />
      <div>
        {unknown.map(({ name }) => (
          <p key={name}>
            <strong>{t[name](filters.value(name))}</strong>
          </p>
        ))}
        <p>{t.more}</p>
        <button type="button" onClick={() => unknown.forEach(({ name }) => filters.change(name, ''))}>
          {t.without}
        </button>
      </div>
    </div>
  );
}
