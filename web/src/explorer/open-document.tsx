import { useEffect, useId, useState } from 'react';
import { useWords } from '../language/language';
import { askForExamples, nameOf, type ReadyDocument } from './examples';
import type { Written } from './kept';
import { explorerWords } from './words';

interface OpenDocumentProps {
  earlier: readonly Written[];
  onOpen: (written: Written, key: string | null) => void;
}

const writtenOf = ({ query, variables }: ReadyDocument): Written => ({
  query,
  variables: JSON.stringify(variables, null, 2),
});

/** Opens an example, or what was run before. */
export function OpenDocument({ earlier, onOpen }: OpenDocumentProps) {
  const t = useWords(explorerWords);
  const id = useId();
  const [chosen, setChosen] = useState('');
  const examples = useExamples();
  const open = () => {
    const [list, place] = chosen.split(' ');
    const example = list === 'example' ? examples[Number(place)] : undefined;
    const before = list === 'earlier' ? earlier[Number(place)] : undefined;
    if (example) onOpen(writtenOf(example), example.key);
    if (before) onOpen(before, null);
    setChosen('');
  };
  return (
    <div className="explorer-open">
      <label htmlFor={id}>{t.ready}</label>
      <select id={id} value={chosen} onChange={event => setChosen(event.target.value)}>
        <option value="">{t.choose}</option>
        <Choices name="example" label={t.examples} documents={examples} />
        <Choices name="earlier" label={t.earlier} documents={earlier} />
      </select>
      <button type="button" disabled={!chosen} onClick={open}>
        {t.open}
      </button>
    </div>
  );
}

interface ChoicesProps {
  name: 'example' | 'earlier';
  label: string;
  documents: readonly { query: string }[];
}

function Choices({ name, label, documents }: ChoicesProps) {
  if (documents.length === 0) return null;
  return (
    <optgroup label={label}>
      {documents.map(({ query }, place) => (
        <option key={place} value={`${name} ${place}`} lang="en">
          {nameOf(query)}
        </option>
      ))}
    </optgroup>
  );
}

function useExamples(): readonly ReadyDocument[] {
  const [examples, setExamples] = useState<readonly ReadyDocument[]>([]);
  useEffect(() => {
    void askForExamples().then(setExamples);
  }, []);
  return examples;
}
