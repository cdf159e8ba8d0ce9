import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { look } from './look';

interface CodeEditorProps {
  /** What stands in it at first. */
  text: string;
  label: string;
  className?: string;
  /** Its language, and what it tells of; as it is at first. */
  extensions: Extension;
  onRun: () => void;
  /** Hands over the editor, and nothing once it is gone. */
  onReady: (view: EditorView | null) => void;
}

/**
 * What is written over a selection is put in by CodeMirror. Chromium itself would wrap it in an element with a style
 * attribute, which the content security policy refuses, and says so.
 */
const writeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    const text = event.inputType === 'insertText' ? event.data : null;
    if (text === null || empty || view.composing) return false;
    event.preventDefault();
    const insert = () =>
      view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
    // As it does with what is typed: others may have a say, such as those that close brackets.
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some(handle => handle(view, from, to, text, insert))) view.dispatch(insert());
    return true;
  },
});

/** The Tab key leads on, as from any other field. */
const common = [
  lineNumbers(),
  history(),
  drawSelection({ cursorBlinkRate: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1_200 }),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  autocompletion({ icons: false }),
  EditorView.lineWrapping,
  writeOver,
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
  look,
];

/**
 * An editor of text in some language. It stands in a shadow root: there CodeMirror adopts its styles, where on the page it
 * would write a style element, which the content security policy refuses.
 */
export function CodeEditor({ text, label, className, extensions, onRun, onReady }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const first = useRef({ text, label, extensions, onReady });
  const running = useRef(onRun);
  running.current = onRun;
  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open', delegatesFocus: true });
    const run = Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => (running.current(), true) }]));
    const named = EditorView.contentAttributes.of({ 'aria-label': first.current.label, spellcheck: 'false' });
    const state = EditorState.create({
      doc: first.current.text,
      extensions: [run, common, named, first.current.extensions],
    });
    const view = new EditorView({ root, parent: root, state });
    first.current.onReady(view);
    return () => {
      first.current.onReady(null);
      view.destroy();
    };
  }, []);
  return <div ref={host} className={`code-editor ${className ?? ''}`} />;
}

/** Puts another text in its place; it can be undone. */
export function replaceText(view: EditorView, text: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 } });
}
