import { fetchAs, noteTurnedAway, who } from '../../client/session';
import { language } from '../../language/language';

/** What is asked. */
export interface Asked {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** An answer as it came. */
export interface Answer {
  data?: unknown;
  errors?: readonly { message: string; extensions?: { code?: string } }[];
  extensions?: { cost?: { requested?: number } };
}

interface Answered {
  status: number;
  milliseconds: number;
  bytes: number;
  answer: Answer;
}

/**
 * Asks by HTTP. With a key it is the key alone that lets in, without the cookie; without one it is asked as the pages
 * ask. Rejects if the service can't be reached.
 */
export async function send(asked: Asked, { key, signal }: { key: string; signal: AbortSignal }): Promise<Answered> {
  const mark = who.read();
  const begun = performance.now();
  const headers = {
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'content-type': 'application/json',
    'accept-language': language.read(),
    'x-cost': '1',
    ...(key && { authorization: `Bearer ${key}` }),
  };
  const request: RequestInit = { method: 'POST', headers, body: JSON.stringify(asked), signal };
  const response = await (key
    ? fetch('/graphql', { ...request, credentials: 'omit' })
    : fetchAs(mark)('/graphql', request));
  const text = await response.text();
  const answer = readAnswer(text);
  if (!key && answer.errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) noteTurnedAway(mark);
  return {
    status: response.status,
    milliseconds: Math.round(performance.now() - begun),
    bytes: new Blob([text]).size,
    answer,
  };
}

/** Something between here and the service may answer otherwise than in JSON. */
function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return { errors: [{ message: text.slice(0, 1_000) }] };
  }
}
