import type { GraphQLSchema } from 'graphql';
import { useWords } from '../../language/language';
import { Description } from '../schema/description';
import { partsOf } from '../schema/parts-of';
import { explorerWords } from '../words';
import type { Place, Problem } from './graphql-editor';

/** How many errors are told in words; the editor marks them all. */
const MOST = 3;

interface BelowDocumentProps {
  schema: GraphQLSchema | null;
  place: Place | null;
  problems: readonly Problem[];
  onShow: (place: Place) => void;
}

/** What is wrong with the document, and what stands at its cursor. */
export function BelowDocument({ schema, place, problems, onShow }: BelowDocumentProps) {
  const t = useWords(explorerWords);
  return (
    <>
      {problems.length > 0 && (
        <ul className="explorer-problems">
          {problems.slice(0, MOST).map(({ line, message }) => (
            <li key={`${line} ${message}`} className="field-error">
              {t.line(line)}: <span lang="en">{message}</span>
            </li>
          ))}
        </ul>
      )}
      {schema && place && (
        <div className="explorer-cursor">
          <p>
            {t.atCursor}: <code>{place.field ? `${place.type}.${place.field}` : place.type}</code>{' '}
            <button type="button" className="schema-link" onClick={() => onShow(place)}>
              {t.showInSchema}
            </button>
          </p>
          <Description text={descriptionOf(schema, place)} />
        </div>
      )}
    </>
  );
}

function descriptionOf(schema: GraphQLSchema, { type: name, field }: Place): string {
  const type = schema.getType(name);
  if (!type) return '';
  if (!field) return type.description ?? '';
  return partsOf(type).find(part => part.name === field)?.description ?? '';
}
