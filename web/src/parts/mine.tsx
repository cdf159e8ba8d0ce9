interface MineProps {
  name: string;
  filters: { value: (name: 'mine') => string; change: (name: 'mine', value: string) => void };
}

/** Narrows a list to what is one's own partner's, in the address as the other filters. */
export function Mine({ name, filters }: MineProps) {
  const chosen = filters.value('mine') !== '';
  return (
    <button
      type="button"
      className="toggle"
      aria-pressed={chosen}
      onClick={() => filters.change('mine', chosen ? '' : '1')}
    >
      {name}
    </button>
  );
}
