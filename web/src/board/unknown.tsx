import { useWords } from '../language/language';
import { Icon } from '../parts/icon';
import type { NamedCode } from './choices';
import type { FilterName, Filters } from './filters';

type ChosenByName = Extract<FilterName, 'area' | 'partner' | 'objective' | 'state' | 'due' | 'status'>;

/** A filter that is chosen from a list. */
export interface Offered {
  name: ChosenByName;
  label: string;
  /** What stands when nothing is chosen. */
  first: string;
  /** Undefined until the service has told. */
  choices: readonly NamedCode[] | undefined;
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
    sv: (value: string) => `Det finns inget läge ”${value}”.`,
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
