import type { EditorView } from '@codemirror/view';
import { updateSchema } from 'cm6-graphql';
import type { GraphQLSchema } from 'graphql';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { operationsIn } from './asking/operations';
import { replaceText } from './editors/code-editor';
import { graphqlEditor, type Telling } from './editors/graphql-editor';
import { jsonEditor } from './editors/json-editor';
import { prettify } from './editors/prettify';
import { BEGINNING } from './examples';
import { draft, earlier, keepDraft, remember, type Written } from './kept';

interface Views {
  document: EditorView | null;
  variables: EditorView | null;
}

const NOTHING_TOLD = { operation: undefined, place: null, problems: [] };

const operationOf = (text: string, chosen: string) => {
  const operations = operationsIn(text);
  return operations.find(({ name }) => name === chosen) ?? operations[0];
};

/** What is written in the two editors, and which of its operations is meant. */
export function useWritten(schema: GraphQLSchema | null) {
  const [first] = useState(() => draft() ?? { query: BEGINNING, variables: '' });
  const [telling, setTelling] = useState<Telling>({ text: first.query, ...NOTHING_TOLD });
  const [before, setBefore] = useState(earlier);
  const [chosen, setChosen] = useState('');
  // A key may follow the last letter before React has drawn it.
  const latest = useRef({ ...first, chosen });
  const views = useRef<Views>({ document: null, variables: null });

  const choose = useCallback((name: string) => {
    latest.current.chosen = name;
    setChosen(name);
  }, []);
  const extensions = useMemo(() => {
    const tell = (next: Telling) => {
      latest.current.query = next.text;
      keepDraft(writtenIn(latest.current));
      setTelling(next);
      if (next.operation) choose(next.operation.name);
    };
    const tellVariables = (text: string) => {
      latest.current.variables = text;
      keepDraft(writtenIn(latest.current));
    };
    return { document: graphqlEditor(tell), variables: jsonEditor(tellVariables) };
  }, [choose]);
  const ready = useReady(views.current, schema);

  const now = () => ({
    ...writtenIn(latest.current),
    operation: operationOf(latest.current.query, latest.current.chosen),
  });
  const putAside = () => setBefore(remember(writtenIn(latest.current)));
  const open = (other: Written) => {
    putAside();
    choose('');
    if (views.current.document) replaceText(views.current.document, other.query);
    if (views.current.variables) replaceText(views.current.variables, other.variables);
    views.current.document?.focus();
  };
  const tidy = () => void (views.current.document && prettify(views.current.document));
  const operations = operationsIn(telling.text);
  const operation = operationOf(telling.text, chosen);
  return {
    ...{ telling, operations, operation, extensions, ready },
    now,
    open,
    choose,
    putAside,
    tidy,
    earlier: before,
  };
}

const writtenIn = ({ query, variables }: Written): Written => ({ query, variables });

/** Takes the editors as they come, and gives them the schema once it is there. */
function useReady(views: Views, schema: GraphQLSchema | null) {
  const known = useRef(schema);
  known.current = schema;
  useEffect(() => {
    if (schema && views.document) updateSchema(views.document, schema);
  }, [schema, views]);
  return {
    document: (view: EditorView | null) => {
      views.document = view;
      if (view && known.current) updateSchema(view, known.current);
    },
    variables: (view: EditorView | null) => void (views.variables = view),
  };
}
