import { useCombobox } from 'downshift';
import { useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import { PaletteDocument } from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import { deedsOnPage } from './deeds-on-page';
import { useEntries, type Entry } from './entries';
import '../../styles/frame/palette.css';
import { useRested } from '../../parts/form/use-rested';

const words = {
  title: { sv: 'Sök eller gör något', en: 'Search or do something' },
  hint: {
    sv: 'En idé, en utlysning, en partner, en sida eller något att göra',
    en: 'An idea, a call, a partner, a page or something to do',
  },
  none: { sv: 'Inget hittades.', en: 'Nothing was found.' },
  searching: { sv: 'Söker …', en: 'Searching …' },
};

const SHORTEST = 2;

interface PaletteProps {
  text: string;
  setText: (text: string) => void;
  onClose: () => void;
  onKeys: () => void;
}

/** One box that goes anywhere and does anything that the page allows. */
export function PaletteBox({ text, setText, onClose, onKeys }: PaletteProps) {
  const t = useWords(words);
  const [, go] = useLocation();
  const [deeds] = useState(deedsOnPage);
  const { found, searching } = useFound(text);
  const entries = useEntries(text, deeds, found, onKeys);
  const choose = ({ href, choose: act }: Entry) => {
    if (act !== onKeys) onClose();
    // The dialog gives the focus back as it closes; what the choice does with it comes after.
    window.setTimeout(() => (href ? go(href) : act?.()));
  };
  const box = useCombobox<Entry>({
    items: entries,
    isOpen: true,
    inputValue: text,
    selectedItem: null,
    defaultHighlightedIndex: 0,
    itemToString: entry => entry?.name ?? '',
    onSelectedItemChange: ({ selectedItem }) => selectedItem && choose(selectedItem),
  });
  return (
    <>
      <input
        {...box.getInputProps({ 'aria-label': t.title, onKeyDown: closeOnEscape(onClose), onChange: written(setText) })}
        placeholder={t.hint}
        autoFocus
      />
      <ul {...box.getMenuProps({ 'aria-label': t.title })}>
        {entries.map((entry, index) => (
          <li
            key={`${entry.group} ${entry.key}`}
            {...box.getItemProps({ item: entry, index })}
            className={box.highlightedIndex === index ? 'here' : ''}
            data-group={entry.group === entries[index - 1]?.group ? undefined : entry.group}
          >
            <span>{entry.name}</span>
            <small>{entry.note ?? entry.group}</small>
          </li>
        ))}
      </ul>
      <p role="status" className="hint">
        {searching ? t.searching : entries.length === 0 ? t.none : ''}
      </p>
    </>
  );
}

/** At once, not when the library has heard of it: a letter typed meanwhile would be lost. */
const written = (setText: (text: string) => void) => (event: ChangeEvent<HTMLInputElement>) =>
  setText(event.target.value);

/** Escape closes the dialog, where the box would take it for itself. */
const closeOnEscape = (close: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  close();
};

/** What the service finds by the text, once the typing pauses. */
function useFound(text: string) {
  const locale = useLocale();
  const wanted = useRested(text.trim());
  const pause = wanted.length < SHORTEST;
  const [{ data, fetching }] = useQuery({ query: PaletteDocument, variables: { text: wanted, locale }, pause });
  const isFor = !pause && text.trim() === wanted;
  return { found: isFor ? data : undefined, searching: text.trim().length >= SHORTEST && (!isFor || fetching) };
}
