import type { TypedDocumentNode } from '@urql/core';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import type { Locale } from '../../gql/graphql';
import { useLocale } from '../../language/language';
import type { Problem } from './problems';
import { useProblems } from './use-problems';

/** What a change answers beside its subject. */
interface Answer {
  userErrors: readonly Problem[];
}

type PayloadOf<Data> = Extract<Exclude<Data[Exclude<keyof Data, '__typename'>], string | undefined>, Answer>;

/** The way to make one change, and what stood in its way the last time. */
export interface Change<Input, Payload> {
  /** Makes the change; nothing is given back where it was refused, which `problems` then tells. */
  send: (input: Input) => Promise<Payload | undefined>;
  problems: readonly Problem[];
  /** Whether it is on its way: it is not made twice meanwhile. */
  busy: boolean;
  forget: () => void;
}

/** What a change's document may ask for. */
export interface Sendable<Input> {
  input: Input;
  locale: Locale;
}

/** What came of sending a change: what it was made to, or why it was refused. */
export interface Sent<Payload> {
  payload?: Payload | undefined;
  refused: readonly Problem[];
}

/** Sends a change by its document and all that it asks for. */
export function useRun() {
  const client = useClient();
  const problemsOf = useProblems();
  return async <Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Sent<PayloadOf<Data>>> => {
    const { data, error } = await client.mutation(document, variables).toPromise();
    const payload = data ? (Object.values(data).find(one => typeof one === 'object') as PayloadOf<Data>) : undefined;
    const refused = problemsOf(payload?.userErrors, error);
    return { payload: refused.length > 0 ? undefined : payload, refused };
  };
}

/** Sends a change by its document, whose one argument is `$input`; `$locale` is the page's language. */
export function useSending<Data, Input>(
  document: TypedDocumentNode<Data, Sendable<Input>>,
): (input: Input) => Promise<Sent<PayloadOf<Data>>> {
  const run = useRun();
  const locale = useLocale();
  return input => run(document, { input, locale });
}

/** The way to make a change by its document: once at a time, and with what stood in its way. */
export function useChange<Data, Input>(
  document: TypedDocumentNode<Data, Sendable<Input>>,
): Change<Input, PayloadOf<Data>> {
  return useOnce(useSending(document));
}

/** The same of a change however it is sent. */
export function useOnce<Input, Payload>(sending: (input: Input) => Promise<Sent<Payload>>): Change<Input, Payload> {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const note = (now: boolean) => ((underWay.current = now), setBusy(now));
  const send = async (input: Input): Promise<Payload | undefined> => {
    if (underWay.current) return undefined;
    note(true);
    const { payload, refused } = await sending(input);
    setProblems(refused);
    note(false);
    return payload;
  };
  return { send, problems, busy, forget: () => setProblems([]) };
}
