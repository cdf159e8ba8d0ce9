import { useCombobox, type UseComboboxReturnValue } from 'downshift';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../../language/language';
import { Icon } from '../icon';
import { Field } from './field';
import { plain } from '../../language/plain';

const words = {
  open: { sv: 'Visa alla', en: 'Show all' },
  searching: { sv: 'Söker …', en: 'Searching …' },
  none: { sv: 'Inget passar det du har skrivit.', en: 'Nothing matches what you have written.' },
  choose: { sv: 'Välj i listan.', en: 'Choose from the list.' },
};

/** One of the things to choose from. */
export interface Option {
  id: string;
  name: string;
  /** What tells it from others of like names. */
  note?: string | undefined;
}

interface ComboBoxProps {
  name: string;
  label: string;
  hint?: string | undefined;
  options: readonly Option[];
  chosen?: Option | null | undefined;
  required?: boolean;
  /** Hears what is written. */
  onSearch?: ((text: string) => void) | undefined;
  /** Whether the options are those that are asked for by what is written; otherwise they are narrowed here. */
  searched?: boolean;
  /** Whether the options don't answer yet what is written. */
  searching?: boolean;
  onChoose?: (option: Option | null) => void;
}

/**
 * A box that one types in and chooses from (the combobox of WAI-ARIA). The form gets the id of what is chosen, in the list or
 * by writing a name that one option alone has.
 */
export function ComboBox({
  name,
  label,
  hint,
  options,
  chosen = null,
  required,
  onSearch,
  searched,
  searching,
  onChoose,
}: ComboBoxProps) {
  const t = useWords(words);
  const [text, setText] = useState(chosen?.name ?? '');
  const [picked, setPicked] = useState<Option | null>(chosen);
  const told = useRef(chosen?.id);
  const tell = (option: Option | null) => {
    told.current = option?.id;
    onChoose?.(option);
  };
  const narrowed =
    searched || picked?.name === text ? options : options.filter(one => plain(one.name).includes(plain(text)));
  const box = useCombobox<Option>({
    items: [...narrowed],
    initialSelectedItem: chosen,
    itemToString: option => option?.name ?? '',
    itemToKey: option => option?.id,
    onInputValueChange: ({ inputValue }) => (setText(inputValue), onSearch?.(inputValue)),
    onSelectedItemChange: ({ selectedItem }) => (setPicked(selectedItem), tell(selectedItem)),
  });
  useSameOption(box, narrowed);
  const meant = meantBy(text, picked, searching ? [] : options);
  useEffect(() => {
    if (meant && meant.id !== told.current) tell(meant);
  });
  const unclear = text !== '' && !meant;
  return (
    <Field label={label} hint={hint} name={name} required={required}>
      {wiring => (
        <div className="combo">
          <input
            {...box.getInputProps({
              ...wiring,
              required,
              ref: (input: HTMLInputElement | null) => input?.setCustomValidity(unclear ? t.choose : ''),
            })}
            name={`${name}.text`}
            aria-labelledby={undefined}
          />
          <button type="button" className="quiet round" {...box.getToggleButtonProps({ 'aria-label': t.open })}>
            <Icon name="down" />
          </button>
          <input type="hidden" name={name} value={meant?.id ?? ''} />
          <ul
            {...box.getMenuProps({ 'aria-label': label })}
            className="combo-list"
            hidden={!box.isOpen || narrowed.length === 0}
          >
            {box.isOpen &&
              narrowed.map((option, index) => (
                <li
                  key={option.id}
                  {...box.getItemProps({ item: option, index })}
                  className={box.highlightedIndex === index ? 'here' : ''}
                >
                  {option.name}
                  {option.note && <small>{option.note}</small>}
                </li>
              ))}
          </ul>
          <p className="hint" role="status">
            {box.isOpen && narrowed.length === 0 ? (searching ? t.searching : t.none) : ''}
          </p>
        </div>
      )}
    </Field>
  );
}

/** The option picked, while its name stands there, else the only one whose name does, in any letters. */
function meantBy(text: string, picked: Option | null, options: readonly Option[]): Option | null {
  const isNamed = ({ name }: Option) => plain(name) === plain(text.trim());
  const named = options.filter(isNamed);
  return picked?.name === text ? picked : named.length === 1 ? named[0]! : null;
}

/** Where others come to stand before or after it, one is still at the same option: Enter takes what one sees. */
function useSameOption(
  {
    highlightedIndex,
    setHighlightedIndex,
  }: Pick<UseComboboxReturnValue<Option>, 'highlightedIndex' | 'setHighlightedIndex'>,
  options: readonly Option[],
): void {
  const at = useRef({ index: -1, id: '' });
  useLayoutEffect(() => {
    const { index, id } = at.current;
    const moved = highlightedIndex === index && index >= 0 && options[index]?.id !== id;
    if (moved) setHighlightedIndex(options.findIndex(option => option.id === id));
    else at.current = { index: highlightedIndex, id: options[highlightedIndex]?.id ?? '' };
  });
}
