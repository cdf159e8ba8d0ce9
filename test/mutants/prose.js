/**
 * Leaves out mutants that only change words for people: sentences, texts in a language, descriptions of the schema.
 * Tests that would notice each of them would say every sentence twice.
 */
export const strykerPlugins = [
  { kind: 'Ignore', name: 'prose', value: { shouldIgnore: path => (isProse(path) ? 'words for people' : undefined) } },
];

function isProse(path) {
  if (path.isCallExpression()) return path.node.callee.name === 'describedEnum';
  if (path.isObjectExpression()) return path.node.properties.length > 0 && path.node.properties.every(isWords);
  if (path.parentPath?.isObjectProperty() && ['sv', 'en', 'description'].includes(path.parent.key.name))
    return path.isStringLiteral() || path.isTemplateLiteral();
  if (path.isStringLiteral()) return isSentence(path.node.value);
  return path.isTemplateLiteral() && isSentence(path.node.quasis.map(({ value }) => value.raw).join('…'));
}

/** `sv: '…'` or `en: '…'` */
function isWords({ key, value }) {
  return ['sv', 'en'].includes(key?.name) && value?.type === 'StringLiteral';
}

function isSentence(text) {
  return / /.test(text) && (/^\p{Lu}/u.test(text) || text.endsWith('.'));
}
