import { useSyncExternalStore } from 'react';

/** A value outside React that components follow. */
export interface Followed<T> {
  read: () => T;
  write: (value: T) => void;
  follow: (listener: () => void) => () => void;
}

/** Makes a followed value from its first value. */
export function followed<T>(first: T): Followed<T> {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    read: () => value,
    write(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value now, and again whenever it changes. */
export function useFollowed<T>(source: Followed<T>): T {
  return useSyncExternalStore(source.follow, source.read);
}

/** Reads a place in the browser's storage; null where storage is blocked. */
export function stored(storage: () => Storage, name: string): string | null {
  try {
    return storage().getItem(name);
  } catch {
    return null;
  }
}

/** Writes a place in the browser's storage, or clears it; does nothing where storage is blocked. */
export function store(storage: () => Storage, name: string, value: string | null): void {
  try {
    if (value === null) storage().removeItem(name);
    else storage().setItem(name, value);
  } catch {
    // The choice then lasts as long as the page.
  }
}
