import { createClient } from 'graphql-ws';
import type { TypedDocumentString } from './generated/graphql.ts';

const URL = process.env.KS3_URL ?? 'http://127.0.0.1:4000';
const authorization = `Bearer ${process.env.KS3_KEY ?? 'ks3_demo_techtank'}`;

/** Asks once. What comes back has the type of the document. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(`${URL}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', authorization },
    body: JSON.stringify({ query: document, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Result; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}

/** Listens until the connection is lost. */
export async function* listen<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): AsyncGenerator<Result> {
  const client = createClient({
    url: `${URL.replace(/^http/, 'ws')}/graphql`,
    connectionParams: { authorization },
    // Who listens begins again by itself, after the last thing it has heard.
    retryAttempts: 0,
  });
  try {
    for await (const { data, errors } of client.iterate<Result>({ query: `${document}`, variables })) {
      if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
      if (data) yield data;
    }
  } finally {
    await client.dispose();
  }
}
