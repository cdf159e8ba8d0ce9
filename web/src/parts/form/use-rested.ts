import { useEffect, useState } from 'react';

/** Milliseconds of rest in typing before what is written is asked for. */
const REST = 200;

/** What is written, once it has stood for a moment. */
export function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(text), REST);
    return () => window.clearTimeout(timer);
  }, [text]);
  return rested;
}
