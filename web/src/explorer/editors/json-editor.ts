import { json, jsonParseLinter } from '@codemirror/lang-json';
import { linter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const mistakes = jsonParseLinter();

/** JSON, whose mistakes are marked; nothing at all is none. */
export function jsonEditor(tell: (text: string) => void): Extension {
  return [
    json(),
    linter(view => (view.state.doc.toString().trim() === '' ? [] : mistakes(view))),
    EditorView.updateListener.of(update => update.docChanged && tell(update.state.doc.toString())),
  ];
}
