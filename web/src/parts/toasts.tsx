import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { followed, useFollowed } from '../client/stored';
import { useWords } from '../language/language';
import { Icon } from './icon';
import '../styles/frame/toasts.css';

const words = {
  undo: { sv: 'Ångra', en: 'Undo' },
  close: { sv: 'Stäng meddelandet', en: 'Close the message' },
  list: { sv: 'Meddelanden', en: 'Messages' },
};

/** What has just happened, with the way back where there is one. */
export interface Toast {
  text: string;
  undo?: (() => void) | undefined;
  /** Where what happened can be seen. */
  link?: { href: string; name: string } | undefined;
}

/** Milliseconds that a message stays; longer where it offers something, as WCAG 2.2.1 asks for time to act. */
const STAYS = 6_000;
const STAYS_WITH_UNDO = 20_000;
/** More would cover the page. */
const AT_ONCE = 3;

const shown = followed<readonly (Toast & { id: number })[]>([]);
let count = 0;

/** Tells what has just happened. Said again it takes the place of the first, whose way back would undo both. */
export function toast(said: Toast): void {
  count += 1;
  const others = shown.read().filter(({ text }) => text !== said.text);
  shown.write([...others, { ...said, id: count }].slice(-AT_ONCE));
}

/** What happened to one person is nothing for the next to read, nor to undo. */
export function forgetToasts(): void {
  shown.write([]);
}

const close = (id: number) => shown.write(shown.read().filter(one => one.id !== id));

/** The place where messages appear, and which screen readers listen to. */
export function Toasts() {
  const t = useWords(words);
  return (
    <div className="toasts" role="status" aria-label={t.list}>
      {useFollowed(shown).map(one => (
        <Shown key={one.id} {...one} />
      ))}
    </div>
  );
}

function Shown({ id, text, undo, link }: Toast & { id: number }) {
  const t = useWords(words);
  const place = useRef<HTMLDivElement>(null);
  useLeaving(place, id, (undo ?? link) ? STAYS_WITH_UNDO : STAYS);
  return (
    <div className="toast" ref={place}>
      <p>{text}</p>
      {link && (
        <Link href={link.href} onClick={() => close(id)}>
          {link.name}
        </Link>
      )}
      {undo && (
        <button type="button" className="quiet" onClick={() => (close(id), undo())}>
          {t.undo}
        </button>
      )}
      <button type="button" className="quiet round" aria-label={t.close} onClick={() => close(id)}>
        <Icon name="cross" />
      </button>
    </div>
  );
}

/** Takes the message away after a while, but never from under the hand or the focus. */
function useLeaving(place: React.RefObject<HTMLDivElement | null>, id: number, milliseconds: number): void {
  useEffect(() => {
    const leave = () => {
      if (!place.current?.matches(':hover, :focus-within')) return close(id);
      timer = window.setTimeout(leave, STAYS);
    };
    let timer = window.setTimeout(leave, milliseconds);
    return () => window.clearTimeout(timer);
  }, [place, id, milliseconds]);
}
