/** What the schema says of something, in the schema's own language; what stands in backticks is code. */
export function Description({ text }: { text: string }) {
  if (!text) return null;
  return (
    <p className="schema-description" lang="en">
      {text.split('`').map((part, place) => (place % 2 === 1 ? <code key={place}>{part}</code> : part))}
    </p>
  );
}
