import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The page's own colours, which reach into the editor. */
const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--surface)', fontSize: '0.875rem', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--figures)', lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.6rem 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { color: 'var(--ink-soft)', backgroundColor: 'var(--surface)', border: 'none' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--sea-wash)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--oak-wash)', color: 'inherit' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--rowan-wash)', color: 'inherit' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--line-strong)',
    borderRadius: '8px',
    maxWidth: 'min(26rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--figures)', maxWidth: '90vw' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.3rem 0.6rem', lineHeight: '1.4' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--sea)', color: 'var(--on-sea)' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.85' },
  '.cm-completionInfo': { fontFamily: 'var(--text)', padding: '0.5rem 0.7rem' },
  '.cm-diagnostic': { fontFamily: 'var(--text)', whiteSpace: 'pre-wrap' },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword], color: 'var(--project)' },
  { tag: [tags.variableName, tags.attributeName], color: 'var(--amber)' },
  { tag: [tags.string], color: 'var(--oak)' },
  { tag: [tags.number, tags.integer, tags.float, tags.bool, tags.null], color: 'var(--rowan)' },
  { tag: [tags.special(tags.name), tags.modifier], color: 'var(--rowan)' },
  { tag: [tags.propertyName, tags.atom], color: 'var(--sea)' },
  { tag: [tags.comment, tags.punctuation, tags.separator], color: 'var(--ink-soft)' },
]);

/** How the editors look, in both themes. */
export const look = [theme, syntaxHighlighting(colours)];
