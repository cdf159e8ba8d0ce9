import type { NamedCode } from './choices';
import type { FilterName, Filters } from './filters';

interface ChoiceProps {
  name: FilterName;
  label: string;
  /** What stands when nothing is chosen. */
  first: string;
  choices: readonly NamedCode[] | undefined;
  filters: Filters;
}

/** One filter: a list to choose from, kept in the address. */
export function Choice({ name, label, first, choices = [], filters }: ChoiceProps) {
  const value = filters.value(name);
  const unknown = value !== '' && !choices.some(([code]) => code === value);
  return (
    <label className={value ? 'choice chosen' : 'choice'}>
      <span>{label}</span>
      <select value={value} onChange={event => filters.change(name, event.target.value)}>
        <option value="">{first}</option>
        {unknown && <option value={value}>{value}</option>}
        {choices.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
