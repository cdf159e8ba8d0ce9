import {
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { useEffect, useRef } from 'react';
import { useWords } from '../../language/language';
import type { Place } from '../editors/graphql-editor';
import { schemaWords } from '../words';
import { Description } from './description';
import { PartLine, PlaceLink, type Go } from './part-line';
import { partsOf } from './parts-of';

interface TypePageProps {
  schema: GraphQLSchema;
  type: GraphQLNamedType;
  place: Place;
  go: Go;
}

/** What a type is, and what it consists of. */
export function TypePage({ schema, type, place, go }: TypePageProps) {
  const t = useWords(schemaWords);
  const page = useArrival(place);
  const parts = partsOf(type);
  return (
    <div ref={page}>
      <h3 tabIndex={-1}>
        <code>{type.name}</code> <small>{t.kinds[kindOf(type)]}</small>
      </h3>
      <Description text={type.description ?? ''} />
      <Relatives label={t.implemented} types={isObjectType(type) ? type.getInterfaces() : []} go={go} />
      <Relatives label={t.possible} types={isAbstractType(type) ? schema.getPossibleTypes(type) : []} go={go} />
      {parts.length > 0 && <h4>{isEnumType(type) ? t.values : t.fields}</h4>}
      <ul className="schema-parts">
        {parts.map(part => (
          <PartLine key={part.name} part={part} isSought={part.name === place.field} go={go} />
        ))}
      </ul>
    </div>
  );
}

/** Reading goes on at what one has come for. */
function useArrival(place: Place) {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const part = place.field ? `[data-part="${CSS.escape(place.field)}"]` : 'h3';
    const found = page.current?.querySelector<HTMLElement>(part);
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  return page;
}

function Relatives({ label, types, go }: { label: string; types: readonly GraphQLNamedType[]; go: Go }) {
  if (types.length === 0) return null;
  return (
    <p className="schema-relatives">
      {label}:{' '}
      {types.map(({ name }) => (
        <PlaceLink key={name} place={{ type: name }} go={go} />
      ))}
    </p>
  );
}

function kindOf(type: GraphQLNamedType): keyof (typeof schemaWords.kinds)['sv'] {
  if (isObjectType(type)) return 'OBJECT';
  if (isInterfaceType(type)) return 'INTERFACE';
  if (isUnionType(type)) return 'UNION';
  if (isEnumType(type)) return 'ENUM';
  return isInputObjectType(type) ? 'INPUT_OBJECT' : 'SCALAR';
}
