import type { GraphQLSchema } from 'graphql';
import { useDeferredValue, useMemo } from 'react';
import { useWords } from '../../language/language';
import { schemaWords } from '../words';
import { Description } from './description';
import { PlaceLink, type Go } from './part-line';
import { findIn } from './parts-of';

/** How many are listed; the rest is told in number. */
const MOST = 40;

/** What the words are found in. */
export function SchemaSearch({ schema, words, go }: { schema: GraphQLSchema; words: string; go: Go }) {
  const t = useWords(schemaWords);
  const wanted = useDeferredValue(words);
  const hits = useMemo(() => findIn(schema, wanted), [schema, wanted]);
  return (
    <>
      <p className="hint" role="status">
        {t.found(hits.length)}
      </p>
      <ul className="schema-parts">
        {hits.slice(0, MOST).map(({ type, field, description }) => (
          <li key={`${type}.${field}`} className="schema-part">
            <p className="schema-signature">
              <PlaceLink place={{ type, field }} go={go} />
            </p>
            <Description text={description} />
          </li>
        ))}
      </ul>
      {hits.length > MOST && <p className="hint">{t.more(hits.length - MOST)}</p>}
    </>
  );
}
