import { useId } from 'react';
import { useLanguage, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import type { Operation } from './asking/operations';
import { BelowDocument } from './editors/below-document';
import { CodeEditor } from './editors/code-editor';
import type { Place } from './editors/graphql-editor';
import type { SchemaAnswer } from './schema/use-schema';
import type { useWritten } from './use-written';
import { explorerWords } from './words';

interface WritingProps {
  writing: ReturnType<typeof useWritten>;
  schema: SchemaAnswer['schema'];
  onRun: () => void;
  onStop: (() => void) | null;
  onShow: (place: Place) => void;
}

/** The document and its variables, and what runs them. */
export function Writing({ writing, schema, onRun, onStop, onShow }: WritingProps) {
  const t = useWords(explorerWords);
  const tongue = useLanguage();
  const { telling, operations, operation, extensions, ready } = writing;
  // An editor reads it once, when it is made.
  const { query, variables } = writing.now();
  return (
    <section className="panel explorer-writing" aria-labelledby="document-heading">
      <h2 id="document-heading">{t.document}</h2>
      <CodeEditor
        key={`document ${tongue}`}
        className="document"
        label={t.documentLabel}
        text={query}
        extensions={extensions.document}
        onRun={onRun}
        onReady={ready.document}
      />
      <BelowDocument schema={schema} place={telling.place} problems={telling.problems} onShow={onShow} />
      <h3>{t.variables}</h3>
      <CodeEditor
        key={`variables ${tongue}`}
        className="variables"
        label={t.variablesLabel}
        text={variables}
        extensions={extensions.variables}
        onRun={onRun}
        onReady={ready.variables}
      />
      {operations.length > 1 && (
        <OperationChoice operations={operations} operation={operation} choose={writing.choose} />
      )}
      <p className="deeds">
        <button type="button" className="main-deed" onClick={onRun}>
          <Icon name="play" />
          {t.run}
        </button>
        {onStop && (
          <button type="button" onClick={onStop}>
            <Icon name="stop" />
            {t.stop}
          </button>
        )}
        <button type="button" onClick={writing.tidy}>
          {t.tidy}
        </button>
      </p>
      <p className="hint">{t.keys}</p>
    </section>
  );
}

interface OperationChoiceProps {
  operations: readonly Operation[];
  operation: Operation | undefined;
  choose: (name: string) => void;
}

function OperationChoice({ operations, operation, choose }: OperationChoiceProps) {
  const t = useWords(explorerWords);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t.operation}</label>
      <select id={id} value={operation?.name} onChange={event => choose(event.target.value)}>
        {operations.map(({ name, kind }) => (
          <option key={name} value={name}>
            {kind} {name}
          </option>
        ))}
      </select>
    </div>
  );
}
