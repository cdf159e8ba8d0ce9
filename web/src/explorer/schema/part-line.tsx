import { astFromValue, print, type GraphQLArgument, type GraphQLInputType, type GraphQLOutputType } from 'graphql';
import { useWords } from '../../language/language';
import type { Place } from '../editors/graphql-editor';
import { schemaWords } from '../words';
import { Description } from './description';
import { nameOfType, type Part } from './parts-of';

/** The way to a type. */
export type Go = (place: Place) => void;

interface PartLineProps {
  part: Part;
  /** Whether it is the one that was looked for. */
  isSought: boolean;
  go: Go;
}

/** A field or a value: its name, arguments and type, and what it means. */
export function PartLine({ part, isSought, go }: PartLineProps) {
  return (
    <li className="schema-part" data-part={part.name} tabIndex={isSought ? -1 : undefined}>
      <p className="schema-signature">
        <strong>{part.name}</strong>
        {part.type && (
          <>
            {': '}
            <TypeLink type={part.type} go={go} />
          </>
        )}
      </p>
      <Description text={part.description} />
      <More part={part} />
      {part.args.length > 0 && (
        <ul className="schema-args">
          {part.args.map(arg => (
            <Argument key={arg.name} arg={arg} go={go} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Argument({ arg, go }: { arg: GraphQLArgument; go: Go }) {
  return (
    <li>
      <p className="schema-signature">
        {arg.name}: <TypeLink type={arg.type} go={go} />
      </p>
      <Description text={arg.description ?? ''} />
      <More part={{ ...arg, deprecated: arg.deprecationReason ?? '' }} />
    </li>
  );
}

type Rest = Pick<Part, 'deprecated' | 'defaultValue' | 'type'>;

/** What it is by default, and what to use instead. */
function More({ part: { deprecated, defaultValue, type } }: { part: Rest }) {
  const t = useWords(schemaWords);
  const written = defaultValue === undefined || !type ? null : astFromValue(defaultValue, type as GraphQLInputType);
  return (
    <>
      {written && (
        <p className="hint">
          {t.standard} <code>{print(written)}</code>
        </p>
      )}
      {deprecated && (
        <p className="schema-deprecated">
          {t.deprecated} <span lang="en">{deprecated}</span>
        </p>
      )}
    </>
  );
}

/** A type as it is written, the way to its page. */
export function TypeLink({ type, go }: { type: GraphQLOutputType | GraphQLInputType; go: Go }) {
  const name = nameOfType(type);
  const [before = '', after = ''] = String(type).split(name);
  return (
    <>
      {before}
      <PlaceLink place={{ type: name }} go={go} />
      {after}
    </>
  );
}

export function PlaceLink({ place, go }: { place: Place; go: Go }) {
  return (
    <button type="button" className="schema-link" onClick={() => go(place)}>
      {place.field ? `${place.type}.${place.field}` : place.type}
    </button>
  );
}
