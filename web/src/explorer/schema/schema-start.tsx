import type { GraphQLSchema } from 'graphql';
import { useWords } from '../../language/language';
import { schemaWords } from '../words';
import { Description } from './description';
import { PlaceLink, type Go } from './part-line';
import { partsOf, typesOf } from './parts-of';

/** Where one can begin: what can be asked, changed and followed. */
export function SchemaStart({ schema, go }: { schema: GraphQLSchema; go: Go }) {
  const t = useWords(schemaWords);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = typesOf(schema);
  return (
    <>
      <ul className="schema-parts">
        {roots.map(
          root =>
            root && (
              <li key={root.name} className="schema-part">
                <p className="schema-signature">
                  <PlaceLink place={{ type: root.name }} go={go} />{' '}
                  <span className="count">{partsOf(root).length}</span>
                </p>
                <Description text={root.description ?? ''} />
              </li>
            ),
        )}
      </ul>
      <details className="schema-all">
        <summary>{t.allTypes(types.length)}</summary>
        <ul>
          {types.map(({ name }) => (
            <li key={name}>
              <PlaceLink place={{ type: name }} go={go} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
