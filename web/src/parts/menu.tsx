import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';

/** One thing a menu offers. */
export interface MenuItem {
  name: string;
  icon: ReactNode;
  choose: () => void;
}

interface MenuProps {
  label: string;
  icon: ReactNode;
  items: readonly MenuItem[];
}

/** A button that opens a list of deeds; arrows, Home, End and Escape work as everywhere. */
export function Menu({ label, icon, items }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (!open) return;
    list.current!.showPopover();
    const place = () => placeAt(list.current!, button.current!);
    place();
    list.current!.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
    // It stands above all else, and follows its button when what that is in is scrolled.
    document.addEventListener('scroll', place, true);
    return () => document.removeEventListener('scroll', place, true);
  }, [open]);
  const close = () => (setOpen(false), button.current?.focus());
  return (
    <div className="menu" onBlur={event => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}>
      <button
        ref={button}
        type="button"
        className="quiet round"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {icon}
      </button>
      {open && <Items id={id} label={label} list={list} items={items} close={close} />}
    </div>
  );
}

interface ItemsProps {
  id: string;
  label: string;
  list: RefObject<HTMLUListElement | null>;
  items: readonly MenuItem[];
  close: () => void;
}

function Items({ id, label, list, items, close }: ItemsProps) {
  return (
    <ul
      ref={list}
      id={id}
      role="menu"
      popover="manual"
      aria-label={label}
      onKeyDown={event => walk(event, list.current!, close)}
    >
      {items.map(({ name, icon, choose }) => (
        <li key={name} role="none">
          <button type="button" role="menuitem" tabIndex={-1} onClick={() => (close(), choose())}>
            {icon}
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Pixels between a menu and its button, and the edge of the window. */
const GAP = 4;

/** Puts the list under its button, or over it at the bottom of the window. */
function placeAt(list: HTMLElement, button: HTMLElement): void {
  const [at, size] = [button.getBoundingClientRect(), list.getBoundingClientRect()];
  const below = at.bottom + GAP + size.height <= window.innerHeight;
  list.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - size.height)}px`;
  list.style.left = `${Math.max(GAP, at.right - size.width)}px`;
}

/** Moves the focus among the items the way a menu is expected to. */
function walk(event: KeyboardEvent, list: HTMLElement, close: () => void): void {
  const all = [...list.querySelectorAll<HTMLElement>('button')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === 'Escape') close();
  if (event.key === 'Tab') return close();
  if (to === undefined && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  if (to !== undefined) all[(to + all.length) % all.length]?.focus();
}
