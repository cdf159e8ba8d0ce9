import type { NamedCode } from './choices';
import type { FilterName, Filters } from './filters';

interface ChoiceProps {
  name: FilterName;
  label: string;
  /** What stands when nothing is chosen. */
  first: string;
  choices: readonly NamedCode[] | undefined;
  /** How many each choice gives, where that is known. */
  counts?: ReadonlyMap<string, number> | undefined;
  filters: Filters;
}

/** One filter: a list to choose from, kept in the address. */
export function Choice({ name, label, first, choices = [], counts, filters }: ChoiceProps) {
  const value = filters.value(name);
  const counted = (code: string, text: string) => (counts?.has(code) ? `${text} (${counts.get(code)})` : text);
  const unknown = value !== '' && !choices.some(([code]) => code === value);
  return (
    <label className={value ? 'choice chosen' : 'choice'}>
      <span>{label}</span>
      <select value={value} onChange={event => filters.change(name, event.target.value)}>
        <option value="">{counted('', first)}</option>
        {unknown && <option value={value}>{value}</option>}
        {choices.map(([code, text]) => (
          <option key={code} value={code}>
            {counted(code, text)}
          </option>
        ))}
      </select>
    </label>
  );
}
