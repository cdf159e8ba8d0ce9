import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../language/language';
import { explorerWords } from '../words';
import { follow, type End } from './follow';
import type { Operation } from './operations';
import { send, type Asked } from './send';

/** Events of a subscription that stay on the page. */
export const KEPT = 50;

/** An answer on the page. */
export interface Shown {
  number: number;
  text: string;
  at: Date;
}

/** What has come of the last question. */
export interface Answers {
  state: 'NONE' | 'ASKING' | 'FOLLOWING' | 'DONE';
  /** The newest first. */
  shown: readonly Shown[];
  /** How many have come. */
  count: number;
  /** How it went, in a line. */
  said: string;
}

const NONE: Answers = { state: 'NONE', shown: [], count: 0, said: '' };

const written = (answer: object): string => JSON.stringify(answer, null, 2);

/** Asks, follows and stops; one question at a time. */
export function useAnswers() {
  const t = useWords(explorerWords);
  const [answers, setAnswers] = useState(NONE);
  const stopping = useRef(() => {});
  useEffect(() => () => stopping.current(), []);

  const finish = (said: string, text?: string) =>
    setAnswers(before => ({
      ...before,
      ...(text !== undefined && added(before, text)),
      state: 'DONE',
      said,
    }));

  const ask = (asked: Asked, key: string) => {
    const control = new AbortController();
    stopping.current = () => control.abort();
    setAnswers({ ...NONE, state: 'ASKING', said: t.asking });
    send(asked, { key, signal: control.signal }).then(
      ({ status, milliseconds, bytes, answer }) => {
        if (control.signal.aborted) return;
        const cost = answer.extensions?.cost?.requested;
        const facts = [`HTTP ${status}`, `${milliseconds} ms`, `${(bytes / 1_000).toFixed(1)} kB`];
        finish([...facts, ...(cost === undefined ? [] : [t.points(cost)])].join(' · '), written(answer));
      },
      () => control.signal.aborted || finish(t.unreachable),
    );
  };

  const listen = (asked: Asked, key: string) => {
    setAnswers({ ...NONE, state: 'FOLLOWING', said: t.following });
    stopping.current = follow(asked, key, {
      onAnswer: answer => setAnswers(before => ({ ...before, ...added(before, written(answer)) })),
      onEnd: end => finish(wordsOf(end), end && 'refused' in end ? written({ errors: end.refused }) : undefined),
    });
  };

  const wordsOf = (end: End): string => {
    if (!end || 'refused' in end) return t.ended;
    return end.code === FORBIDDEN ? t.forbidden : t.closed(end.reason || (end.code ? String(end.code) : ''));
  };

  const stop = () => {
    stopping.current();
    finish(t.ended);
  };

  const run = (asked: Asked, kind: Operation['kind'] | undefined, key: string) => {
    stopping.current();
    if (kind === 'subscription') listen(asked, key);
    else ask(asked, key);
  };

  const refuse = (why: string) => {
    stopping.current();
    setAnswers({ ...NONE, state: 'DONE', said: why });
  };

  return { answers, run, stop, refuse };
}

/** How graphql-ws closes a connection that it doesn't let in. */
const FORBIDDEN = 4403;

function added({ shown, count }: Answers, text: string): Pick<Answers, 'shown' | 'count'> {
  const number = count + 1;
  return { count: number, shown: [{ number, text, at: new Date() }, ...shown].slice(0, KEPT) };
}
