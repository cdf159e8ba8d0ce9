import { useEffect, useRef, useState } from 'react';
import { useWords } from '../language/language';
import { Icon } from '../parts/icon';
import type { Filters } from './filters';
import { boardWords } from './words';

const PAUSE_IN_TYPING = 250;

/** Search as you type; the address follows when the typing pauses. */
export function SearchBox({ filters, label }: { filters: Filters; label?: string }) {
  const t = useWords(boardWords);
  const name = label ?? t.search;
  const asked = filters.value('q');
  const [typed, setTyped] = useState(asked);
  const change = useRef(filters.change);
  change.current = filters.change;
  // The address may change by itself: the back button, or clearing the filters.
  useEffect(() => setTyped(before => (before.trim() === asked ? before : asked)), [asked]);
  useEffect(() => {
    if (typed.trim() === asked) return;
    const timer = window.setTimeout(() => change.current('q', typed.trim()), PAUSE_IN_TYPING);
    return () => window.clearTimeout(timer);
  }, [typed, asked]);
  return (
    <label className="search-box">
      <Icon name="search" />
      <span className="unseen">{name}</span>
      <input
        type="search"
        value={typed}
        onChange={event => setTyped(event.target.value)}
        placeholder={label ?? `${name}: ${t.searchHint.toLowerCase()}`}
      />
    </label>
  );
}
