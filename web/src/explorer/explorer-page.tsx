import { useState } from 'react';
import { useQuery } from 'urql';
import { ViewerDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { announce } from '../parts/announcer';
import { Field } from '../parts/form/field';
import { Page } from '../parts/page';
import { Answers } from './asking/answers';
import type { Asked } from './asking/send';
import { useAnswers } from './asking/use-answers';
import { variablesIn } from './asking/variables-in';
import type { Place } from './editors/graphql-editor';
import type { Written } from './kept';
import { OpenDocument } from './open-document';
import { SchemaPart } from './schema/schema-part';
import { useSchema } from './schema/use-schema';
import { useWritten } from './use-written';
import { explorerWords } from './words';
import { Writing } from './writing';
import '../styles/idea.css';
import '../styles/explorer.css';

/**
 * Where programmers ask the API, and read what it knows. It takes no document from its address: that might be anybody's,
 * and would be asked as whoever is signed in.
 */
export function ExplorerPage() {
  const t = useWords(explorerWords);
  const { answer: schema, again } = useSchema();
  const writing = useWritten(schema.schema);
  const [key, setKey] = useState('');
  const [trail, setTrail] = useState<readonly Place[]>([]);
  const { answers, run, stop, refuse } = useAnswers();
  const runWritten = () => {
    const { query, operation, ...written } = writing.now();
    const { variables, problem } = variablesIn(written.variables);
    if (problem) return refuse(problem.kind === 'NOT_JSON' ? t.notJson(problem.why) : t.noObject);
    writing.putAside();
    run(askedOf(query, variables, operation?.name), operation?.kind, key.trim());
  };
  const open = (other: Written, itsKey: string | null) => {
    writing.open(other);
    if (itsKey) setKey(itsKey);
    announce(t.opened);
  };
  return (
    <Page title={t.title}>
      <p className="lead">{t.lead}</p>
      <div className="explorer-top">
        <OpenDocument earlier={writing.earlier} onOpen={open} />
        <KeyField value={key} onChange={setKey} />
      </div>
      <div className="explorer">
        <Writing
          writing={writing}
          schema={schema.schema}
          onRun={runWritten}
          onStop={answers.state === 'FOLLOWING' || answers.state === 'ASKING' ? stop : null}
          onShow={place => setTrail([...trail, place])}
        />
        <Answers answers={answers} />
        <SchemaPart answer={schema} again={again} trail={trail} onTrail={setTrail} />
      </div>
    </Page>
  );
}

const askedOf = (query: string, variables: Asked['variables'], name: string | undefined): Asked => ({
  query,
  ...(variables && { variables }),
  ...(name && { operationName: name }),
});

/** Asks as somebody else than the page does. */
function KeyField({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  const t = useWords(explorerWords);
  // Also the page's first answer, from which on it hears of changes.
  const [{ data }] = useQuery({ query: ViewerDocument });
  const caller = data?.viewer.role ? t.asCaller(data.viewer.name) : t.asNobody;
  return (
    <Field label={t.key} hint={t.keyHint(caller)}>
      {wiring => (
        <input
          {...wiring}
          type="password"
          autoComplete="off"
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
