import { useEffect, useRef } from 'react';
import { useNewestChange } from '../frame/live';

/** Milliseconds between questions: what is delivered is told by no subscription. */
const EVERY = 4_000;
/** Milliseconds after something happened, in which it is most often delivered. */
const SOON = 400;

/** Asks again while the page is looked at, and soon after what there may be a delivery of. */
export function useOften(ask: () => void, when = true): void {
  const now = useRef(ask);
  const news = useNewestChange();
  useEffect(() => {
    now.current = ask;
  });
  useEffect(() => {
    if (!when) return;
    const timer = window.setInterval(() => document.visibilityState === 'visible' && now.current(), EVERY);
    return () => window.clearInterval(timer);
  }, [when]);
  useEffect(() => {
    if (!when || !news) return;
    const timer = window.setTimeout(() => now.current(), SOON);
    return () => window.clearTimeout(timer);
  }, [when, news]);
}
