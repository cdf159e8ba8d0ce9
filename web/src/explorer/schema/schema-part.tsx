import type { GraphQLSchema } from 'graphql';
import { useId, useState, type ReactNode } from 'react';
import { useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import type { Place } from '../editors/graphql-editor';
import { schemaWords } from '../words';
import type { Go } from './part-line';
import { SchemaSearch } from './schema-search';
import { SchemaStart } from './schema-start';
import { TypePage } from './type-page';
import type { SchemaAnswer } from './use-schema';

interface SchemaPartProps {
  answer: SchemaAnswer;
  again: () => void;
  /** Where one has been, the newest last. */
  trail: readonly Place[];
  onTrail: (trail: readonly Place[]) => void;
}

/** The documentation of the schema: what can be asked, and what each thing means. */
export function SchemaPart({ answer, again, trail, onTrail }: SchemaPartProps) {
  const t = useWords(schemaWords);
  return (
    <section className="panel explorer-schema" aria-labelledby="schema-heading">
      <h2 id="schema-heading">{t.title}</h2>
      {answer.schema ? (
        <Reading schema={answer.schema} trail={trail} onTrail={onTrail} />
      ) : (
        <Missing answer={answer} again={again} />
      )}
    </section>
  );
}

function Reading({ schema, trail, onTrail }: Pick<SchemaPartProps, 'trail' | 'onTrail'> & { schema: GraphQLSchema }) {
  const t = useWords(schemaWords);
  const id = useId();
  const [words, setWords] = useState('');
  const go: Go = place => {
    setWords('');
    onTrail([...trail, place]);
  };
  const place = trail.at(-1);
  const type = place && schema.getType(place.type);
  return (
    <>
      <label htmlFor={id}>{t.search}</label>
      <input id={id} type="search" value={words} onChange={event => setWords(event.target.value)} />
      {trail.length > 0 && !words && (
        <p className="schema-trail">
          <button type="button" className="quiet" onClick={() => onTrail(trail.slice(0, -1))}>
            <Icon name="back" />
            {t.back}
          </button>
          <button type="button" className="quiet" onClick={() => onTrail([])}>
            {t.start}
          </button>
        </p>
      )}
      {words ? (
        <SchemaSearch schema={schema} words={words} go={go} />
      ) : type ? (
        <TypePage schema={schema} type={type} place={place} go={go} />
      ) : (
        <SchemaStart schema={schema} go={go} />
      )}
    </>
  );
}

function Missing({ answer, again }: { answer: Exclude<SchemaAnswer, { schema: GraphQLSchema }>; again: () => void }) {
  const t = useWords(schemaWords);
  if (answer.why === 'COMING') return <p className="hint">{t.loading}</p>;
  if (answer.why === 'TRUSTED_ONLY')
    return (
      <Notice title={t.trustedTitle}>
        <p>{t.trustedMore}</p>
      </Notice>
    );
  return (
    <Notice title={t.failed}>
      <p>{answer.why === 'FAILED' && answer.message}</p>
      <button type="button" onClick={again}>
        {t.again}
      </button>
    </Notice>
  );
}

function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="notice" role="status">
      <Icon name="alert" />
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        {children}
      </div>
    </div>
  );
}
