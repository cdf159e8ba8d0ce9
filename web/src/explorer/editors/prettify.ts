import type { EditorView } from '@codemirror/view';
import { replaceText } from './code-editor';

/** Sets the document out anew, comments and all; leaves it as it is while it isn't GraphQL. */
export async function prettify(view: EditorView): Promise<void> {
  const [{ format }, plugin] = await Promise.all([import('prettier/standalone'), import('prettier/plugins/graphql')]);
  const before = view.state.doc.toString();
  const after = await format(before, { parser: 'graphql', plugins: [plugin] }).catch(() => before);
  if (after !== before && view.state.doc.toString() === before) replaceText(view, after);
}
