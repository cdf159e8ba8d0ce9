import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { useEffect, useState } from 'react';
import { send } from '../asking/send';

/** The schema, or why there is none: only trusted documents are answered, or something failed. */
export type SchemaAnswer =
  | { schema: GraphQLSchema; why?: never }
  | { schema: null; why: 'COMING' | 'TRUSTED_ONLY' }
  | { schema: null; why: 'FAILED'; message: string };

const QUERY = getIntrospectionQuery({
  inputValueDeprecation: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  oneOf: true,
});

/** The same for all who ask, as long as the page stands. */
let known: GraphQLSchema | undefined;

/** Asks the service for its schema, as anybody may. */
export function useSchema(): { answer: SchemaAnswer; again: () => void } {
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<SchemaAnswer>(known ? { schema: known } : { schema: null, why: 'COMING' });
  useEffect(() => {
    if (known) return undefined;
    const control = new AbortController();
    setAnswer({ schema: null, why: 'COMING' });
    void schemaOf(control.signal).then(found => control.signal.aborted || setAnswer(found));
    return () => control.abort();
  }, [tries]);
  return { answer, again: () => setTries(tries + 1) };
}

async function schemaOf(signal: AbortSignal): Promise<SchemaAnswer> {
  try {
    const { answer } = await send({ query: QUERY, operationName: 'IntrospectionQuery' }, { key: '', signal });
    const [error] = answer.errors ?? [];
    if (error?.extensions?.code === 'UNTRUSTED_DOCUMENT') return { schema: null, why: 'TRUSTED_ONLY' };
    if (error) return { schema: null, why: 'FAILED', message: error.message };
    known = buildClientSchema(answer.data as IntrospectionQuery);
    return { schema: known };
  } catch (error) {
    return { schema: null, why: 'FAILED', message: (error as Error).message };
  }
}
