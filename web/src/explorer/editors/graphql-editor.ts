import { forEachDiagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { graphql, showInDocsCommand } from 'cm6-graphql';
import { operationsIn, type Operation } from '../asking/operations';

/** A place in the schema: a type, or one of its fields. */
export interface Place {
  type: string;
  field?: string | undefined;
}

/** What is wrong with the document, and in which line. */
export interface Problem {
  line: number;
  message: string;
}

/** What the editor tells of its document. */
export interface Telling {
  text: string;
  /** The operation in which the cursor stands. */
  operation: Operation | undefined;
  place: Place | null;
  problems: readonly Problem[];
}

const bare = (type: string) => type.replace(/[[\]!]/g, '');

/** GraphQL, completed and validated once it has been given a schema. Tells of each change, and of each move of the cursor. */
export function graphqlEditor(tell: (telling: Telling) => void): Extension {
  let place: Place | null = null;
  const onShowInDocs = (field?: string, type?: string, parent?: string) => {
    if (field && parent) place = { type: bare(parent), field };
    else place = type ? { type: bare(type) } : null;
  };
  return [
    graphql(undefined, { onShowInDocs }),
    EditorView.updateListener.of(update => {
      const { state, view } = update;
      const text = state.doc.toString();
      place = null;
      showInDocsCommand(view);
      const problems: Problem[] = [];
      forEachDiagnostic(state, ({ message }, from) => {
        problems.push({ line: state.doc.lineAt(from).number, message });
      });
      const cursor = state.selection.main.head;
      const operation = operationsIn(text).find(({ start, end }) => start <= cursor && cursor <= end);
      tell({ text, operation, place, problems });
    }),
  ];
}
